#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include <glm/vec2.hpp>

#include "render/color_scale.h"
#include "viewer/layers/density.h"
#include "viewer/layers/hour_layer.h"
#include "viewer/slots/city_slots.h"

namespace viewer {

/// What is on the map now, for panels that explain it: they see values and scales, never the
/// renderer.
struct ShownLayer {
    const render::ColorScale* building_scale = nullptr;
    const render::ColorScale* road_scale = nullptr;
    const Density* density = nullptr;  ///< none while the ground shows nothing
    const HourLayer* hours = nullptr;  ///< none while no loads were asked for
    bool shows_hours = false;          ///< `hours` fits what the state asks for
    float widest_flow_veh_d = 0;       ///< of both cities; 0 without traffic
    /// A city from straight above: a picture that the screen can draw, and the ground it shows,
    /// local metres.
    struct SmallMap {
        std::uint32_t texture;
        glm::vec2 low, high;
    };
    std::array<std::optional<SmallMap>, city_slots> small_maps;
};

}  // namespace viewer

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "render/views.h"
#include "viewer/slots/loaded_slot.h"

namespace viewer {

struct CityDensity;

/// One half of the screen.
struct CitySlot {
    std::shared_ptr<LoadedSlot> data;
    render::CityHandle handle{};
    std::optional<render::CityHandle>
        early;  ///< what a long load has read so far, while there is no `data`
    std::shared_ptr<const CityDensity>
        density;  ///< what the ground shows, while it shows a density (see density.h)
    bool uploaded = false;
    std::string loading;  ///< what is being opened; empty when nothing is
    float loading_share = 0;
    bool simulating = false;  ///< shown by the benchmark method until the hourly one is done
    std::string failed;       ///< why the last opening did not work, where nothing else is shown
    bool cancelled = false;   ///< the last opening was, where nothing else is shown
};

}  // namespace viewer

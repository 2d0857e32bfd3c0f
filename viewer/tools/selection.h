#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/city/city_model.h"
#include "render/camera.h"

namespace viewer {

/// Buildings and roads of one city that were chosen together: rows, ascending.
struct ChosenRows {
    std::vector<std::uint32_t> buildings, roads;
    bool empty() const { return buildings.empty() && roads.empty(); }
    bool operator==(const ChosenRows&) const = default;
};

/// What a drawn outline does to what was chosen before: plain, with shift, with alt.
enum class Combine : std::uint8_t { replace, add, remove };
ChosenRows combined(const ChosenRows& before, const ChosenRows& drawn, Combine combine);

/// The one point by which a row counts as inside: the centroid of a footprint's outer ring, the point half way along a
/// road. Local metres, made once per city.
struct RowCentres {
    std::vector<glm::vec2> buildings, roads;
};
RowCentres centres_of(const city::CityModel& city);

/// An outline as it was drawn: pixels of a view, closed, of any shape. Even-odd where it crosses itself.
struct Outline {
    std::size_t city = 0;
    glm::vec2 size_px{0};  ///< of the view
    std::vector<glm::vec2> points_px;
    bool operator==(const Outline&) const = default;
};

/// Rows whose centre, on the ground, appears inside the outline. The centres go to the screen, not the outline to the
/// ground: exact for every camera, also for an outline that reaches above the horizon. All cores.
ChosenRows rows_inside(const RowCentres& centres, const render::Camera& camera, const Outline& outline);

}  // namespace viewer

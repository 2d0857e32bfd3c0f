#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/mesh/row_centres.h"
#include "render/camera.h"
#include "study/chosen_rows.h"

namespace viewer {

using study::ChosenRows;
using study::Combine;

/// An outline as it was drawn: pixels of a view, closed, of any shape. Even-odd where it crosses
/// itself.
struct Outline {
    std::size_t city = 0;
    glm::vec2 size_px{0};  ///< of the view
    std::vector<glm::vec2> points_px;
    bool operator==(const Outline&) const = default;
};

/// Rows whose centre, on the ground, appears inside the outline. The centres go to the screen, not
/// the outline to the ground: exact for every camera, also for an outline that reaches above the
/// horizon. All cores.
ChosenRows rows_inside(const mesh::RowCentres& centres, const render::Camera& camera,
                       const Outline& outline);

}  // namespace viewer

#pragma once

#include <cstddef>
#include <cstdint>

#include <glm/vec2.hpp>

#include "geo/city/city_model.h"

namespace grid {

/// Square cells over the ground in the local frame, counted line by line from the south-west
/// corner.
struct GroundGrid {
    glm::vec2 low_local{0.0f};
    float cell_m = 100.0f;
    std::uint32_t columns = 0, lines = 0;

    std::size_t count() const { return static_cast<std::size_t>(columns) * lines; }
    double cell_ha() const;
    glm::vec2 middle_local(std::size_t cell) const;
    /// The cell under a place, or count() outside.
    std::size_t cell_at(glm::vec2 place_local) const;
    bool operator==(const GroundGrid&) const = default;
};

/// Over all buildings and roads and `margin_m` around them, its corner on a multiple of the cell. A
/// city strewn so far that it would need more than `most_cells` gets cells twice as wide, as often
/// as needed.
GroundGrid grid_over(const city::CityModel& city, float cell_m, float margin_m = 0.0f,
                     std::size_t most_cells = 2'000'000);

/// The cell sizes one can choose, and the one that gives a city of this extent some 40 to 80 cells
/// across.
inline constexpr float cell_choices_m[] = {50.0f, 100.0f, 250.0f, 500.0f};
float cell_for_extent_m(float extent_m);
/// A sixtieth of the extent, rounded to a bandwidth of one or two figures, at least 40 m.
float bandwidth_for_extent_m(float extent_m);

}  // namespace grid

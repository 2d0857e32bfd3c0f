#include "geo/grid/ground_grid.h"

#include <algorithm>
#include <cmath>

#include "geo/city/units.h"

namespace grid {

double GroundGrid::cell_ha() const {
    return static_cast<double>(cell_m) * static_cast<double>(cell_m) / city::m2_per_ha;
}

glm::vec2 GroundGrid::middle_local(std::size_t cell) const {
    return low_local + cell_m * (glm::vec2(static_cast<float>(cell % columns),
                                           static_cast<float>(cell / columns)) +
                                 0.5f);
}

std::size_t GroundGrid::cell_at(glm::vec2 place_local) const {
    const glm::vec2 at = (place_local - low_local) / cell_m;
    if (!(at.x >= 0.0f && at.y >= 0.0f && at.x < static_cast<float>(columns) &&
          at.y < static_cast<float>(lines)))
        return count();
    return static_cast<std::size_t>(at.y) * columns + static_cast<std::size_t>(at.x);
}

GroundGrid grid_over(const city::CityModel& city, float cell_m, float margin_m,
                     std::size_t most_cells) {
    city::MapBox box;
    for (const city::MapPoint p : city.buildings.footprints.points) box.add(p);
    for (const city::MapPoint p : city.roads.lines.points) box.add(p);
    GroundGrid grid;
    if (box.empty()) return grid;
    const glm::vec2 low = city.frame.to_local(box.low) - margin_m,
                    high = city.frame.to_local(box.high) + margin_m;
    for (grid.cell_m = cell_m;; grid.cell_m *= 2.0f) {
        grid.low_local = {std::floor(low.x / grid.cell_m) * grid.cell_m,
                          std::floor(low.y / grid.cell_m) * grid.cell_m};
        grid.columns = static_cast<std::uint32_t>((high.x - grid.low_local.x) / grid.cell_m) + 1;
        grid.lines = static_cast<std::uint32_t>((high.y - grid.low_local.y) / grid.cell_m) + 1;
        if (grid.count() <= most_cells) return grid;
    }
}

float cell_for_extent_m(float extent_m) {
    constexpr float cells_across = 80.0f;
    for (const float cell_m : cell_choices_m)
        if (extent_m <= cell_m * cells_across) return cell_m;
    return cell_choices_m[std::size(cell_choices_m) - 1];
}

float bandwidth_for_extent_m(float extent_m) {
    const float wanted_m = std::max(extent_m / 60.0f, 40.0f);
    const float step_m = std::pow(10.0f, std::floor(std::log10(wanted_m))) / 2.0f;
    return std::round(wanted_m / step_m) * step_m;
}

}  // namespace grid

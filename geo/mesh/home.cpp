#include "geo/mesh/home.h"

#include <algorithm>

#include <glm/common.hpp>

namespace mesh {

using glm::vec2;

void choose_home(const city::CityModel& city, CityMesh& mesh) {
    mesh.home_low = mesh.low;
    mesh.home_high = mesh.high;
    const std::size_t count = city.buildings.count();
    if (count < 2) return;
    std::vector<float> xs(count), ys(count);
    for (std::size_t i = 0; i < count; ++i) {
        const vec2 p = city.frame.to_local(city.buildings.footprints.outer(i)[0]);
        xs[i] = p.x;
        ys[i] = p.y;
    }
    const auto at = [](std::vector<float>& values, double share) {
        const auto k = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + k, values.end());
        return values[static_cast<std::size_t>(k)];
    };
    constexpr float margin_m = 40.0f;
    mesh.home_low = vec2(at(xs, 0.01), at(ys, 0.01)) - margin_m;
    mesh.home_high = vec2(at(xs, 0.99), at(ys, 0.99)) + margin_m;
    const vec2 size = mesh.home_high - mesh.home_low;
    constexpr float sparsest_m2_per_building = 200'000.0f;
    if (size.x * size.y < sparsest_m2_per_building * static_cast<float>(count)) return;
    std::size_t densest = 0;
    for (std::size_t t = 1; t < mesh.tiles.size(); ++t)
        if (mesh.tile_rows.of(t).size() > mesh.tile_rows.of(densest).size()) densest = t;
    const Tile& tile = mesh.tiles[densest];
    const vec2 middle = 0.5f * (tile.low + tile.high);
    const vec2 half = glm::max(0.5f * (tile.high - tile.low), vec2(150.0f));
    mesh.home_low = middle - half;
    mesh.home_high = middle + half;
}

}  // namespace mesh

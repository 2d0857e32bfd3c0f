#include "geo/mesh/home.h"

#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <vector>

#include <glm/common.hpp>

namespace mesh {

using glm::vec2;

void choose_home(std::span<const vec2> places, CityMesh& mesh) {
    mesh.home_low = mesh.low;
    mesh.home_high = mesh.high;
    if (places.size() < 2) return;
    // All but a hundredth on either side, and a margin.
    const auto span_of = [&](int axis) {
        std::vector<float> values(places.size());
        std::transform(places.begin(), places.end(), values.begin(),
                       [axis](vec2 p) { return p[axis]; });
        const auto at = [&values](double share) {
            const auto k =
                static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
            std::nth_element(values.begin(), values.begin() + k, values.end());
            return values[static_cast<std::size_t>(k)];
        };
        constexpr float margin_m = 40.0f;
        mesh.home_low[axis] = at(0.01) - margin_m;
        mesh.home_high[axis] = at(0.99) + margin_m;
    };
    tbb::parallel_invoke([&] { span_of(0); }, [&] { span_of(1); });
    const vec2 size = mesh.home_high - mesh.home_low;
    constexpr float sparsest_m2_per_building = 200'000.0f;
    if (size.x * size.y < sparsest_m2_per_building * static_cast<float>(places.size())) return;
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

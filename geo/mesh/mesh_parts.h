#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mesh {

/// One outer wall: drawn as one instance of a quad between base and roof, which the GPU looks up by
/// building. 20 bytes a wall.
struct WallEdge {
    float x0, y0, x1, y1;
    std::uint32_t building;
};
/// 16 bytes; `rise_m` above the eaves (ridges), the height itself is looked up by building.
struct RoofVertex {
    float x, y, rise_m;
    std::uint32_t building;
};
/// The same of a roof seen from afar, which is flat: `out_x`, `out_y` point out of the building, in
/// parts of 32767.
struct FarRoofVertex {
    float x, y;
    std::int16_t out_x, out_y;
    std::uint32_t building;
};
/// 20 bytes; `across` runs from -1 on the left edge to +1 on the right. `road` carries in_tunnel as
/// its top bit.
struct RoadVertex {
    float x, y, z, across;
    std::uint32_t road;
};
inline constexpr std::uint32_t in_tunnel = 0x80000000u;
struct AreaVertex {
    float x, y;
    std::uint32_t kind;
};
/// What the GPU looks up by building: underside and eaves above ground.
struct BuildingHeight {
    float base_m, top_m;
};

/// Within a tile walls, roofs and roads are sorted from large to small; `at_least[k]` says how many
/// measure at least 2^k / 2 metres. A distant tile draws only those that are a pixel or more: level
/// of detail without a second set of geometry.
inline constexpr std::size_t detail_levels = 10;
struct Range {
    std::uint32_t first = 0, count = 0;
    std::array<std::uint32_t, detail_levels> at_least{};
    std::uint32_t count_from(float smallest_m) const;
};

/// Which buildings stand in which tile: rows, tile by tile.
struct TileRows {
    std::vector<std::uint32_t> first{0}, rows;  ///< tile t has rows [first[t], first[t + 1])
    std::size_t count() const { return first.size() - 1; }
    std::span<const std::uint32_t> of(std::size_t tile) const {
        return std::span(rows).subspan(first[tile], first[tile + 1] - first[tile]);
    }
    void add(std::span<const std::uint32_t> tile) {
        rows.insert(rows.end(), tile.begin(), tile.end());
        first.push_back(static_cast<std::uint32_t>(rows.size()));
    }
};

}  // namespace mesh

#include "geo/io/place_hash.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "geo/crs/map_crs.h"

namespace geo_io {

namespace {

using city::MapPoint;
__extension__ typedef __int128 Wide;

struct Cell {
    std::int64_t x, y;
};
struct Box {
    Cell low, high;
};

// Corners this far from each other still multiply within 64 bits.
constexpr std::int64_t widest = std::int64_t{1} << 30;

std::int64_t to_unit(double value, double units) {
    const double scaled = value * units;
    return static_cast<std::int64_t>(scaled < 0.0 ? scaled - 0.5 : scaled + 0.5);
}

std::int64_t floor_of(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

// The box round corners, in units; nothing when one of them is no place.
std::optional<Box> box_of(std::span<const MapPoint> corners, double units) {
    MapPoint low{1e300, 1e300}, high{-1e300, -1e300};
    bool places = !corners.empty();
    for (const MapPoint p : corners) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        places = places && p.x == p.x && p.y == p.y;
    }
    const double farthest = 4e18 / units;
    if (!places || low.x < -farthest || low.y < -farthest || high.x > farthest || high.y > farthest)
        return std::nullopt;
    return Box{{to_unit(low.x, units), to_unit(low.y, units)},
               {to_unit(high.x, units), to_unit(high.y, units)}};
}

Cell middle_of(const Box& box, std::int64_t step) {
    return {floor_of(box.low.x + box.high.x + step, 2 * step),
            floor_of(box.low.y + box.high.y + step, 2 * step)};
}

// The centroid in steps of so many units, halves up. Number must hold all sums exactly.
template <class Number>
Cell centroid(std::span<const MapPoint> corners, const Box& box, double units, std::int64_t step) {
    const auto from_low = [&](MapPoint p) {
        return Cell{to_unit(p.x, units) - box.low.x, to_unit(p.y, units) - box.low.y};
    };
    Number twice_area = 0, x = 0, y = 0;
    Cell before = from_low(corners.back());
    for (const MapPoint corner : corners) {
        const Cell here = from_low(corner);
        const std::int64_t cross = before.x * here.y - here.x * before.y;
        twice_area += cross;
        x += static_cast<Number>(cross) * (before.x + here.x);
        y += static_cast<Number>(cross) * (before.y + here.y);
        before = here;
    }
    if (twice_area < 0) {
        twice_area = -twice_area;
        x = -x;
        y = -y;
    }
    const Number whole = 3 * twice_area;
    // Of a ring that crosses itself one side can weigh against the other.
    if (twice_area == 0 || x < 0 || y < 0 || x > whole * (box.high.x - box.low.x) ||
        y > whole * (box.high.y - box.low.y))
        return middle_of(box, step);
    const auto rounded = [&](std::int64_t low, Number sum) {
        const std::int64_t steps = floor_of(low, step), rest = low - steps * step;
        return steps + static_cast<std::int64_t>((2 * (rest * whole + sum) + whole * step) /
                                                 (2 * whole * step));
    };
    return {rounded(box.low.x, x), rounded(box.low.y, y)};
}

Cell centroid(std::span<const MapPoint> corners, const Box& box, double units, std::int64_t step) {
    const std::int64_t width = box.high.x - box.low.x, height = box.high.y - box.low.y;
    if (width > widest || height > widest) return middle_of(box, step);
    const double w = static_cast<double>(width), h = static_cast<double>(height),
                 n = static_cast<double>(corners.size() + 4);
    // Of all but the largest buildings the sums stay within 62 bits, three times as fast.
    const bool narrow =
        12.0 * n * w * h * (std::max(w, h) + 2.0 * static_cast<double>(step)) < 4e18;
    return narrow ? centroid<std::int64_t>(corners, box, units, step)
                  : centroid<Wide>(corners, box, units, step);
}

std::uint64_t hash_of(Cell place) {
    std::uint64_t hash = 0xcbf29ce484222325ull;
    for (const std::int64_t value : {place.x, place.y})
        for (int shift = 0; shift < 64; shift += 8)
            hash =
                (hash ^ ((static_cast<std::uint64_t>(value) >> shift) & 0xFF)) * 0x100000001b3ull;
    return hash;
}

}  // namespace

std::vector<std::uint64_t> place_hashes(const FeatureBatch& batch, const LayerFrame& frame) {
    std::vector<std::uint64_t> hashes(batch.parts.size(), 0);
    const bool is_wgs84 = frame.source_crs == crs::wgs84_lonlat;
    const bool is_local = frame.source_crs == crs::local_metres;
    const double units = frame.in_degrees ? 1e8 : 1e3;  // a unit is about a millimetre
    const std::int64_t step = is_wgs84 || is_local ? 100 : 1;
    std::vector<MapPoint> elsewhere;  // centroids that are not in degrees on WGS 84 yet
    std::vector<std::size_t> part_of;
    for (std::size_t p = 0; p < batch.parts.size(); ++p) {
        const RawPart& part = batch.parts[p];
        const bool is_body = part.kind == PartKind::solid;
        if ((!is_body && part.kind != PartKind::polygon) || part.ring_count == 0) continue;
        const std::uint32_t
            first = batch.ring_offsets[part.first_ring],
            end = batch.ring_offsets[part.first_ring + (is_body ? part.ring_count : 1)];
        const auto corners = std::span(batch.points).subspan(first, end - first);
        const auto box = box_of(corners, units);
        if (!box) continue;
        const Cell place = is_body ? middle_of(*box, step) : centroid(corners, *box, units, step);
        if (step != 1) {
            hashes[p] = hash_of(place);
            continue;
        }
        elsewhere.push_back(
            {static_cast<double>(place.x) / units, static_cast<double>(place.y) / units});
        part_of.push_back(p);
    }
    if (elsewhere.empty()) return hashes;
    if (!to_wgs84(frame, elsewhere)) return hashes;
    for (std::size_t k = 0; k < elsewhere.size(); ++k)
        if (std::isfinite(elsewhere[k].x) && std::isfinite(elsewhere[k].y))
            hashes[part_of[k]] =
                hash_of({to_unit(elsewhere[k].x, 1e6), to_unit(elsewhere[k].y, 1e6)});
    return hashes;
}

void append_place(std::string& text, std::uint64_t place_hash) {
    constexpr const char* digits = "0123456789abcdefghjkmnpqrstvwxyz";
    for (int shift = 60; shift >= 0; shift -= 5) text += digits[(place_hash >> shift) & 31];
}

}  // namespace geo_io

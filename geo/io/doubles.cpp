#include "geo/io/doubles.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "geo/city/columns.h"
#include "geo/city/rings.h"
#include "geo/io/building_parts.h"
#include "geo/io/median.h"
#include "geo/io/outline_finder.h"
#include "geo/polygon/geos_repair.h"

namespace geo_io {

namespace {

using city::MapPoint;
using city::ProblemKind;

constexpr double far_away_m = 150e3;

// Takes the other rows out, and out of what the report counts as loaded.
void keep_only(city::Buildings& b, std::vector<RowFacts>& facts,
               const std::vector<std::uint8_t>& keep, city::LoadReport& report) {
    const auto gone = static_cast<std::uint64_t>(std::count(keep.begin(), keep.end(), 0));
    if (gone == 0) return;
    report.buildings.loaded -= gone;
    report.buildings.left_out += gone;
    city::keep_rows_of(b, city::building_columns, keep);
    city::keep_rows(facts, keep);
}

// A tile's edge divides an outline and nothing else: pieces that differ in height or storeys, or of
// which some are parts, are not pieces of one.
bool are_alike(const city::Buildings& b, const std::vector<RowFacts>& facts,
               const std::vector<std::size_t>& rows) {
    const auto same = [](float a, float c) {
        return a == c || (city::is_missing(a) && city::is_missing(c));
    };
    return std::all_of(rows.begin(), rows.end(), [&](std::size_t i) {
        return same(b.height_m[i], b.height_m[rows[0]]) && same(b.storeys[i], b.storeys[rows[0]]) &&
               facts[i].is_part == facts[rows[0]].is_part;
    });
}

// Pieces of one building cut at tile edges carry the same id and touch or overlap.
void join_pieces(city::Buildings& b, std::vector<RowFacts>& facts, std::vector<std::uint8_t>& keep,
                 city::LoadReport& report) {
    std::unordered_map<std::string_view, std::vector<std::size_t>> rows_of;
    for (std::size_t i = 0; i < b.count(); ++i)
        if (keep[i] && !b.id[i].empty()) rows_of[b.id[i]].push_back(i);
    // An id that is the same in most rows identifies nothing.
    if (rows_of.size() * 2 < b.count()) return;
    // Nor does one that only counts the footprints of a feature: another tile counts likewise.
    for (auto& [id, rows] : rows_of)
        std::erase_if(rows, [&](std::size_t i) { return facts[i].source_id_letters == 0; });
    std::map<std::size_t, RingSet> joined;
    std::map<std::size_t, std::vector<std::size_t>> ordered;
    for (const auto& [id, rows] : rows_of)
        if (rows.size() > 1 && rows.size() < 64 && are_alike(b, facts, rows))
            ordered.emplace(rows.front(), rows);
    for (const auto& [first, rows] : ordered) {
        std::vector<RingSet> pieces;
        for (const std::size_t i : rows) pieces.push_back(rings_of(b.footprints, i));
        const CleanResult whole = union_of(pieces);
        if (whole.polygons.empty()) continue;
        if (whole.polygons.size() > 1) continue;  // separate places: several buildings share an id
        joined[first] = whole.polygons[0];
        for (std::size_t k = 1; k < rows.size(); ++k) {
            keep[rows[k]] = 0;
            facts[first].box.add(facts[rows[k]].box.low);
            facts[first].box.add(facts[rows[k]].box.high);
            report.add(ProblemKind::geometry_duplicate,
                       "building '" + std::string(b.id[first]) + "', pieces of one outline joined");
        }
    }
    if (joined.empty()) return;
    city::Rings merged;
    for (std::size_t i = 0; i < b.count(); ++i) {
        const auto whole = joined.find(i);
        const RingSet rings = whole != joined.end() ? whole->second : rings_of(b.footprints, i);
        double area_m2 = 0.0;
        for (std::size_t r = 0; r < rings.size(); ++r) {
            merged.add_ring(rings[r]);
            area_m2 += (r == 0 ? 1.0 : -1.0) * std::abs(city::ring_area_m2(rings[r]));
        }
        merged.end_polygon();
        if (whole != joined.end()) b.footprint_area_m2[i] = static_cast<float>(area_m2);
    }
    b.footprints = std::move(merged);
}

}  // namespace

void Copies::leave_out(BuiltRows& rows) {
    city::Buildings& b = rows.buildings;
    std::vector<std::uint8_t> keep(b.count(), 1);
    for (std::size_t i = 0; i < b.count(); ++i) {
        if (seen_.insert(rows.facts[i].outline_key).second) continue;
        keep[i] = 0;
        names_.push_back({rows.facts[i].outline_key, rows.facts[i].place_hash,
                          std::string(b.id[i].substr(0, rows.facts[i].source_id_letters))});
        rows.report.add(ProblemKind::geometry_duplicate,
                        "building '" + std::string(b.id[i]) + "', the same outline");
    }
    keep_only(b, rows.facts, keep, rows.report);
}

void drop_doubles(city::Buildings& b, std::vector<RowFacts>& facts, city::LoadReport& report) {
    std::vector<std::uint8_t> keep(b.count(), 1);
    join_pieces(b, facts, keep, report);
    keep_only(b, facts, keep, report);
    settle_parts(b, facts, report);
}

void drop_far_away(city::Buildings& b, std::vector<RowFacts>& facts, city::Roads& roads,
                   city::LoadReport& report) {
    // Some thousands say where the middle is.
    const std::size_t rows = b.count() > 0 ? b.count() : roads.count(), stride = 1 + rows / 10'000;
    std::vector<double> xs, ys;
    for (std::size_t i = 0; i < rows; i += stride) {
        const MapPoint place = b.count() > 0 ? facts[i].box.low : roads.lines.line(i)[0];
        xs.push_back(place.x);
        ys.push_back(place.y);
    }
    if (xs.size() < 3) return;
    const MapPoint centre{median(xs), median(ys)};
    const auto far = [&](MapPoint p) {
        return !(glm::dot(p - centre, p - centre) < far_away_m * far_away_m);
    };
    std::vector<std::uint8_t> keep(b.count(), 1);
    for (std::size_t i = 0; i < b.count(); ++i)
        if (far(facts[i].box.low) || far(facts[i].box.high)) {
            keep[i] = 0;
            report.add(ProblemKind::coordinates_far_away,
                       "building '" + std::string(b.id[i]) + "'");
        }
    keep_only(b, facts, keep, report);

    std::vector<std::uint8_t> keep_road(roads.count(), 1);
    std::unordered_set<std::string_view> seen;  // the bytes of lines
    for (std::size_t i = 0; i < roads.count(); ++i) {
        const auto line = roads.lines.line(i);
        const auto drop = [&](ProblemKind kind) {
            keep_road[i] = 0;
            --report.roads.loaded;
            ++report.roads.left_out;
            report.add(kind, "road '" + std::string(roads.id[i]) + "'");
        };
        if (std::any_of(line.begin(), line.end(), far)) {
            drop(ProblemKind::coordinates_far_away);
            continue;
        }
        // The same line twice: all its vertices equal.
        const std::string_view bytes(reinterpret_cast<const char*>(line.data()),
                                     line.size() * sizeof(MapPoint));
        if (!seen.insert(bytes).second) drop(ProblemKind::geometry_duplicate);
    }
    city::keep_rows_of(roads, city::road_columns, keep_road);
}

}  // namespace geo_io

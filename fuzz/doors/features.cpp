// The tags and the shape of one feature of an OpenStreetMap extract or of a table, up to the rows
// of the city that it becomes.
#include <array>
#include <cmath>
#include <string>

#include "fuzz/door.h"
#include "geo/city/rings.h"
#include "geo/io/city_builder.h"
#include "geo/io/layer_codes.h"

namespace fuzz {

namespace {

// Keys that mean something, so that a fuzzer need not find them.
constexpr std::array keys{"building",   "building:part", "building:levels", "height", "min_height",
                          "highway",    "maxspeed",      "lanes",           "oneway", "bridge",
                          "tunnel",     "landuse",       "natural",         "name",   "amenity",
                          "start_date", "area",          "layer",           "osm_id", "other_tags"};

}  // namespace

void features(Bytes bytes) {
    Numbers numbers(bytes);
    geo_io::LayerPlan plan;
    geo_io::FeatureBatch batch;
    const std::uint8_t style = numbers.byte();
    plan.name = "fuzz";
    plan.is_osm = style % 2 == 0;
    plan.role = static_cast<geo_io::LayerPlan::Role>(style / 2 % 5);
    batch.fid.push_back(1);
    const std::size_t tags = numbers.byte() % 8;
    for (std::size_t t = 0; t < tags; ++t) {
        const std::uint8_t key = numbers.byte();
        plan.columns.push_back(key < 200 ? keys[key % keys.size()] : std::string(numbers.text()));
        plan.wanted.push_back(static_cast<int>(t));
        auto& column = batch.columns.emplace_back();
        column.is_number = key % 7 == 0;
        if (column.is_number)
            column.number.push_back(numbers.any_double());
        else
            column.text.push_back(std::string(numbers.text()));
    }
    plan.units.resize(tags);
    std::vector<std::string> unknown;
    plan.roles = geo_io::guess_columns(plan.columns, {}, unknown);
    const std::size_t rings = 1 + numbers.byte() % 3;
    const auto kind = static_cast<geo_io::PartKind>(numbers.byte() % 3);
    for (std::size_t r = 0; r < rings; ++r) {
        for (std::size_t corners = numbers.byte() % 12; corners > 0; --corners) {
            const bool odd = style >= 192;
            const double x = odd ? numbers.any_double() : 2.0 * numbers.byte(),
                         y = odd ? numbers.any_double() : 2.0 * numbers.byte();
            batch.points.push_back({x, y});
        }
        batch.ring_offsets.push_back(static_cast<std::uint32_t>(batch.points.size()));
    }
    batch.parts.push_back({0, 0, static_cast<std::uint32_t>(rings), kind});
    geo_io::LayerFrame frame;
    frame.source_crs = frame.map_crs = "local";
    frame.in_degrees = false;
    frame.codes = geo_io::layer_codes(plan, static_cast<geo_io::CodePlace>(style % 5));
    const geo_io::BuiltRows rows = geo_io::build_rows(batch, plan, frame);
    const city::Buildings& b = rows.buildings;
    for (std::size_t i = 0; i < b.count(); ++i) {
        must(b.footprint_area_m2[i] > 0.9f && b.footprint_area_m2[i] < 1.1e6f,
             "a building covers a square metre and no district");
        must(!(b.base_m[i] < 0.0f), "nothing stands below the ground");
        must(!(b.height_m[i] <= b.base_m[i]), "a roof is above its base");
    }
    for (std::size_t i = 0; i < rows.roads.count(); ++i)
        must(std::isfinite(rows.roads.length_m[i]) && rows.roads.length_m[i] > 0.0f,
             "a road has a length");
    const city::LoadReport& report = rows.report;
    must(report.buildings.found == report.buildings.loaded + report.buildings.left_out,
         "every building is loaded or left out");
    must(report.roads.found == report.roads.loaded + report.roads.left_out,
         "every road is loaded or left out");
    must(report.buildings.loaded == b.count() && report.roads.loaded == rows.roads.count(),
         "what is loaded is there");
}

}  // namespace fuzz

#include "geo/io/offset_detector.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "geo/crs/bd09.h"
#include "geo/crs/crs_transform.h"
#include "geo/crs/gcj02.h"
#include "geo/crs/map_crs.h"
#include "geo/io/load_city.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"

namespace {

using Shift = city::LonLat (*)(city::LonLat);

city::CityModel real_city(const geo_io::CitySource& source) {
    auto loaded = geo_io::load_city(source);
    REQUIRE(loaded.has_value());
    CHECK(loaded->report.offsets.empty());
    CHECK(loaded->report.count_of(city::ProblemKind::offset_found) == 0);
    return std::move(loaded->city);
}

void move(std::vector<city::MapPoint>& points, const std::string& map_crs, Shift shift) {
    const auto to_map = crs::CrsTransform::create(crs::wgs84_lonlat, map_crs);
    REQUIRE(to_map.has_value());
    for (city::MapPoint& p : points) {
        const city::MapPoint degrees = to_map->inverse(p);
        const city::LonLat moved = shift({degrees.x, degrees.y});
        p = to_map->forward({moved.lon_deg, moved.lat_deg});
    }
}

// Moves the buildings, lets the offset be found, and undoes what was found by its name.
void found_and_undone(const city::CityModel& as_it_is, Shift shift, const std::string& name,
                      bool roads = false) {
    INFO(name << (roads ? " roads" : " buildings"));
    city::CityModel city = as_it_is;
    auto& points = roads ? city.roads.lines.points : city.buildings.footprints.points;
    const auto& right = roads ? as_it_is.roads.lines.points : as_it_is.buildings.footprints.points;
    move(points, city.frame.map_crs(), shift);
    const auto found = geo_io::find_offsets(city);
    REQUIRE(found.size() == 1);
    CHECK(found[0].table == (roads ? "roads" : "buildings"));
    CHECK(found[0].shift == name);
    CHECK(found[0].inside_share > 2.0 * found[0].inside_share_undone);
    // In the middle of the city the offset that is shown is the one that is there.
    CHECK(std::hypot(points[0].x - right[0].x - found[0].east_m,
                     points[0].y - right[0].y - found[0].north_m) < 15.0);
    move(points, city.frame.map_crs(),
         found[0].shift == "bd09" ? crs::wgs84_from_bd09 : crs::wgs84_from_gcj02);
    double worst_m = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i)
        worst_m = std::max(worst_m, std::hypot(points[i].x - right[i].x, points[i].y - right[i].y));
    CHECK(worst_m < 15.0);
    CHECK(geo_io::find_offsets(city).empty());
}

void every_offset_is_found(const city::CityModel& city) {
    CHECK(geo_io::find_offsets(city).empty());
    found_and_undone(city, crs::gcj02_from_wgs84, "gcj02");
    found_and_undone(city, crs::bd09_from_wgs84, "bd09");
    found_and_undone(city, crs::gcj02_from_wgs84, "gcj02", true);
    found_and_undone(city, crs::bd09_from_wgs84, "bd09", true);
}

}  // namespace

TEST_CASE("Shanghai's buildings moved as web maps move them are found", "[geo_io][offset]") {
    const auto path = test::shared_file("data/shanghai/shanghai_lujiazui_osm.gpkg");
    if (!path) return;
    geo_io::CitySource source;
    source.city = path->string();
    every_offset_is_found(real_city(source));
}

TEST_CASE("Shenzhen's buildings moved as web maps move them are found", "[geo_io][offset]") {
    const auto buildings = test::shared_file("data/shenzhen/nanshan-building.geojson");
    if (!buildings) return;
    geo_io::CitySource source;
    source.buildings = {buildings->string()};
    for (const char* number : {"1", "2", "3"})
        source.roads.push_back(
            (buildings->parent_path() / (std::string("nanshan-road") + number + ".geojson"))
                .string());
    every_offset_is_found(real_city(source));
}

TEST_CASE("a small place whose buildings another offset would take off the roads is told rightly",
          "[geo_io][offset]") {
    const auto path = test::shared_file("data/beijing/beijing_cau_campus.osm");
    if (!path) return;
    geo_io::CitySource source;
    source.city = path->string();
    for (const bool roads : {false, true})
        for (const auto& [shift, name] : {std::pair{&crs::gcj02_from_wgs84, "gcj02"},
                                          std::pair{&crs::bd09_from_wgs84, "bd09"}}) {
            INFO(name << (roads ? " roads" : " buildings"));
            city::CityModel city = real_city(source);
            auto& points = roads ? city.roads.lines.points : city.buildings.footprints.points;
            move(points, city.frame.map_crs(), shift);
            // Nothing, where too few roads cross buildings; never a wrong one.
            for (const city::FoundOffset& found : geo_io::find_offsets(city)) {
                CHECK(found.table == (roads ? "roads" : "buildings"));
                CHECK(found.shift == name);
            }
        }
}

TEST_CASE("no city that was not moved raises an alarm", "[geo_io][offset]") {
    for (const char* file :
         {"data/beijing/beijing_cau_campus.osm", "data/san-bernardino/san_bernardino_csusb.osm"}) {
        const auto path = test::shared_file(file);
        if (!path) return;
        INFO(file);
        geo_io::CitySource source;
        source.city = path->string();
        CHECK(geo_io::find_offsets(real_city(source)).empty());
    }
    geo_io::CitySource sample;
    sample.city = "sample:china:3000:7";
    CHECK(geo_io::find_offsets(real_city(sample)).empty());
}

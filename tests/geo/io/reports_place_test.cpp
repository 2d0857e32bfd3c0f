// What was reported of coordinates: turned axes, no system, offsets of web maps, wrong systems.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>

#include "geo/crs/crs_transform.h"
#include "geo/crs/gcj02.h"
#include "geo/crs/map_crs.h"
#include "geo/io/load_city.h"
#include "tests/support/boxes.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

namespace {

using city::ProblemKind;

geo_io::LoadedCity load(const std::string& path, const std::string& region = "") {
    geo_io::CitySource source;
    source.city = path;
    source.region = region;
    auto loaded = geo_io::load_city(source);
    INFO(path << (loaded ? "" : ": " + loaded.error().message));
    REQUIRE(loaded.has_value());
    return std::move(*loaded);
}

city::LonLat south_west(const city::CityModel& city) {
    const auto to_map = crs::CrsTransform::create(crs::wgs84_lonlat, city.frame.map_crs());
    REQUIRE(to_map.has_value());
    city::LonLat least{1e9, 1e9};
    for (const city::MapPoint p : city.buildings.footprints.points) {
        const city::MapPoint degrees = to_map->inverse(p);
        least = {std::min(least.lon_deg, degrees.x), std::min(least.lat_deg, degrees.y)};
    }
    return least;
}

bool is_at(city::LonLat place, double lon_deg, double lat_deg, double within_deg) {
    return std::abs(place.lon_deg - lon_deg) < within_deg &&
           std::abs(place.lat_deg - lat_deg) < within_deg;
}

std::string example_of(const city::LoadReport& report, ProblemKind kind) {
    for (const city::Problem& problem : report.problems)
        if (problem.kind == kind) return problem.example;
    return {};
}

bool says(const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

// A house of 20 m x 20 m in the numbers of `crs`.
std::string house_json(const std::string& crs, double lon_deg, double lat_deg, bool swapped,
                       const std::string& member) {
    const auto to = crs::CrsTransform::create(crs::wgs84_lonlat, crs);
    REQUIRE(to.has_value());
    const double step_deg = 20.0 / 111'195.0;
    std::string ring;
    for (const auto& [x, y] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}) {
        city::MapPoint p = to->forward({lon_deg + x * step_deg, lat_deg + y * step_deg});
        if (swapped) std::swap(p.x, p.y);
        ring += (ring.empty() ? "[" : ",[") + std::to_string(p.x) + "," + std::to_string(p.y) + "]";
    }
    return "{\"type\":\"FeatureCollection\"," + member +
           "\"features\":[{\"type\":\"Feature\",\"properties\":{\"building\":\"yes\"},"
           "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" +
           ring + "]]}}]}";
}

std::string crs_member(const std::string& code) {
    return R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::)" + code + "\"}},";
}

}  // namespace

TEST_CASE("report 18: latitude before longitude is read the other way round", "[geo_io][place]") {
    const auto folder = test::shared_file("data/reports/18-swapped-axes");
    if (!folder) return;
    const geo_io::LoadedCity sf = load((*folder / "sf.geojson").string());
    CHECK(is_at(south_west(sf.city), -122.42, 37.77, 0.005));
    CHECK(sf.report.count_of(ProblemKind::axes_swapped) == 1);
    CHECK(sf.city.info.region == "US-CA");
    const geo_io::LoadedCity shanghai = load((*folder / "shanghai.geojson").string());
    CHECK(is_at(south_west(shanghai.city), 121.47, 31.23, 1e-5));
    CHECK(shanghai.city.info.region == "CN-SH");
    CHECK(shanghai.report.count_of(ProblemKind::axes_swapped) == 1);
}

TEST_CASE("turned axes are seen by the region that is named, in degrees and in metres",
          "[geo_io][place]") {
    test::TempFolder folder;
    // Urumqi: latitude 43.8 and longitude 87.6 are both possible either way.
    const std::string urumqi =
        folder.file("urumqi.geojson", house_json("OGC:CRS84", 87.6, 43.8, true, ""));
    CHECK(is_at(south_west(load(urumqi, "CN-XJ").city), 87.6, 43.8, 1e-4));
    CHECK(is_at(south_west(load(urumqi).city), 87.6, 43.8, 1e-4));
    const std::string utm = folder.file(
        "utm.geojson", house_json("EPSG:26910", -122.42, 37.77, true, crs_member("26910")));
    const geo_io::LoadedCity turned = load(utm, "US-CA");
    CHECK(is_at(south_west(turned.city), -122.42, 37.77, 1e-4));
    CHECK(turned.report.count_of(ProblemKind::axes_swapped) == 1);
    // What lies where it is said to lie is left alone.
    const std::string right = folder.file(
        "right.geojson", house_json("EPSG:26910", -122.42, 37.77, false, crs_member("26910")));
    CHECK(load(right, "US-CA").report.problems.empty());
}

TEST_CASE("report 22: feet without a system are not taken as metres without a word",
          "[geo_io][place]") {
    const auto folder = test::shared_file("data/reports/22-prj-missing-feet");
    if (!folder) return;
    const geo_io::LoadedCity without = load((*folder / "a.shp").string());
    const std::string words = example_of(without.report, ProblemKind::crs_missing);
    CHECK(says(words, "must be named"));
    CHECK(says(words, "EPSG:2227 (California zone 3, US survey feet: -122.42 37.78, US-CA)"));
    CHECK(says(words, "10.8 times too large"));
    CHECK(without.city.info.region.empty());
    const geo_io::LoadedCity named = load((*folder / "city.toml").string());
    REQUIRE(named.city.buildings.count() == 3);
    for (const float area_m2 : named.city.buildings.footprint_area_m2)
        CHECK(std::abs(area_m2 - 464.5f) < 0.5f);
    CHECK(is_at(south_west(named.city), -122.42, 37.78, 0.005));
}

TEST_CASE("a Chinese zone without a system is named, with what it cannot be told from",
          "[geo_io][place]") {
    test::TempFolder folder;
    const std::string file =
        folder.file("z.geojson", house_json("EPSG:4528", 121.47, 31.23, false, ""));
    const geo_io::LoadedCity city = load(file);
    const std::string words = example_of(city.report, ProblemKind::crs_contradictory);
    CHECK(says(words, "EPSG:4528 (CGCS2000 3-degree zone 40: 121.47 31.23, CN-SH)"));
    CHECK(says(words, "give crs = \"EPSG:4528\""));
    CHECK(says(words, "Xian 1980 and Beijing 1954"));
    CHECK(city.city.frame.map_crs() == crs::local_metres);
}

TEST_CASE("web mercator without a system is a guess, and said", "[geo_io][place]") {
    test::TempFolder folder;
    for (const auto& [lon_deg, lat_deg, region] : {std::tuple{-122.42, 37.77, "US-CA"},
                                                   {121.47, 31.23, "CN-SH"},
                                                   {114.06, 22.54, "CN-GD"}}) {
        INFO(region);
        const std::string file =
            folder.file("m.geojson", house_json("EPSG:3857", lon_deg, lat_deg, false, ""));
        const geo_io::LoadedCity city = load(file);
        CHECK(is_at(south_west(city.city), lon_deg, lat_deg, 1e-4));
        CHECK(city.city.info.region == region);
        CHECK(says(example_of(city.report, ProblemKind::crs_contradictory), "EPSG:3857"));
    }
    // In the Atlantic, or not where it is said to be: metres at an unknown place, as before.
    const std::string elsewhere =
        folder.file("e.geojson", house_json("EPSG:3857", 121.47, 31.23, false, ""));
    CHECK(load(elsewhere, "US-CA").city.frame.map_crs() == crs::local_metres);
}

TEST_CASE("a wrong system that puts the city in the sea or abroad is said", "[geo_io][place]") {
    test::TempFolder folder;
    // UTM zone 10 taken as zone 8 is in the Pacific.
    const std::string sea = folder.file(
        "far.geojson", house_json("EPSG:32610", -122.42, 37.77, false, crs_member("32608")));
    const geo_io::LoadedCity loaded = load(sea, "US-CA");
    const std::string words = example_of(loaded.report, ProblemKind::place_doubtful);
    CHECK(says(words, "EPSG:32608 puts it at -134.42 37.77, in the sea"));
    CHECK(says(words, "EPSG:26910 (UTM zone 10N, NAD83: -122.42 37.77, US-CA)"));
    const std::string abroad = folder.file(
        "abroad.geojson", house_json("EPSG:32650", 116.40, 39.90, false, crs_member("32654")));
    CHECK(says(example_of(load(abroad, "CN-BJ").report, ProblemKind::place_doubtful),
               "JP (Japan), not in CN-BJ"));
}

TEST_CASE("report 23: GCJ-02 and BD-09 are taken out to a hundred-thousandth of a degree",
          "[geo_io][place]") {
    const auto folder = test::shared_file("data/reports/23-gcj02-bd09");
    if (!folder) return;
    for (const char* file : {"gcj02.toml", "bd09.toml", "wgs84.geojson"}) {
        INFO(file);
        CHECK(is_at(south_west(load((*folder / file).string()).city), 121.47, 31.23, 1e-5));
    }
    const geo_io::LoadedCity open = load((*folder / "gcj02.geojson").string());
    REQUIRE_FALSE(open.report.notes.empty());
    CHECK(says(open.report.notes.back(), "shift = \"gcj02\""));
}

TEST_CASE("an offset is taken out of metres too, and a move in metres is made", "[geo_io][place]") {
    test::TempFolder folder;
    // As data in UTM that was made from a web map's degrees.
    const city::LonLat corner = crs::gcj02_from_wgs84({121.47, 31.23});
    const auto shifted =
        house_json("EPSG:32651", corner.lon_deg, corner.lat_deg, false, crs_member("32651"));
    folder.file("a.geojson", shifted);
    const auto with = [&](const std::string& shift) {
        return load(folder.file("city.toml",
                                "[buildings]\nsource = \"a.geojson\"\nshift = " + shift + "\n"));
    };
    CHECK(is_at(south_west(with("\"gcj02\"").city), 121.47, 31.23, 1e-5));
    const auto base = extent(with("\"none\"").city).low;
    for (const std::string& note : with("\"none\"").report.notes)
        CHECK(note.find("shift") == std::string::npos);
    const auto moved = extent(with("[-430.5, 215.25]").city).low;
    CHECK(std::abs(moved.x - base.x + 430.5) < 1e-6);
    CHECK(std::abs(moved.y - base.y - 215.25) < 1e-6);
    geo_io::CitySource source;
    source.city = folder.file("bad.toml", "[buildings]\nsource = \"a.geojson\"\nshift = [1]\n");
    const auto refused = geo_io::load_city(source);
    REQUIRE_FALSE(refused.has_value());
    CHECK(says(refused.error().message, "bad.toml:3: 'shift' must be two numbers"));
}

TEST_CASE("a region that the coordinates contradict and a city across a border are told",
          "[geo_io][place]") {
    test::TempFolder folder;
    const auto reno = house_json("OGC:CRS84", -119.81, 39.53, false, "");
    const std::string file = folder.file("reno.geojson", reno);
    CHECK(load(file).city.info.region == "US-NV");
    const geo_io::LoadedCity named = load(file, "US-CA");
    CHECK(named.city.info.region == "US-CA");
    CHECK(says(example_of(named.report, ProblemKind::place_doubtful), "most in US-NV (Nevada)"));
    const std::string toronto =
        folder.file("t.geojson", house_json("OGC:CRS84", -79.38, 43.65, false, ""));
    CHECK(load(toronto).city.info.region == "CA");
    CHECK(load(toronto).city.info.country == "CA");
}

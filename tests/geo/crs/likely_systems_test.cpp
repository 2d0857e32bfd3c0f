#include "geo/crs/likely_systems.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "geo/crs/crs_transform.h"
#include "geo/crs/map_crs.h"
#include "tests/support/catch.h"

namespace {
// The numbers that a place has in a system.
city::MapPoint in_system(const std::string& crs, city::LonLat place) {
    const auto to = crs::CrsTransform::create(crs::wgs84_lonlat, crs);
    REQUIRE(to.has_value());
    return to->forward({place.lon_deg, place.lat_deg});
}

bool names(const std::vector<crs::LikelySystem>& systems, const std::string& crs) {
    return std::any_of(systems.begin(), systems.end(),
                       [&](const auto& system) { return system.crs == crs; });
}
}  // namespace

TEST_CASE("feet of a Californian zone are known as what they may be", "[crs][likely]") {
    for (const auto& [crs, place] : {std::pair{"EPSG:2225", city::LonLat{-124.16, 40.80}},
                                     {"EPSG:2226", {-121.49, 38.58}},
                                     {"EPSG:2227", {-122.40, 37.78}},
                                     {"EPSG:2228", {-119.79, 36.74}},
                                     {"EPSG:2229", {-118.24, 34.05}},
                                     {"EPSG:2230", {-117.16, 32.72}}}) {
        INFO(crs);
        const auto fits = crs::likely_systems(in_system(crs, place), "US-CA");
        REQUIRE(names(fits, crs));
        const auto found = std::find_if(fits.begin(), fits.end(),
                                        [&crs = crs](const auto& f) { return f.crs == crs; });
        CHECK(found->in_feet);
        CHECK(std::abs(found->place.lon_deg - place.lon_deg) < 1e-4);
        CHECK(std::abs(found->place.lat_deg - place.lat_deg) < 1e-4);
        CHECK(found->region == "US-CA");
    }
}

TEST_CASE("web mercator is known without a region, in both countries", "[crs][likely]") {
    for (const city::LonLat place :
         {city::LonLat{-122.42, 37.77}, {-118.24, 34.05}, {121.47, 31.23}, {114.06, 22.54}}) {
        const auto fits = crs::likely_systems(in_system("EPSG:3857", place), "");
        INFO(crs::in_words(fits));
        REQUIRE(fits.size() == 1);
        CHECK(fits[0].is_web_mercator);
    }
    // Paris in web mercator is no city that we have tables for.
    CHECK(crs::likely_systems(in_system("EPSG:3857", {2.35, 48.86}), "").empty());
    CHECK(crs::likely_systems(in_system("EPSG:3857", {121.47, 31.23}), "US-CA").empty());
}

TEST_CASE("Chinese zones with and without their number are told apart", "[crs][likely]") {
    const city::LonLat shanghai{121.47, 31.23};
    const city::MapPoint numbered = in_system("EPSG:4528", shanghai);
    CHECK(numbered.x > 40'000'000.0);
    const auto fits = crs::likely_systems(numbered, "");
    REQUIRE(fits.size() == 1);
    CHECK(fits[0].crs == "EPSG:4528");
    CHECK(fits[0].region == "CN-SH");
    const auto open = crs::likely_systems(in_system("EPSG:4549", shanghai), "CN-SH");
    CHECK(names(open, "EPSG:4549"));
    // UTM without a zone fits anywhere; the region narrows it.
    const city::MapPoint utm = in_system("EPSG:32651", shanghai);
    CHECK(crs::likely_systems(utm, "").size() > 5);
    CHECK(names(crs::likely_systems(utm, "CN-SH"), "EPSG:32651"));
    CHECK_FALSE(names(crs::likely_systems(utm, "CN-SH"), "EPSG:32650"));
}

TEST_CASE("metres of a drawing fit nothing", "[crs][likely]") {
    for (const city::MapPoint drawn :
         {city::MapPoint{0, 0}, {250, 400}, {12'000, 8'000}, {-5e4, 3e4}})
        CHECK(crs::likely_systems(drawn, "").empty());
}

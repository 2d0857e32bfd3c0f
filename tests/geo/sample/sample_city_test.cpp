#include "geo/sample/sample_city.h"

#include <cmath>
#include <set>
#include <string>

#include "tests/support/catch.h"

using sample::make_sample_city;
using sample::Style;

namespace {

std::size_t differing_rows(const city::CityModel& a, const city::CityModel& b) {
    if (a.buildings.count() != b.buildings.count() ||
        a.buildings.footprints.points != b.buildings.footprints.points ||
        a.roads.lines.points != b.roads.lines.points || a.roads.aadt.size() != b.roads.aadt.size())
        return a.buildings.count() + b.buildings.count();
    std::size_t differing = 0;
    for (std::size_t i = 0; i < a.buildings.count(); ++i)
        differing += a.buildings.id[i] != b.buildings.id[i] ||
                     a.buildings.height_m[i] != b.buildings.height_m[i] ||
                     a.buildings.construction_year[i] != b.buildings.construction_year[i] ||
                     a.buildings.use[i] != b.buildings.use[i];
    return differing;
}

}  // namespace

TEST_CASE("the same seed draws the same city, another seed another one", "[sample]") {
    for (const Style style : {Style::california, Style::china}) {
        const city::CityModel city =
            make_sample_city({.style = style, .buildings = 1500, .seed = 7});
        CHECK(differing_rows(
                  city, make_sample_city({.style = style, .buildings = 1500, .seed = 7})) == 0);
        CHECK(differing_rows(city,
                             make_sample_city({.style = style, .buildings = 1500, .seed = 8})) > 0);
    }
}

TEST_CASE("a sample city keeps every promise of a city model and says that it is invented",
          "[sample]") {
    for (const Style style : {Style::california, Style::china})
        for (const std::uint32_t buildings : {100u, 3000u}) {
            const city::CityModel city = make_sample_city({.style = style, .buildings = buildings});
            const auto complaint = check(city);
            INFO((complaint ? *complaint : "nothing to complain about"));
            CHECK_FALSE(complaint);
            CHECK(city.info.invented);
            CHECK(city.info.region.substr(0, 2) == (style == Style::california ? "US" : "CN"));
            std::set<std::string> ids;
            for (std::size_t i = 0; i < city.buildings.count(); ++i)
                ids.emplace(city.buildings.id[i]);
            CHECK(ids.size() == city.buildings.count());
        }
}

TEST_CASE("a sample city has about as many buildings as were asked for", "[sample]") {
    for (const Style style : {Style::california, Style::china})
        for (const std::uint32_t asked : {1000u, 2000u, 6000u, 30000u}) {
            const auto made = static_cast<double>(
                make_sample_city({.style = style, .buildings = asked}).buildings.count());
            INFO("style " << static_cast<int>(style) << ", asked " << asked << ", made " << made);
            CHECK(made > 0.75 * asked);
            CHECK(made < 1.25 * asked);
        }
}

TEST_CASE("every building of a sample city has a size, a height, a year and a use", "[sample]") {
    for (const Style style : {Style::california, Style::china}) {
        const city::CityModel city = make_sample_city({.style = style, .buildings = 3000});
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < city.buildings.count(); ++i) {
            const city::Buildings& b = city.buildings;
            const double area_m2 = polygon_area_m2(b.footprints, i);
            wrong += !(area_m2 > 1.0) || std::abs(static_cast<double>(b.footprint_area_m2[i]) -
                                                  area_m2) > 1e-3 * area_m2;
            wrong += !(b.height_m[i] > b.base_m[i]) || !(b.storeys[i] >= 1.0f) ||
                     !(b.floor_area_m2[i] > 0.0f);
            wrong += !(b.construction_year[i] > 1850.0f && b.construction_year[i] < 2030.0f) ||
                     b.use[i] == city::BuildingUse::unknown;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("only the two styles have names", "[sample]") {
    CHECK(sample::style_from_name("california") == Style::california);
    CHECK(sample::style_from_name("china") == Style::china);
    CHECK_FALSE(sample::style_from_name("Atlantis"));
}

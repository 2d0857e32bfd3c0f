// The small inputs of ../shared/data/reports that are about columns, units and codes: each carries
// the right value that stands beside it.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geo/io/load_city.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

using city::Assumed;
using city::BuildingUse;
using city::ProblemKind;
using city::RoadClass;

namespace {

// A copy of a report's folder: the shared one is read-only.
class Report {
  public:
    explicit Report(const std::string& name) {
        const auto found = test::shared_file("data/reports/" + name);
        if (!found) return;
        std::filesystem::copy(*found, folder_.path(),
                              std::filesystem::copy_options::recursive |
                                  std::filesystem::copy_options::overwrite_existing);
        there_ = true;
    }
    bool there() const { return there_; }
    geo_io::LoadedCity loaded(const std::string& file, bool roads = false) const {
        geo_io::CitySource source;
        const std::string path = folder_.path() + "/" + file;
        if (roads)
            source.roads = {path};
        else
            source.city = path;
        auto city = geo_io::load_city(source);
        INFO((city ? std::string() : city.error().message));
        REQUIRE(city);
        return std::move(*city);
    }

  private:
    test::TempFolder folder_;
    bool there_ = false;
};

std::vector<RoadClass> classes_of(const geo_io::LoadedCity& loaded) {
    return loaded.city.roads.road_class;
}

}  // namespace

TEST_CASE("report 07: the unit in a column's name counts", "[io][reports]") {
    const Report report("07-unit-in-column-name");
    if (!report.there()) return;
    for (int i = 0; i < 6; ++i) {
        const auto loaded = report.loaded(std::to_string(i) + ".geojson");
        REQUIRE(loaded.city.buildings.count() == 1);
        CHECK_THAT(loaded.city.buildings.height_m[0], WithinAbs(9.144, 0.005));
        CHECK(loaded.report.assumed.count("height_m") == 0);
    }
}

TEST_CASE("report 08: New York's heightroof is in feet", "[io][reports]") {
    const Report report("08-heightroof-feet");
    if (!report.there()) return;
    const auto loaded = report.loaded("a.geojson");
    REQUIRE(loaded.city.buildings.count() == 3);
    CHECK_THAT(loaded.city.buildings.height_m[0], WithinAbs(9.144, 0.001));
    CHECK_THAT(loaded.city.buildings.height_m[1], WithinAbs(129.692, 0.001));
    // No height is written for the third.
    CHECK(has(loaded.city.buildings.assumed[2], Assumed::height));
    CHECK(loaded.city.buildings.construction_year[0] == 1930.0f);
}

TEST_CASE("report 11b: a floor area of 10.76 times footprint and storeys is in square feet",
          "[io][reports]") {
    const Report report("11b-urbanopt-real");
    if (!report.there()) return;
    const auto loaded = report.loaded("example_project_combined.json");
    const city::Buildings& b = loaded.city.buildings;
    std::size_t row = 0;
    while (row < b.count() && b.id[row] != "1") ++row;
    REQUIRE(row < b.count());
    CHECK_THAT(b.floor_area_m2[row], WithinAbs(69880.0, 1.0));
    CHECK_THAT(b.footprint_area_m2[row], WithinAbs(17470.0, 100.0));
    CHECK(loaded.report.count_of(ProblemKind::unit_guessed) == 1);
}

TEST_CASE("report 12: New York's land use codes are uses, not one use", "[io][reports]") {
    const Report report("12-use-codes-numeric");
    if (!report.there()) return;
    const auto loaded = report.loaded("a.geojson");
    REQUIRE(loaded.city.buildings.count() == 11);
    const auto use = [&](const char* id) {
        for (std::size_t i = 0; i < 11; ++i)
            if (loaded.city.buildings.id[i] == id) return loaded.city.buildings.use[i];
        return BuildingUse::unknown;
    };
    CHECK(use("01") == BuildingUse::residential_detached);
    CHECK(use("02") == BuildingUse::residential_apartment);
    CHECK(use("03") == BuildingUse::residential_apartment);
    CHECK(use("05") == BuildingUse::office);
    CHECK(use("06") == BuildingUse::industry);
    CHECK(use("10") == BuildingUse::unconditioned);
    CHECK(loaded.report.assumed.at("use") == 2);  // open space and vacant land name none
}

TEST_CASE("report 14: American speed limits are in miles per hour", "[io][reports]") {
    const Report report("14-us-speed-number");
    if (!report.there()) return;
    const auto loaded = report.loaded("a.geojson", true);
    REQUIRE(loaded.city.roads.count() == 4);
    const auto& speed = loaded.city.roads.speed_kmh;
    CHECK_THAT(speed[0], WithinAbs(104.607, 0.01));
    CHECK_THAT(speed[1], WithinAbs(88.514, 0.01));
    CHECK_THAT(speed[2], WithinAbs(40.234, 0.01));
    CHECK_THAT(speed[3], WithinAbs(56.327, 0.01));
    CHECK(loaded.report.count_of(ProblemKind::unit_guessed) == 1);
}

TEST_CASE("report 64: DataSF's median height counts, whole names and cut ones", "[io][reports]") {
    const Report report("64-datasf-columns");
    if (!report.there()) return;
    for (const char* file : {"a.geojson", "b.shp"}) {
        const auto loaded = report.loaded(file);
        REQUIRE(loaded.city.buildings.count() == 2);
        CHECK_THAT(loaded.city.buildings.height_m[0], WithinAbs(9.5, 0.001));
        CHECK_THAT(loaded.city.buildings.height_m[1], WithinAbs(9.5, 0.001));
    }
}

TEST_CASE("report 67: codes of road classes are roads of their class", "[io][reports]") {
    const Report report("67-road-class-codes");
    if (!report.there()) return;
    CHECK(classes_of(report.loaded("mtfcc.geojson", true)) ==
          std::vector{RoadClass::motorway, RoadClass::primary, RoadClass::residential,
                      RoadClass::motorway, RoadClass::residential, RoadClass::service,
                      RoadClass::service, RoadClass::path});
    CHECK(classes_of(report.loaded("fsystem.geojson", true)) ==
          std::vector{RoadClass::motorway, RoadClass::motorway, RoadClass::primary,
                      RoadClass::secondary, RoadClass::tertiary, RoadClass::tertiary,
                      RoadClass::residential});
    CHECK(classes_of(report.loaded("funcclass.geojson", true)) ==
          std::vector{RoadClass::motorway, RoadClass::primary, RoadClass::secondary,
                      RoadClass::tertiary, RoadClass::residential});
    CHECK(classes_of(report.loaded("roadclass_cn.geojson", true)) ==
          std::vector{RoadClass::motorway, RoadClass::motorway, RoadClass::primary,
                      RoadClass::secondary, RoadClass::tertiary, RoadClass::trunk,
                      RoadClass::secondary});
}

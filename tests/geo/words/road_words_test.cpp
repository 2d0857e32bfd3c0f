#include "geo/words/road_words.h"

#include <utility>

#include "tests/support/catch.h"

using city::RoadClass;
using geo_io::CodeSystem;
using geo_io::road_class_from_text;

namespace {
using Cases = std::initializer_list<std::pair<const char*, RoadClass>>;
void check_roads(Cases cases, CodeSystem codes = CodeSystem::none) {
    for (const auto& [text, road_class] : cases) {
        INFO(text << " was taken for " << name_of(road_class_from_text(text, codes)));
        CHECK(road_class_from_text(text, codes) == road_class);
    }
}
}  // namespace

TEST_CASE("roads are classed by OpenStreetMap's values, their links and Chinese words",
          "[io][use]") {
    CHECK(road_class_from_text("motorway") == RoadClass::motorway);
    CHECK(road_class_from_text("motorway_link") == RoadClass::motorway);
    CHECK(road_class_from_text("Primary_Link") == RoadClass::primary);
    CHECK(road_class_from_text("living_street") == RoadClass::residential);
    CHECK(road_class_from_text("footway") == RoadClass::path);
    CHECK(road_class_from_text("subway") == RoadClass::rail);
    CHECK(road_class_from_text("快速路") == RoadClass::motorway);
    CHECK(road_class_from_text("主干路") == RoadClass::primary);
    CHECK(road_class_from_text("支路") == RoadClass::tertiary);
    CHECK(road_class_from_text("") == RoadClass::unknown);
    CHECK(road_class_from_text("yes") == RoadClass::unknown);
}

TEST_CASE("the census's feature class codes are roads of their class", "[io][roads]") {
    check_roads({{"S1100", RoadClass::motorway},
                 {"S1200", RoadClass::primary},
                 {"S1400", RoadClass::residential},
                 {"S1500", RoadClass::service},
                 {"S1710", RoadClass::path},
                 {"S1740", RoadClass::service},
                 {"S1820", RoadClass::path},
                 {"H3010", RoadClass::unknown}},
                CodeSystem::mtfcc);
    CHECK(road_class_from_text("S1100") == RoadClass::unknown);
    check_roads({{"I", RoadClass::motorway}, {"U", RoadClass::primary}, {"M", RoadClass::unknown}},
                CodeSystem::rttyp);
    check_roads({{"A11", RoadClass::motorway}, {"A41", RoadClass::residential}}, CodeSystem::cfcc);
}

TEST_CASE("functional systems and classes are roads of their class", "[io][roads]") {
    check_roads({{"1", RoadClass::motorway},
                 {"2", RoadClass::motorway},
                 {"3", RoadClass::primary},
                 {"4", RoadClass::secondary},
                 {"5", RoadClass::tertiary},
                 {"6", RoadClass::tertiary},
                 {"7", RoadClass::residential},
                 {"8", RoadClass::unknown}},
                CodeSystem::f_system);
    check_roads({{"1", RoadClass::motorway}, {"5", RoadClass::residential}},
                CodeSystem::here_class);
    check_roads(
        {{"11", RoadClass::motorway}, {"14", RoadClass::primary}, {"19", RoadClass::residential}},
        CodeSystem::fhwa_rural_urban);
    check_roads({{"Interstate", RoadClass::motorway},
                 {"Principal Arterial - Other", RoadClass::primary},
                 {"Principal Arterial - Other Freeways and Expressways", RoadClass::motorway},
                 {"Minor Arterial", RoadClass::secondary},
                 {"Major Collector", RoadClass::tertiary},
                 {"Local", RoadClass::residential},
                 {"Residential Street", RoadClass::residential},
                 {"track_grade2", RoadClass::service}});
}

TEST_CASE("Chinese, Korean and Japanese roads are classed by words and by their own codes",
          "[io][roads]") {
    check_roads({{"高速公路", RoadClass::motorway},
                 {"次干路", RoadClass::secondary},
                 {"国道", RoadClass::trunk},
                 {"县道", RoadClass::secondary},
                 {"乡道", RoadClass::tertiary},
                 {"高速铁路", RoadClass::rail},
                 {"고속국도", RoadClass::motorway},
                 {"일반국도", RoadClass::trunk},
                 {"都道府県道", RoadClass::secondary}});
    check_roads({{"41000", RoadClass::motorway},
                 {"45000", RoadClass::secondary},
                 {"0201|0202", RoadClass::trunk},
                 {"G", RoadClass::trunk}},
                CodeSystem::chinese_road);
    check_roads({{"101", RoadClass::motorway}, {"107", RoadClass::tertiary}},
                CodeSystem::korean_road);
    CHECK(road_class_from_text("41000") == RoadClass::unknown);
}

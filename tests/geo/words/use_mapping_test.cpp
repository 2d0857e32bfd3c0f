#include "geo/words/use_mapping.h"

#include <utility>

#include "tests/support/catch.h"

using city::BuildingUse;
using city::RoadClass;
using geo_io::road_class_from_text;
using geo_io::use_from_name_words;
using geo_io::use_from_text;

namespace {
using Cases = std::initializer_list<std::pair<const char*, BuildingUse>>;
void check_uses(Cases cases) {
    for (const auto& [text, use] : cases) {
        INFO(text << " was taken for " << name_of(use_from_text(text)));
        CHECK(use_from_text(text) == use);
    }
}
}  // namespace

TEST_CASE("OpenStreetMap's values name their use", "[io][use]") {
    check_uses({{"house", BuildingUse::residential_detached},
                {"detached", BuildingUse::residential_detached},
                {"terrace", BuildingUse::residential_attached},
                {"apartments", BuildingUse::residential_apartment},
                {"dormitory", BuildingUse::residential_apartment},
                {"office", BuildingUse::office},
                {"retail", BuildingUse::retail},
                {"supermarket", BuildingUse::supermarket},
                {"restaurant", BuildingUse::restaurant},
                {"hotel", BuildingUse::hotel},
                {"hospital", BuildingUse::hospital},
                {"clinic", BuildingUse::outpatient},
                {"school", BuildingUse::school},
                {"university", BuildingUse::university},
                {"church", BuildingUse::public_assembly},
                {"warehouse", BuildingUse::warehouse},
                {"industrial", BuildingUse::industry},
                {"train_station", BuildingUse::transport_station},
                {"garage", BuildingUse::unconditioned},
                {"townhall", BuildingUse::government_office}});
}

TEST_CASE("assessors' and surveys' words name their use, whatever their case", "[io][use]") {
    check_uses({{"Single-Family", BuildingUse::residential_detached},
                {"Multifamily (5 or more units)", BuildingUse::residential_apartment},
                {"OFFICE", BuildingUse::office},
                {" Retail store ", BuildingUse::retail},
                {"Food service", BuildingUse::restaurant},
                {"residential_apartment", BuildingUse::residential_apartment}});
}

TEST_CASE("codes of GB 50137 name their use, with or without words behind them", "[io][use]") {
    check_uses({{"R2", BuildingUse::residential_apartment},
                {"B1", BuildingUse::retail},
                {"B14", BuildingUse::hotel},
                {"B2", BuildingUse::office},
                {"A1", BuildingUse::government_office},
                {"A33", BuildingUse::school},
                {"A31", BuildingUse::university},
                {"A5", BuildingUse::hospital},
                {"A2", BuildingUse::public_assembly},
                {"M1", BuildingUse::industry},
                {"W1", BuildingUse::warehouse},
                {"S3", BuildingUse::transport_station},
                {"U1", BuildingUse::utility},
                {"R2 residential", BuildingUse::residential_apartment},
                {"R2 二类居住用地", BuildingUse::residential_apartment},
                {"M1 一类工业用地", BuildingUse::industry},
                {"A33 中小学用地", BuildingUse::school}});
}

TEST_CASE("Chinese words name their use, the surer word first", "[io][use]") {
    check_uses({{"住宅", BuildingUse::residential_apartment},
                {"别墅", BuildingUse::residential_detached},
                {"写字楼", BuildingUse::office},
                {"商务办公", BuildingUse::office},
                {"人民医院", BuildingUse::hospital},
                {"第一中学", BuildingUse::school},
                {"同济大学", BuildingUse::university},
                {"停车场", BuildingUse::unconditioned},
                {"购物中心", BuildingUse::mall},
                {"酒店", BuildingUse::hotel},
                {"工业厂房", BuildingUse::industry},
                {"仓库", BuildingUse::warehouse},
                {"火车站", BuildingUse::transport_station},
                {"区政府", BuildingUse::government_office},
                {"大学停车库", BuildingUse::unconditioned},
                {"大学图书馆", BuildingUse::university}});
}

TEST_CASE("what says nothing about the use stays unknown", "[io][use]") {
    check_uses({{"", BuildingUse::unknown},
                {"yes", BuildingUse::unknown},
                {"Vacant", BuildingUse::unknown},
                {"空地", BuildingUse::unknown},
                {"12345", BuildingUse::unknown},
                {" ", BuildingUse::unknown}});
}

TEST_CASE("a building's own name tells its use only when it leaves little doubt", "[io][use]") {
    CHECK(use_from_name_words("Hilton Hotel") == BuildingUse::hotel);
    CHECK(use_from_name_words("Galileo High School") == BuildingUse::school);
    CHECK(use_from_name_words("和平饭店") == BuildingUse::hotel);
    CHECK(use_from_name_words("金茂大厦") == BuildingUse::office);
    CHECK(use_from_name_words("Smith") == BuildingUse::unknown);
    CHECK(use_from_name_words("") == BuildingUse::unknown);
}

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

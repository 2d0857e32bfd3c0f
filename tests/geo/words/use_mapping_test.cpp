#include "geo/words/use_mapping.h"
#include "geo/words/feature_words.h"

#include <utility>

#include "tests/support/catch.h"

using city::BuildingUse;
using geo_io::CodeSystem;
using geo_io::use_from_name_words;
using geo_io::use_from_text;

namespace {
using Cases = std::initializer_list<std::pair<const char*, BuildingUse>>;
void check_uses(Cases cases, CodeSystem codes = CodeSystem::none) {
    for (const auto& [text, use] : cases) {
        INFO(text << " was taken for " << name_of(use_from_text(text, codes)));
        CHECK(use_from_text(text, codes) == use);
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
                {"A33 中小学用地", BuildingUse::school},
                {"0701", BuildingUse::residential_apartment},
                {"101", BuildingUse::residential_apartment}},
               CodeSystem::gb_land_use);
}

TEST_CASE("a code means nothing where its table does not belong", "[io][use]") {
    for (const char* code : {"R2", "B1", "A5", "07", "0505", "101", "504", "M", "08"}) {
        INFO(code);
        CHECK(use_from_text(code) == BuildingUse::unknown);
        CHECK(use_from_text(code, CodeSystem::korean_use) == BuildingUse::unknown);
    }
    CHECK(use_from_text("05", CodeSystem::pluto_land_use) == BuildingUse::office);
    CHECK(use_from_text("05", CodeSystem::gb_land_use) == BuildingUse::retail);
}

TEST_CASE("New York's land uses and building classes name their use", "[io][use]") {
    check_uses({{"01", BuildingUse::residential_detached},
                {"1", BuildingUse::residential_detached},
                {"02", BuildingUse::residential_apartment},
                {"03", BuildingUse::residential_apartment},
                {"04", BuildingUse::residential_apartment},
                {"05", BuildingUse::office},
                {"06", BuildingUse::industry},
                {"10", BuildingUse::unconditioned},
                {"11", BuildingUse::unknown},
                {"12", BuildingUse::unknown},
                {"105", BuildingUse::unknown}},
               CodeSystem::pluto_land_use);
    check_uses({{"A1", BuildingUse::residential_detached},
                {"C4", BuildingUse::residential_apartment},
                {"O4", BuildingUse::office},
                {"K1", BuildingUse::retail},
                {"W1", BuildingUse::school},
                {"W5", BuildingUse::university},
                {"I1", BuildingUse::hospital},
                {"V0", BuildingUse::unknown}},
               CodeSystem::pluto_building_class);
}

TEST_CASE("fire codes and industry codes of American columns name their use", "[io][use]") {
    check_uses({{"R-2", BuildingUse::residential_apartment},
                {"B", BuildingUse::office},
                {"A-2", BuildingUse::restaurant},
                {"M", BuildingUse::retail},
                {"E", BuildingUse::school}},
               CodeSystem::occupancy_group);
    check_uses({{"722511", BuildingUse::restaurant},
                {"44", BuildingUse::retail},
                {"622110", BuildingUse::hospital},
                {"541", BuildingUse::office}},
               CodeSystem::naics);
}

TEST_CASE("assessors' phrases name their use by their words", "[io][use]") {
    check_uses({{"Single Family Dwelling", BuildingUse::residential_detached},
                {"SFR", BuildingUse::residential_detached},
                {"Single Fam Res", BuildingUse::residential_detached},
                {"One Family Dwelling", BuildingUse::residential_detached},
                {"Mobile Home Park", BuildingUse::residential_detached},
                {"Townhouse", BuildingUse::residential_attached},
                {"Single Family Attached", BuildingUse::residential_attached},
                {"2-4 Units", BuildingUse::residential_attached},
                {"Double, Duplex, or Two Units", BuildingUse::residential_attached},
                {"Five or More Units or Apartments", BuildingUse::residential_apartment},
                {"Hotel 3 Star", BuildingUse::hotel},
                {"TRIPLEX", BuildingUse::residential_attached},
                {"Apts", BuildingUse::residential_apartment},
                {"APTS 5+ UNITS", BuildingUse::residential_apartment},
                {"MULTI-FAM", BuildingUse::residential_apartment},
                {"Condominium Unit", BuildingUse::residential_apartment},
                {"Mixed Residential & Commercial Buildings", BuildingUse::residential_apartment},
                {"Office Bldg", BuildingUse::office},
                {"OFFICE BLDG 3 STY", BuildingUse::office},
                {"Office Condo", BuildingUse::office},
                {"Med Office", BuildingUse::outpatient},
                {"Retail Trade", BuildingUse::retail},
                {"Gas Station", BuildingUse::retail},
                {"Neighborhood Shopping Center", BuildingUse::mall},
                {"Whse", BuildingUse::warehouse},
                {"Mini Storage", BuildingUse::warehouse},
                {"Light Mfg", BuildingUse::industry},
                {"Rest Home", BuildingUse::hospital},
                {"Fast Food Rest", BuildingUse::restaurant},
                {"Motel/Hotel", BuildingUse::hotel},
                {"Elementary School", BuildingUse::school},
                {"Church/Religious", BuildingUse::public_assembly},
                {"Fire Station", BuildingUse::government_office},
                {"Parking Lot", BuildingUse::unconditioned},
                {"Parking Garage", BuildingUse::unconditioned},
                {"Apartment over garage", BuildingUse::residential_apartment},
                {"Vacant Land", BuildingUse::unknown},
                {"Vacant Commercial", BuildingUse::unknown}});
}

TEST_CASE("Korean and Japanese words name their use", "[io][use]") {
    check_uses({{"단독주택", BuildingUse::residential_detached},
                {"공동주택(아파트)", BuildingUse::residential_apartment},
                {"제2종근린생활시설", BuildingUse::retail},
                {"업무시설", BuildingUse::office},
                {"공장", BuildingUse::industry},
                {"교육연구시설", BuildingUse::school},
                {"共同住宅", BuildingUse::residential_apartment},
                {"専用住宅", BuildingUse::residential_detached},
                {"事務所", BuildingUse::office},
                {"店舗", BuildingUse::retail},
                {"工場", BuildingUse::industry},
                {"病院", BuildingUse::hospital}});
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

TEST_CASE("numbers of EULUC-China speak of land in China only", "[io][words]") {
    using geo_io::CodePlace;
    CHECK(geo_io::area_kind_from("601", CodePlace::china) == city::AreaKind::park);
    CHECK(geo_io::area_kind_from("301", CodePlace::china) == city::AreaKind::industrial);
    for (const char* code : {"101", "201", "301", "601"})
        CHECK(geo_io::area_kind_from(code, CodePlace::united_states) == city::AreaKind::other);
    CHECK(geo_io::area_kind_from("residential", CodePlace::united_states) ==
          city::AreaKind::residential);
}

TEST_CASE("what a building is not is no use", "[io][words]") {
    for (const char* text : {"Non-Residential Building", "Not residential", "non residential",
                             "Nonresidential", "非居住", "비주거"}) {
        INFO(text);
        CHECK(use_from_text(text) == BuildingUse::unknown);
    }
    CHECK(use_from_text("0701", CodeSystem::gb_land_use) == BuildingUse::residential_apartment);
}

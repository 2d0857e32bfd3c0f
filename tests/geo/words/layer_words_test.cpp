#include "geo/words/layer_words.h"

#include <string>

#include "tests/support/catch.h"

using geo_io::Thing;
using geo_io::thing_from_column;
using geo_io::thing_from_kind;
using geo_io::thing_from_name;

TEST_CASE("a layer's name says what it holds, by its words and not by parts of them",
          "[words][layers]") {
    const std::pair<const char*, Thing> rows[] = {
        {"buildings", Thing::building},
        {"gis_osm_buildings_a_free_1", Thing::building},
        {"sf_footprints_citywide", Thing::building},
        {"A-WALL", Thing::building},
        {"JMD", Thing::building},
        {"市区建筑轮廓", Thing::building},
        {"park_buildings", Thing::building},
        {"building_part", Thing::building_part},
        {"buildings_addresses", Thing::address},
        {"building_permits", Thing::other},
        {"gis_osm_roads_free_1", Thing::road},
        {"tl_2023_06075_roads", Thing::road},
        {"market_street", Thing::road},
        {"water_street", Thing::road},
        {"road_boundaries", Thing::boundary},
        {"segment", Thing::road},
        {"tl_2023_06075_tract", Thing::census},
        {"tl_2020_06075_tabblock20", Thing::census},
        {"census_tracts", Thing::census},
        {"tl_2023_06075_areawater", Thing::water},
        {"gis_osm_waterways_free_1", Thing::water},
        {"gis_osm_landuse_a_free_1", Thing::land_use},
        {"land_use", Thing::land_use},
        {"建设用地", Thing::land_use},
        {"区县界_area", Thing::boundary},
        {"city_boundary", Thing::boundary},
        {"shenzhen_districts", Thing::boundary},
        {"zoning", Thing::zoning},
        {"Zoning_Districts", Thing::boundary},
        {"TaxParcels", Thing::parcel},
        {"LA_County_Parcels", Thing::parcel},
        {"MapPLUTO", Thing::parcel},
        {"宗地", Thing::parcel},
        {"street_trees", Thing::plant},
        {"ParkingLots", Thing::parking},
        {"power_lines", Thing::power},
        {"powerlines", Thing::power},
        {"water_main", Thing::pipe},
        {"contour_2ft", Thing::contour},
        {"等高线", Thing::contour},
        {"railways", Thing::railway},
        {"bus_routes", Thing::transit},
        {"TEXT", Thing::text},
        {"data", Thing::unknown},
        {"export", Thing::unknown},
        {"sf", Thing::unknown},
        {"parkside", Thing::unknown},
        {"310000SHANGHAISHI", Thing::unknown},
        {"", Thing::unknown},
    };
    for (const auto& [name, thing] : rows) {
        INFO(name);
        CHECK(thing_from_name(name).thing == thing);
    }
    // Words of places are believed less, unless they stand alone or in the plural.
    CHECK(thing_from_name("park_slope").weak);
    CHECK(thing_from_name("orange_county").weak);
    CHECK(thing_from_name("溧水").weak);
    CHECK_FALSE(thing_from_name("city_parks").weak);
    CHECK_FALSE(thing_from_name("park").weak);
}

TEST_CASE("a column says what its layer is of", "[words][layers]") {
    for (const char* column :
         {"height", "BLDG_HT", "NUM_STORIES", "roof_shape", "建筑高度", "hgt_median"})
        CHECK(thing_from_column(column) == Thing::building);
    for (const char* column : {"APN", "parcel_id", "MAPBLKLOT", "Lot_Area", "PNU"})
        CHECK(thing_from_column(column) == Thing::parcel);
    for (const char* column : {"GEOID", "STATEFP", "ALAND20", "CNTY_FIPS"})
        CHECK(thing_from_column(column) == Thing::census);
    for (const char* column :
         {"highway", "MTFCC", "F_SYSTEM", "speed_limit", "ST_NAME", "道路等级"})
        CHECK(thing_from_column(column) == Thing::road);
    CHECK(thing_from_column("zoning_sim") == Thing::zoning);
    CHECK(thing_from_column("elevation") == Thing::contour);
    CHECK(thing_from_column("voltage") == Thing::power);
    CHECK(thing_from_column("grid_id") == Thing::grid_cell);
    for (const char* column : {"name", "id", "landuse", "year", "area"})
        CHECK(thing_from_column(column) == Thing::unknown);
}

TEST_CASE("a feature can say that it is no building", "[words][layers]") {
    CHECK(thing_from_kind("Building") == Thing::building);
    CHECK(thing_from_kind("Site Origin") == Thing::other);
    CHECK(thing_from_kind("District System") == Thing::other);
    CHECK(thing_from_kind("Tax Lot") == Thing::parcel);
    CHECK(thing_from_kind("Road") == Thing::road);
    // Uses of buildings.
    for (const char* kind : {"residential", "school", "garage", "commercial", ""})
        CHECK(thing_from_kind(kind) == Thing::unknown);
}

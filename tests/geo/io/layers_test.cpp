// Which layer of a source is buildings, roads, something drawn or none of them.
#include <gdal_priv.h>
#include <gdal_utils.h>

#include <string>
#include <vector>

#include "geo/io/load_city.h"
#include "tests/support/boxes.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using city::ProblemKind;
using geo_io::load_city;
using geo_io::LoadedCity;

namespace {

// Houses of 10 m x 10 m, 20 m apart, or so many metres wide and touching.
std::vector<std::string> boxes(int count, const std::string& properties, double size_m = 10.0,
                               bool touching = false) {
    constexpr double metre = 1.0 / 111'195.0;
    std::vector<std::string> features;
    for (int i = 0; i < count; ++i) {
        const double west = -122.42 + i * size_m * metre * (touching ? 1.0 : 2.0);
        features.push_back(test::feature_json(
            properties, {{test::box(west, 37.8, west + size_m * metre, 37.8 + size_m * metre)}}));
    }
    return features;
}

std::string line(const std::string& properties, const std::vector<test::Corner>& corners) {
    std::string ring = test::ring_json(corners);
    ring = ring.substr(0, ring.rfind(",["));  // open
    return R"({"type":"Feature","properties":{)" + properties +
           R"(},"geometry":{"type":"LineString","coordinates":)" + ring + "]}}";
}

city::Result<LoadedCity> loaded(const std::string& name, const std::vector<std::string>& features) {
    const test::TempFolder folder;
    return load_city({folder.file(name, test::collection_json(features)), {}, {}, {}});
}

city::Result<LoadedCity> named_as_buildings(const std::string& name,
                                            const std::vector<std::string>& features) {
    const test::TempFolder folder;
    return load_city({"", {folder.file(name, test::collection_json(features))}, {}, {}});
}

city::Result<LoadedCity> named_as_roads(const std::string& name,
                                        const std::vector<std::string>& features) {
    const test::TempFolder folder;
    return load_city({"", {}, {folder.file(name, test::collection_json(features))}, {}});
}

const std::vector<test::Corner> street{{-122.42, 37.8}, {-122.41, 37.8}};
const std::vector<test::Corner> outline{
    {-122.42, 37.8}, {-122.4198, 37.8}, {-122.4198, 37.8001}, {-122.42, 37.8001}, {-122.42, 37.8}};

}  // namespace

TEST_CASE("polygons called anything are buildings where nothing speaks against it",
          "[io][layers]") {
    for (const char* name :
         {"data.geojson", "export.geojson", "sf.geojson", "market_street.geojson",
          "park_slope.geojson", "orange_county.geojson", "溧水.geojson"}) {
        INFO(name);
        const auto city = loaded(name, boxes(3, "\"name\":\"x\""));
        REQUIRE(city);
        CHECK(city->city.buildings.count() == 3);
        CHECK(city->report.ignored_layers.empty());
    }
    // Columns of buildings outweigh a name.
    const auto district = loaded("mission_district.geojson", boxes(3, R"("height":9,"stories":3)"));
    REQUIRE(district);
    CHECK(district->city.buildings.count() == 3);
    // And a parcel's number in a table of buildings makes no parcels of them.
    const auto with_apn = loaded("buildings.geojson", boxes(3, R"("APN":"1","ZONING":"R1")"));
    REQUIRE(with_apn);
    CHECK(with_apn->city.buildings.count() == 3);
}

TEST_CASE("parcels, zones, census areas and the like are no buildings and are named as such",
          "[io][layers]") {
    struct Row {
        const char *name, *properties, *said;
    };
    for (const Row& row : {
             Row{"parcels", R"("height":9)", "parcels are no buildings"},
             Row{"export", R"("APN":"7","OWNER":"x")", "parcels are no buildings (APN, OWNER)"},
             Row{"MapPLUTO", R"("BBL":1,"NumFloors":3,"LotArea":4,"Lot":2)", "parcels"},
             Row{"zoning", R"("zone":"R1","height":12)", "zoning areas are no buildings (zone)"},
             Row{"tl_2023_06075_tract", R"("GEOID":"1","STATEFP":"06")", "census areas"},
             Row{"data", R"("STATEFP":"06","COUNTYFP":"075")", "census areas"},
             Row{"city_limits", R"("name":"x")", "boundaries are no buildings"},
             Row{"parking_lots", R"("name":"x")", "parking areas are no buildings"},
             Row{"区县界", R"("name":"x")", "boundaries"},
         }) {
        INFO(row.name);
        const auto city = loaded(std::string(row.name) + ".geojson", boxes(3, row.properties));
        REQUIRE_FALSE(city);
        CHECK(city.error().message.find(row.said) != std::string::npos);
        CHECK(city.error().message.find(std::string("layer '") + row.name + "', 3 features") !=
              std::string::npos);
        CHECK(city.error().message.find("[buildings] layer = ") != std::string::npos);
    }
    // Nobody says what these are, but they tile the ground and are as large as blocks.
    const auto cells = loaded("data.geojson", boxes(20, R"("mean_height":9)", 250.0, true));
    REQUIRE_FALSE(cells);
    CHECK(cells.error().message.find("cells of a grid") != std::string::npos);
    // Parks alone are drawn, but no city.
    const auto parks = loaded("parks.geojson", boxes(3, R"("name":"x")"));
    REQUIRE_FALSE(parks);
    CHECK(parks.error().message.find("3 polygons are water, parks or land use") !=
          std::string::npos);
}

TEST_CASE("what the user calls buildings is believed, with a word where it looks otherwise",
          "[io][layers]") {
    const auto plain = named_as_buildings("parcels.geojson", boxes(3, R"("name":"x")"));
    REQUIRE(plain);
    CHECK(plain->city.buildings.count() == 3);
    CHECK(plain->report.count_of(ProblemKind::layer_doubtful) == 1);
    // Name and columns agree.
    REQUIRE_FALSE(named_as_buildings("parcels.geojson", boxes(3, R"("APN":"1")")));

    const test::TempFolder folder;
    folder.file("parcels.geojson", test::collection_json(boxes(3, R"("APN":"1")")));
    const auto asked = load_city({folder.file("city.toml",
                                              "[buildings]\nsource = \"parcels.geojson\"\n"
                                              "layer = \"parcels\"\n"),
                                  {},
                                  {},
                                  {}});
    REQUIRE(asked);
    CHECK(asked->city.buildings.count() == 3);
    CHECK(asked->report.count_of(ProblemKind::layer_doubtful) == 1);
}

TEST_CASE("a line is a road only with a sign that it is one", "[io][layers]") {
    for (const char* properties :
         {R"("highway":"primary")", R"("MTFCC":"S1400")", R"("lanes":2)", R"("speedlimit":25)",
          R"("ST_NAME":"Main")", R"("type":"residential")", R"("FUNC_CLASS":4)",
          R"("道路等级":"主干路")"}) {
        INFO(properties);
        const auto city = loaded("data.geojson", {line(properties, street)});
        REQUIRE(city);
        CHECK(city->city.roads.count() == 1);
    }
    const auto named = loaded("streets.geojson", {line("\"x\":1", street)});
    REQUIRE(named);
    CHECK(named->city.roads.count() == 1);

    for (const auto& [name, properties] : {std::pair{"data", "\"x\":1"},
                                           {"power_lines", "\"name\":\"x\""},
                                           {"data", "\"voltage\":1"},
                                           {"contours", "\"x\":1"},
                                           {"data", "\"elevation\":10"},
                                           {"rivers", "\"name\":\"x\""},
                                           {"railways", "\"name\":\"x\""},
                                           {"fences", "\"x\":1"},
                                           {"pipelines", "\"x\":1"},
                                           {"bus_routes", "\"route_id\":1"},
                                           {"city_boundary", "\"name\":\"x\""}}) {
        INFO(name << " " << properties);
        const auto city = loaded(std::string(name) + ".geojson", {line(properties, street)});
        REQUIRE_FALSE(city);
        CHECK(city.error().message.find("roads") != std::string::npos);
    }
    const auto trusted = named_as_roads("data.geojson", {line("\"x\":1", street)});
    REQUIRE(trusted);
    CHECK(trusted->city.roads.count() == 1);
}

TEST_CASE("closed lines round buildings are footprints, and never streets", "[io][layers]") {
    const auto closed = loaded("data.geojson", {line("\"x\":1", outline)});
    REQUIRE(closed);
    CHECK(closed->city.buildings.count() == 1);
    CHECK(closed->city.roads.count() == 0);
    CHECK(closed->report.count_of(ProblemKind::line_as_outline) == 1);
    const auto in_buildings =
        named_as_buildings("data.geojson", {line("\"x\":1", outline), line("\"x\":1", street)});
    REQUIRE(in_buildings);
    CHECK(in_buildings->city.buildings.count() == 1);
    CHECK(in_buildings->report.count_of(ProblemKind::geometry_wrong_type) == 1);
    const auto as_roads = named_as_roads("data.geojson", {line("\"x\":1", outline)});
    REQUIRE_FALSE(as_roads);
    CHECK(as_roads.error().message.find("outlines of buildings") != std::string::npos);
    // A roundabout in a table of roads stays one.
    const auto roundabout = loaded("data.geojson", {line("\"highway\":\"primary\"", outline)});
    REQUIRE(roundabout);
    CHECK(roundabout->city.roads.count() == 1);
}

TEST_CASE("columns of OpenStreetMap's tags say what each feature is", "[io][layers]") {
    const auto feature = [](const std::string& tags, double west) {
        return test::feature_json("\"osm_id\":\"1\"," + tags,
                                  {{test::box(west, 37.8, west + 0.0001, 37.8001)}});
    };
    const auto city = loaded(
        "multipolygons.geojson",
        {feature(R"("building":"house","landuse":null,"natural":null,"other_tags":null)", -122.42),
         feature(R"("building":null,"landuse":"grass","natural":null)", -122.41),
         feature(R"("building":null,"landuse":null,"natural":"water")", -122.40),
         feature(
             R"("building":null,"landuse":null,"other_tags":"\"building\"=>\"office\",\"building:levels\"=>\"7\"")",
             -122.39)});
    REQUIRE(city);
    // A tag that has a column of its own is not looked for among the others.
    CHECK(city->city.buildings.count() == 1);
    CHECK(city->city.areas.count() == 2);

    const auto only_others = loaded(
        "multipolygons.geojson",
        {feature(
             R"("landuse":null,"highway":null,"other_tags":"\"building\"=>\"office\",\"building:levels\"=>\"7\"")",
             -122.42),
         feature(R"("landuse":"grass","other_tags":"\"name\"=>\"a \\\"b\\\"\"")", -122.41)});
    REQUIRE(only_others);
    REQUIRE(only_others->city.buildings.count() == 1);
    CHECK(only_others->city.buildings.storeys[0] == 7.0f);
    CHECK(only_others->city.buildings.use[0] == city::BuildingUse::office);
}

namespace {

// A GeoPackage of these layers, each written as GeoJSON first.
std::string package(const test::TempFolder& folder,
                    const std::vector<std::pair<std::string, std::vector<std::string>>>& layers) {
    GDALAllRegister();
    const std::string path = folder.path() + "/all.gpkg";
    GDALDataset* into = nullptr;
    for (const auto& [name, features] : layers) {
        const std::string one = folder.file(name + ".json", test::collection_json(features));
        GDALDatasetH from = GDALOpenEx(one.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
        REQUIRE(from != nullptr);
        std::vector<std::string> words{"-f", "GPKG", "-nln", name};
        if (into != nullptr) words.insert(words.end(), {"-update"});
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        GDALVectorTranslateOptions* options =
            GDALVectorTranslateOptionsNew(arguments.data(), nullptr);
        GDALDatasetH made = GDALVectorTranslate(into != nullptr ? nullptr : path.c_str(), into, 1,
                                                &from, options, nullptr);
        REQUIRE(made != nullptr);
        into = static_cast<GDALDataset*>(made);
        GDALVectorTranslateOptionsFree(options);
        GDALClose(from);
    }
    GDALClose(into);
    return path;
}

}  // namespace

TEST_CASE("a package of many layers gives the same however it is named", "[io][layers]") {
    const test::TempFolder folder;
    const std::string path =
        package(folder, {{"buildings", boxes(4, R"("height":9)")},
                         {"roads", {line(R"("highway":"primary")", street)}},
                         {"rivers", {line(R"("name":"r")", street)}},
                         {"parks", boxes(2, R"("name":"p")", 30.0)},
                         {"parcels", boxes(5, R"("apn":"1","height":3)", 12.0)},
                         {"district", boxes(1, R"("name":"d")", 90.0)}});
    const std::string both = folder.file(
        "city.toml", "[buildings]\nsource = \"all.gpkg\"\n[roads]\nsource = \"all.gpkg\"\n");
    for (const std::string& source : {path, both}) {
        INFO(source);
        const auto city = load_city({source, {}, {}, {}});
        REQUIRE(city);
        CHECK(city->city.buildings.count() == 4);
        CHECK(city->city.roads.count() == 1);
        CHECK(city->city.areas.count() == 2);
        CHECK(city->report.ignored_layers.size() == 3);
        CHECK(city->report.count_of(ProblemKind::layer_ignored) == 3);
    }
    // A layer that is named is taken.
    const auto parcels = load_city(
        {folder.file("p.toml", "[buildings]\nsource = \"all.gpkg\"\nlayer = \"parcels\"\n"),
         {},
         {},
         {}});
    REQUIRE(parcels);
    CHECK(parcels->city.buildings.count() == 5);
    // What is drawn comes from its own table.
    const auto areas =
        load_city({folder.file("a.toml",
                               "[buildings]\nsource = \"all.gpkg\"\nlayer = \"buildings\"\n"
                               "[areas]\nsource = \"parcels.json\"\n"),
                   {},
                   {},
                   {}});
    REQUIRE(areas);
    CHECK(areas->city.buildings.count() == 4);
    CHECK(areas->city.areas.count() == 5);
}

TEST_CASE("tables of all lines: rivers and limits of TIGER, waters of Overture are no roads",
          "[io][layers]") {
    const std::vector<test::Corner> second{{-122.42, 37.81}, {-122.41, 37.81}},
        third{{-122.42, 37.82}, {-122.41, 37.82}};
    const auto edges = loaded("edges.geojson", {line(R"("MTFCC":"S1400","FULLNAME":"A")", street),
                                                line(R"("MTFCC":"H3010","FULLNAME":"B")", second),
                                                line(R"("MTFCC":"R1011","FULLNAME":"C")", third)});
    REQUIRE(edges);
    REQUIRE(edges->city.roads.count() == 2);
    CHECK(edges->city.roads.road_class[1] == city::RoadClass::rail);
    CHECK(edges->report.count_of(ProblemKind::not_a_road) == 1);
    REQUIRE_FALSE(loaded("tl_2023_06075_linearwater.geojson",
                         {line(R"("MTFCC":"H3010","FULLNAME":"B")", street)}));
    const auto segments =
        loaded("segment.geojson", {line(R"("subtype":"road","class":"primary")", street),
                                   line(R"("subtype":"rail","class":"standard_gauge")", second),
                                   line(R"("subtype":"water","class":null)", third)});
    REQUIRE(segments);
    REQUIRE(segments->city.roads.count() == 2);
    CHECK(segments->city.roads.road_class[0] == city::RoadClass::primary);
    CHECK(segments->city.roads.road_class[1] == city::RoadClass::rail);
}

TEST_CASE("rows without a shape before all others do not move the city", "[io][layers]") {
    std::vector<std::string> features(
        600, R"({"type":"Feature","properties":{"height":3},"geometry":null})");
    for (const std::string& house : boxes(2, "\"height\":9")) features.push_back(house);
    const auto city = loaded("data.geojson", features);
    REQUIRE(city);
    CHECK(city->city.buildings.count() == 2);
    CHECK(city->city.frame.map_crs() == "EPSG:32610");
    CHECK(city->report.count_of(ProblemKind::geometry_null) == 600);
}

TEST_CASE("the layers of a drawing say what its lines are; texts and points are counted once",
          "[io][layers]") {
    const test::TempFolder folder;
    const auto entity = [](const char* kind, const char* layer, const std::string& body) {
        return std::string("0\n") + kind + "\n8\n" + layer + "\n" + body;
    };
    const auto polyline = [&](const char* layer, double west, double south, bool closed) {
        std::string body = "100\nAcDbEntity\n100\nAcDbPolyline\n90\n4\n70\n";
        body += closed ? "1\n" : "0\n";
        for (const auto& [x, y] : {std::pair{0, 0}, {20, 0}, {20, 10}, {0, 10}})
            body += "10\n" + std::to_string(551000 + west + x) + "\n20\n" +
                    std::to_string(4180000 + south + y) + "\n";
        return entity("LWPOLYLINE", layer, body);
    };
    const std::string dxf = folder.file(
        "plan.dxf", "0\nSECTION\n2\nENTITIES\n" + polyline("BUILDING", 0, 0, true) +
                        polyline("A-WALL", 40, 0, true) + polyline("JMD", 80, 0, true) +
                        polyline("C-PROP", 0, 0, true) + polyline("CONTOUR", 0, 40, true) +
                        polyline("ROAD", 0, -40, false) + polyline("FENCE", 0, 60, false) +
                        polyline("A-WALL", 0, 80, false) +
                        entity("TEXT", "TEXT", "10\n551010\n20\n4180005\n40\n2\n1\nHouse 1\n") +
                        entity("POINT", "BUILDING", "10\n551010\n20\n4180005\n") +
                        "0\nENDSEC\n0\nEOF\n");
    const auto plan = load_city({dxf, {}, {}, {}});
    REQUIRE(plan);
    CHECK(plan->city.buildings.count() == 3);
    CHECK(plan->city.roads.count() == 1);
    CHECK(plan->report.count_of(ProblemKind::line_as_outline) == 3);
    CHECK(plan->report.count_of(ProblemKind::not_a_road) == 4);
    CHECK(plan->report.count_of(ProblemKind::point_ignored) == 2);
    const auto as_roads = load_city({"", {}, {dxf}, {}});
    REQUIRE(as_roads);
    CHECK(as_roads->city.buildings.count() == 0);
    CHECK(as_roads->city.roads.count() == 1);
}

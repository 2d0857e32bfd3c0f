#include "geo/dialect/city_json.h"

#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/catch.h"

using namespace geo_io;
using nlohmann::json;

namespace {

// A house of 20 m x 20 m x 12 m, in millimetres from (1000, 2000, 5).
json house(const std::string& version) {
    return json::parse(R"({"type":"CityJSON","transform":{"scale":[0.001,0.001,0.001],
      "translate":[1000,2000,5]},"metadata":{"referenceSystem":
      "https://www.opengis.net/def/crs/EPSG/0/7415"},"CityObjects":{"h":{"type":"Building",
      "attributes":{"storeysAboveGround":4,"function":"office"},"geometry":[{"type":"Solid","lod":"2",
      "boundaries":[[[[0,3,2,1]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]]],
      "semantics":{"surfaces":[{"type":"GroundSurface"},{"type":"RoofSurface"},
      {"type":"WallSurface"}],"values":[[0,1,2,2,2,2]]}}]}},
      "vertices":[[0,0,0],[20000,0,0],[20000,20000,0],[0,20000,0],
      [0,0,12000],[20000,0,12000],[20000,20000,12000],[0,20000,12000]],"version":")" +
                       version + "\"}");
}

json features(const city::Result<CityJsonBuildings>& model) {
    return json::parse(model->geojson)["features"];
}

}  // namespace

TEST_CASE("a building of CityJSON 1.0 to 2.0 becomes its ground surface, with its height") {
    for (const std::string version : {"1.0", "1.1", "2.0"}) {
        const auto model = read_city_json(house(version).dump());
        REQUIRE(model);
        CHECK(model->buildings == 1);
        CHECK(model->has_crs);
        CHECK(model->geojson.find("EPSG::7415") != std::string::npos);
        const json feature = features(model)[0];
        CHECK(feature["properties"]["height"] == 12.0);
        CHECK(feature["properties"]["storeysAboveGround"] == 4);
        CHECK(feature["properties"]["building_id"] == "h");
        const json& rings = feature["geometry"]["coordinates"];
        REQUIRE(rings.size() == 1);
        CHECK(rings[0][0][1] == json({1000.0, 2020.0}));
        CHECK(rings[0][0].size() == 5);  // closed
    }
    CHECK_FALSE(read_city_json(house("0.9").dump()));
}

TEST_CASE("a measured height wins over the body's; level of detail 0 over its faces") {
    json model = house("2.0");
    model["CityObjects"]["h"]["attributes"]["measuredHeight"] = 11.5;
    model["CityObjects"]["h"]["geometry"].push_back(
        json::parse(R"({"type":"MultiSurface","lod":"0","boundaries":[[[0,1,2]]]})"));
    const json feature = features(read_city_json(model.dump()))[0];
    CHECK_FALSE(feature["properties"].contains("height"));
    CHECK(feature["geometry"]["coordinates"][0][0].size() == 4);
}

TEST_CASE("a body without a word about its surfaces keeps all its faces, with their heights") {
    json model = house("2.0");
    model["CityObjects"]["h"]["geometry"][0].erase("semantics");
    const json feature = features(read_city_json(model.dump()))[0];
    CHECK(feature["geometry"]["coordinates"].size() == 6);
    CHECK(feature["geometry"]["coordinates"][1][0][0] == json({1000.0, 2000.0, 17.0}));
}

TEST_CASE("parts take what they do not say from their building") {
    json model = house("2.0");
    json part = model["CityObjects"]["h"];
    part["type"] = "BuildingPart";
    part["parents"] = {"h"};
    part["attributes"] = {{"storeysAboveGround", 9}};
    model["CityObjects"]["p"] = part;
    model["CityObjects"]["h"]["geometry"] = json::array();
    model["CityObjects"]["h"]["children"] = {"p"};
    model["CityObjects"]["road"] = {{"type", "Road"}};
    const auto read = read_city_json(model.dump());
    REQUIRE(read);
    CHECK(read->buildings == 1);
    CHECK(read->other_kinds.at("Road") == 1);
    const json feature = features(read)[0];
    CHECK(feature["properties"]["building_id"] == "p");
    CHECK(feature["properties"]["function"] == "office");
    CHECK(feature["properties"]["storeysAboveGround"] == 9);
}

TEST_CASE("a text sequence: the frame first, a feature a line") {
    json frame = house("2.0"), feature;
    feature["type"] = "CityJSONFeature";
    feature["CityObjects"] = frame["CityObjects"];
    feature["vertices"] = frame["vertices"];
    frame["CityObjects"] = json::object();
    frame["vertices"] = json::array();
    const auto model = read_city_json_lines(frame.dump() + "\n" + feature.dump() + "\n");
    REQUIRE(model);
    CHECK(features(model)[0]["geometry"]["coordinates"][0][0][1] == json({1000.0, 2020.0}));
    CHECK_FALSE(read_city_json_lines(feature.dump()));
    const auto broken = read_city_json_lines(frame.dump() + "\n{\"a\":\n");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().message.find("line 2") != std::string::npos);
}

TEST_CASE("whatever a city model holds, reading it ends in an Error or in JSON") {
    const std::string whole = house("2.0").dump();
    for (std::size_t at = 0; at < whole.size(); at += 3)
        for (const char c : {'[', '9', '"', '-'}) {
            std::string broken = whole;
            broken[at] = c;
            if (const auto model = read_city_json(broken); model)
                CHECK(json::accept(model->geojson));
        }
    json far = house("2.0");
    far["CityObjects"]["h"]["geometry"][0]["boundaries"][0][0][0] = {0, 3, 99999999, -1};
    far["vertices"][0] = {1e308, "x"};
    CHECK_NOTHROW(read_city_json(far.dump()));
    CHECK_FALSE(read_city_json(R"({"type":"CityJSON","version":"2.0","CityObjects":)" +
                               std::string(500'000, '[')));
}

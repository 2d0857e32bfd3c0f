#include "geo/source/json_columns.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <string>

#include "geo/source/fewer_columns.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

// However it is cut into pieces, the same comes of it.
std::string kept(std::string_view text, std::set<std::string> wanted) {
    std::string whole, byte_by_byte;
    geo_io::JsonColumns(wanted, [&](std::string_view t) { whole += t; }).take(text);
    geo_io::JsonColumns small(wanted, [&](std::string_view t) { byte_by_byte += t; });
    for (const char c : text) small.take(std::string_view(&c, 1));
    CHECK(whole == byte_by_byte);
    return whole;
}

}  // namespace

TEST_CASE("only the wanted properties of features stay in a GeoJSON text") {
    CHECK(kept(R"({"type":"Feature","properties":{"a":1,"b":2,"c":3},"geometry":null})", {"b"}) ==
          R"({"type":"Feature","properties":{"b":2},"geometry":null})");
    CHECK(
        kept(
            R"({"features":[{"properties":{ "a" : [1,{"b":2}] , "b" : {"a":",}"} }},{"properties":{"a":1}}]})",
            {"b"}) == R"({"features":[{"properties":{ "b" : {"a":",}"} }},{"properties":{}}]})");
    // Not those of a coordinate system, nor what lies in a geometry.
    CHECK(
        kept(
            R"({"crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[{"properties":{"name":1}}]})",
            {}) ==
        R"({"crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[{"properties":{}}]})");
    // A brace, a comma or a quote in a text is none.
    CHECK(kept(R"({"properties":{"x":"\"},{","y":"a,b:c","z":"\\"},"id":1})", {"y"}) ==
          R"({"properties":{"y":"a,b:c"},"id":1})");
    // Names that are spelled with escapes are left to others.
    CHECK(kept(R"({"properties":{"\u0061":1,"b":2}})", {"c"}) == R"({"properties":{"\u0061":1}})");
    // One feature a line, with the separators of RFC 8142.
    CHECK(kept("\x1e{\"properties\":{\"a\":1}}\n\x1e{\"properties\":{\"b\":2}}\n", {"b"}) ==
          "\x1e{\"properties\":{}}\n\x1e{\"properties\":{\"b\":2}}\n");
    // What is no JSON goes through.
    CHECK(kept("}}]]not json:,\"", {}) == "}}]]not json:,\"");
    CHECK(kept("", {}).empty());
}

TEST_CASE("a file of ten thousand columns is read by what is wanted of it") {
    const test::TempFolder folder;
    const bool lines = GENERATE(false, true);
    std::string text = lines ? "" : R"({"type":"FeatureCollection","features":[)";
    for (int row = 0; row < 3; ++row) {
        text += row == 0 ? "" : lines ? "\n" : ",";
        text += R"({"type":"Feature","properties":{"height":)" + std::to_string(10 + row);
        for (int k = 0; k < 10'000; ++k)
            text += ",\"c" + std::to_string(k) + "\":" + std::to_string(k);
        text += R"(},"geometry":{"type":"Point","coordinates":[)" + std::to_string(row) + ",2]}}";
    }
    city::LoadReport report;
    const auto source = geo_io::open_source(
        folder.file(lines ? "a.geojsonl" : "a.geojson", text + (lines ? "\n" : "]}")), {}, report);
    REQUIRE(source);
    const auto fewer = geo_io::with_fewer_columns(*source->datasets[0], {"height", "c7"});
    REQUIRE(fewer);
    OGRLayer& layer = *fewer->dataset->GetLayer(0);
    REQUIRE(layer.GetLayerDefn()->GetFieldCount() == 2);
    for (int row = 0; row < 3; ++row) {
        const OGRFeatureUniquePtr feature(layer.GetNextFeature());
        REQUIRE(feature);
        CHECK(feature->GetFieldAsInteger("height") == 10 + row);
        CHECK(feature->GetFieldAsInteger("c7") == 7);
        CHECK(feature->GetGeometryRef()->toPoint()->getX() == row);
    }
    // Where there are few columns, or all are wanted, the file itself is read.
    const auto small = geo_io::open_source(
        folder.file("b.geojson", R"({"type":"Point","coordinates":[1,2]})"), {}, report);
    REQUIRE(small);
    CHECK_FALSE(geo_io::with_fewer_columns(*small->datasets[0], {}));
}

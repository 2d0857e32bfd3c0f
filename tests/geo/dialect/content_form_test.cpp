#include "geo/dialect/content_form.h"

#include <string>

#include "geo/dialect/bounded_json.h"
#include "geo/dialect/json_outline.h"
#include "tests/support/catch.h"

using geo_io::content_of;
using geo_io::Form;
using namespace std::string_literals;

namespace {

geo_io::Content of(const std::string& bytes, const std::string& name = "file") {
    return content_of(bytes, bytes.size(), name);
}

bool says(const geo_io::Content& content, const std::string& is, const std::string& remedy) {
    return content.form == Form::refused && content.is.find(is) != std::string::npos &&
           content.remedy.find(remedy) != std::string::npos;
}

}  // namespace

TEST_CASE("what is packed is known by its first bytes, whatever its name") {
    CHECK(of("PK\x03\x04....", "a.geojson").form == Form::zip);
    CHECK(of("\x1F\x8B\x08", "a.csv").form == Form::gzip);
    CHECK(of("BZh91AY&SY", "a").form == Form::bzip2);
    std::string tar(512, 'x');
    tar.replace(257, 5, "ustar");
    CHECK(of(tar, "a.zip").form == Form::tar);
}

TEST_CASE("the dialects of JSON are told from each other") {
    CHECK(of(R"({"type":"FeatureCollection","features":[]})").form == Form::json);
    CHECK(of("\xEF\xBB\xBF {\"type\":\"Feature\",\"geometry\":null}").form == Form::json);
    CHECK(of("{\"type\":\"Feature\",\"geometry\":null}\n{\"type\":\"Feature\"}").form ==
          Form::geojson_lines);
    CHECK(of("\x1E{\"type\":\"Feature\",\"geometry\":null}\n").form == Form::geojson_lines);
    CHECK(of(R"({"type":"Polygon","coordinates":[]})").form == Form::json);
    CHECK(of(R"({"type":"Topology","arcs":[]})").form == Form::json);
    CHECK(
        of(R"({"displayFieldName":"","geometryType":"esriGeometryPolygon","features":[]})").form ==
        Form::json);
    CHECK(of(R"({"version":0.6,"elements":[]})").form == Form::overpass_json);
    CHECK(of(R"({"type":"CityJSON","version":"1.1"})").form == Form::city_json);
    CHECK(of("{\"type\":\"CityJSON\"}\n{\"type\":\"CityJSONFeature\"}").form ==
          Form::city_json_lines);
    // Keys of an inner object count for nothing, nor do brackets in texts.
    CHECK(of(R"({"type":"FeatureCollection","x":{"elements":"}]"},"features":[)").form ==
          Form::json);
}

TEST_CASE("what cannot be read is called by its name, with what makes it readable") {
    CHECK(says(of("PAR1\x15\x04", "b.parquet"), "Parquet", "ogr2ogr -f GPKG out.gpkg b.parquet"));
    CHECK(says(of("\0\1\0\0Standard Jet DB\0"s, "b.mdb"), "Access", "ogr2ogr"));
    CHECK(says(of("AC1027\0"s, "b.dwg"), "DWG", "dwg2dxf b.dwg"));
    CHECK(says(of("LASF\0\0"s), "point cloud", "points"));
    CHECK(says(of("ISO-10303-21;"), "IFC", "export"));
    CHECK(says(of("II*\0\x08"s), "TIFF", "gdal_polygonize.py"));
    CHECK(says(of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "b.rvt"), "Revit", "export"));
    CHECK(says(of("Rar!\x1A\x07\x01", "b.rar"), "RAR", "unrar x b.rar"));
    CHECK(says(of("7z\xBC\xAF\x27\x1C", "b.7z"), "7z", "7z x b.7z"));
    CHECK(says(of("\xFD"
                  "7zXZ\0"s,
                  "b.xz"),
               "xz", "xz -dk b.xz"));
    CHECK(says(of("version https://git-lfs.github.com/spec/v1\noid sha256:1"), "Git LFS",
               "git lfs pull"));
    CHECK(says(of("<!DOCTYPE html><html>"), "web page", "save"));
    CHECK(says(of("\n<!-- x -->\n<HTML lang='en'>"), "web page", "save"));
    CHECK(says(of(""), "empty", "again"));
    CHECK(says(of(std::string(4096, '\0')), "zeros", "again"));
    CHECK(says(of(R"({"error":{"code":400,"message":"Invalid"}})"), "server's error", "again"));
    CHECK(says(of(R"({"error":"not found"})"), "'not found'", "again"));
    CHECK(says(of("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"),
               "server's error", "again"));
    CHECK(says(of("<ows:ExceptionReport>"), "server's error", "again"));
    CHECK(says(of("\x1A\x45\x02", "tile.pbf"), "vector tile", "tiles"));
    CHECK(of("\0\0\0\x0D\x0A\x09OSMHeader\x18"s, "x.pbf").form == Form::other);
    CHECK(says(of(R"({"a":1})"), "no map data", "GeoJSON"));
}

TEST_CASE("tables and OSM files") {
    CHECK(of("<?xml version='1.0'?>\n<osm version='0.6'>").form == Form::osm_xml);
    CHECK(of("<osmChange>").form == Form::osm_xml);
    CHECK(of("a,b\n1,2\n", "a.csv").form == Form::table);
    CHECK(of("id;geom\n1;POINT (1 2)\n", "a.txt").form == Form::table);
    CHECK(of("just some words\nin lines\n", "a.txt").form == Form::other);
}

TEST_CASE("any bytes are something, and looking at them ends") {
    unsigned state = 7;
    for (int round = 0; round < 3000; ++round) {
        std::string bytes = round % 3 == 0 ? "{" : round % 3 == 1 ? "<" : "";
        for (int i = 0; i < round % 97; ++i) {
            state = state * 1664525u + 1013904223u;
            bytes.push_back("{}[]\",:\\<>!?-=' \n\x1E\0ab1"[(state >> 24) % 22]);
        }
        CHECK_NOTHROW(of(bytes, "a.csv"));
    }
}

TEST_CASE("what is wrong with a JSON text is said with its line") {
    using geo_io::json_fault;
    CHECK(json_fault(R"({"a":[1,2]})").empty());
    CHECK(json_fault("{\"a\":[1,\n2,]}").find("line 2") != std::string::npos);
    CHECK(json_fault("{\"a\":[1,\n2,]}").find("comma") != std::string::npos);
    CHECK(json_fault("{\"a\":[1,2").find("ends in the middle") != std::string::npos);
    CHECK(json_fault(std::string(100'000, '[')).find("deeper") != std::string::npos);
}

TEST_CASE("objects over several lines each are put on one each") {
    const std::string spread = "{\"type\":\"Feature\",\n\"a\":\"}\\\"{\"}\n{\n\"b\":[1,\n2]}\n";
    CHECK(geo_io::is_spread_out(spread));
    CHECK_FALSE(geo_io::is_spread_out("{\"a\":1}\n{\"b\":2}\n"));
    CHECK(geo_io::one_object_a_line(spread) ==
          "{\"type\":\"Feature\", \"a\":\"}\\\"{\"}\n{ \"b\":[1, 2]}\n");
    CHECK_NOTHROW(geo_io::one_object_a_line("]},{"));
}

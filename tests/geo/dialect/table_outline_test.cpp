#include "geo/dialect/table_outline.h"

#include <string>

#include "geo/dialect/shape_cell.h"
#include "geo/dialect/utf16_text.h"
#include "tests/support/catch.h"

using geo_io::plain_table;
using geo_io::table_outline;
using geo_io::TableShapes;

namespace {
const std::string wkt = "POLYGON ((0 0, 1 0, 1 1, 0 0))";
constexpr std::size_t enough = 1 << 20;
}  // namespace

TEST_CASE("the column of outlines is found by its name and by what stands in it") {
    CHECK(table_outline("id,the_geom\n1,\"" + wkt + "\"\n").shape_column == "the_geom");
    CHECK(table_outline("id;Geo Shape\n1;" + wkt + "\n").separator == ';');
    CHECK(table_outline("id\tgeom\n1\t" + wkt + "\n").separator == '\t');
    CHECK(table_outline("WKT|id\n" + wkt + "|1\n").separator == '|');
    CHECK(table_outline("\xEF\xBB\xBFwkt,id\n\"" + wkt + "\",1\n").shape_column == "wkt");
    CHECK(table_outline("几何,编号\n\"" + wkt + "\",1\n").shape_column == "几何");
    // No name that is known: what stands there decides, and a name alone decides nothing.
    CHECK(table_outline("shape,edge_of_house\nround,\"" + wkt + "\"\n").shape_column ==
          "edge_of_house");
    CHECK(table_outline("id,geometry\n1,\n").shape_column.empty());
    CHECK(table_outline("town,geometry\nPointe-Noire,Polygon Street\n").shape_column.empty());
    // Outlines beat points.
    const auto both =
        table_outline("geom,outline\nPOINT (1 2),\"" + wkt + "\"\nPOINT (1 2),\"" + wkt + "\"\n");
    CHECK(both.shape_column == "outline");
    CHECK_FALSE(both.only_points);
}

TEST_CASE("outlines as WKT, EWKT, WKB and GeoJSON") {
    CHECK(table_outline("g\n\"" + wkt + "\"\n").shapes == TableShapes::wkt);
    const auto ewkt = table_outline("g,h\n\"SRID=3857;" + wkt + "\",1\n");
    CHECK(ewkt.tells_srid);
    CHECK(ewkt.srid == 3857);
    const std::string wkb = "0103000000010000000500000000000000000000000000000000000000";
    CHECK(table_outline("g,h\n" + wkb + ",1\n").shapes == TableShapes::wkb_hex);
    CHECK(table_outline("g,h\n\"{\"\"type\"\":\"\"Polygon\"\",\"\"coordinates\"\":[[[0,0]]]}\",1\n")
              .shapes == TableShapes::geojson);
    CHECK(table_outline("g,h\nPOINT (1 2),1\n").only_points);
    CHECK(table_outline("g,h\n0101000000000000000000F03F0000000000000040,1\n").only_points);
}

TEST_CASE("columns of places are known in four languages") {
    const auto places = table_outline("编号,经度,纬度\n1,121,31\n");
    CHECK(places.longitude_column == "经度");
    CHECK(places.latitude_column == "纬度");
    CHECK(table_outline("id,lng,lat\n").longitude_column == "lng");
}

TEST_CASE("an odd table is put into plain CSV") {
    const std::string text = "sep=;\nid;name;geom\n1;\"a;\"\"b\"\"\";SRID=4326;POLYGON\n";
    const std::string good = "sep=;\nid;name;geom\n1;\"a;\"\"b\"\"\";\"SRID=4326;" + wkt + "\"\n";
    CHECK(plain_table(good, table_outline(good), enough) ==
          "\"id\",\"name\",\"geom\"\n\"1\",\"a;\"\"b\"\"\",\"" + wkt + "\"\n");
    CHECK_NOTHROW(plain_table(text, table_outline(text), enough));
    const std::string brackets = "g,h\n\"MULTIPOLYGON ((((0 0, 1 0, 1 1, 0 0))))\",1\n";
    CHECK(table_outline(brackets).surplus_brackets);
    CHECK(plain_table(brackets, table_outline(brackets), enough) ==
          "\"g\",\"h\"\n\"MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))\",\"1\"\n");
    CHECK(plain_table(good, table_outline(good), 10).empty());
}

TEST_CASE("a table in UTF-16 is read, with a mark and without") {
    std::string utf16 = "\xFF\xFE";
    for (const char c : "id,geom\n1,\"" + wkt + "\"\n") {
        utf16.push_back(c);
        utf16.push_back('\0');
    }
    CHECK(table_outline(utf16).shape_column == "geom");
    CHECK(table_outline(utf16.substr(2)).shape_column == "geom");
    CHECK(geo_io::utf8_from_utf16(std::string("\x3B\x53\xAC\x4E", 4), geo_io::Utf16::little) ==
          "医京");
    // Half a letter and a lone surrogate.
    CHECK(geo_io::utf8_from_utf16(std::string("\x00\xD8\x41", 3), geo_io::Utf16::little) ==
          "\xEF\xBF\xBD");
}

// Found by the fuzz door `content`.
TEST_CASE("an SRID of more digits than any system has is none", "[dialect]") {
    CHECK(geo_io::shape_cell("SRID=4326;POINT(1 2)").srid == 4326);
    CHECK(geo_io::shape_cell("SRID=999999999;POINT(1 2)").srid == 999'999'999);
    CHECK(geo_io::shape_cell("SRID=5555555555;POINT(1 2)").srid == 0);
    CHECK(geo_io::shape_cell("SRID=55555555555555555555555;POINT(1 2)").srid == 0);
}

#include "geo/source/opened_source.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <sys/stat.h>

#include <set>
#include <string>

#include "geo/source/gdal_setup.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

constexpr const char* square =
    R"({"type":"Polygon","coordinates":[[[-122.4,37.7],[-122.399,37.7],[-122.399,37.701],[-122.4,37.7]]]})";

// What is said of a file that is not to be opened.
std::string refusal(const std::string& path) {
    city::LoadReport report;
    const auto source = geo_io::open_source(path, {}, report);
    return source ? "it was opened" : source.error().message;
}

bool says(const std::string& text, const char* what) {
    INFO(text);
    CHECK(text.find(what) != std::string::npos);
    return true;
}

}  // namespace

TEST_CASE("a file that names others is refused, whatever it is called") {
    const test::TempFolder folder;
    folder.file("b.geojson", square);
    const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"b\"><SrcDataSource>" +
                            folder.path() + "/b.geojson</SrcDataSource></OGRVRTLayer>" +
                            "</OGRVRTDataSource>";
    for (const char* name : {"a.vrt", "a.geojson", "a.gpkg", "a.shp", "a.csv", "a", "a.osm.pbf"})
        says(refusal(folder.file(name, vrt)), "VRT");
    says(refusal(folder.file("c.gpkg", "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- x -->" + vrt)),
         "VRT");
    says(refusal(folder.file("d.gml",
                             "<OGRWFSDataSource><URL>http://127.0.0.1:1/</URL>"
                             "</OGRWFSDataSource>")),
         "web service");
    for (const char* name : {"e.gml", "e.kml", "e.gpx", "e.osm"})
        says(refusal(folder.file(
                 name,
                 "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"/etc/hostname\">]>"
                 "<gpx><trk><name>&e;</name></trk></gpx>")),
             "DOCTYPE");
    says(refusal(folder.file("f.tab",
                             "!table\n!version 300\nDefinition Table\n  Type NATIVE\n"
                             "begin_metadata\n\"\\IsSeamless\" = \"TRUE\"\nend_metadata\n")),
         "MapInfo table of other tables");
    // An address or a VRT in place of a name is no file.
    says(refusal(vrt), "there is no such file");
    says(refusal(square), "there is no such file");
    says(refusal("GPSBabel:gpx:" + folder.path() + "/b.geojson"), "there is no such file");
    CHECK(GDALGetDriverByName("OGR_VRT") == nullptr);
    CHECK(GDALGetDriverByName("HTTP") == nullptr);
}

TEST_CASE("a server is asked only when that is allowed, and no password is told") {
    for (const char* named : {"PG:host=127.0.0.1 port=1 user=u password=hushhush dbname=d",
                              "postgresql://u:hushhush@127.0.0.1:1/d",
                              "http://u:hushhush@127.0.0.1:1/a.geojson?token=hushhush",
                              "/vsicurl/http://u:hushhush@127.0.0.1:1/a.geojson",
                              "/vsizip//vsicurl/http://u:hushhush@127.0.0.1:1/a.zip",
                              "WFS:http://u:hushhush@127.0.0.1:1/wfs",
                              "MYSQL:d,host=127.0.0.1,port=1,user=u,password=hushhush"}) {
        INFO(named);
        says(refusal(named), "--allow-network");
        CHECK(refusal(named).find("hushhush") == std::string::npos);
        city::LoadReport report;
        const auto asked = geo_io::open_source(named, {"", true}, report);
        REQUIRE(!asked);
        INFO(asked.error().message);
        CHECK(asked.error().message.find("hushhush") == std::string::npos);
        CHECK(asked.error().message.find("allow-network") == std::string::npos);
    }
}

TEST_CASE("a coordinate system or a schema that lies elsewhere is not fetched") {
    const test::TempFolder folder;
    city::LoadReport report;
    const auto crs = geo_io::open_source(
        folder.file(
            "crs.geojson",
            std::string(R"({"type":"FeatureCollection","crs":{"type":"link","properties":)") +
                R"({"href":"http://127.0.0.1:1/x","type":"ogcwkt"}},"features":[)" +
                R"({"type":"Feature","properties":{},"geometry":)" + square + "}]}"),
        {}, report);
    REQUIRE(crs);
    CHECK(crs->datasets.front()->GetLayer(0)->GetFeatureCount() == 1);

    const std::string pipe = folder.path() + "/schema.xsd";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    for (const std::string& schema : {pipe, std::string("/dev/zero"), std::string("../x/s.xsd"),
                                      std::string("http://127.0.0.1:1/s.xsd")}) {
        const auto gml = geo_io::open_source(
            folder.file(
                "f.gml",
                R"(<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x )" +
                    schema +
                    R"("><gml:featureMember><b><height>12</height><gml:polygonProperty><gml:Polygon srsName="EPSG:4326"><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>-122.4,37.7 -122.399,37.7 -122.399,37.701 -122.4,37.7</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></gml:polygonProperty></b></gml:featureMember></gml:FeatureCollection>)"),
            {}, report);
        REQUIRE(gml);
        CHECK(gml->datasets.front()->GetLayer(0)->GetFeatureCount() == 1);
        CHECK(gml->datasets.front()->GetLayer(0)->GetLayerDefn()->GetFieldIndex("height") >= 0);
    }
    // Nothing is left beside the user's files.
    CHECK(folder.names() == std::set<std::string>{"crs.geojson", "f.gml", "schema.xsd"});
}

TEST_CASE("XML in an encoding that could hide something is not read; what China writes is") {
    const test::TempFolder folder;
    const std::string rest =
        R"(<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml"><gml:featureMember><b><h>1</h><gml:pos>1 2</gml:pos></b></gml:featureMember></gml:FeatureCollection>)";
    for (const char* name : {"GBK", "gb18030", "utf-8", "Shift_JIS", "ISO-8859-1"}) {
        city::LoadReport report;
        CHECK(geo_io::open_source(folder.file("a.gml", "<?xml version=\"1.0\" encoding=\"" +
                                                           std::string(name) + "\"?>" + rest),
                                  {}, report));
    }
    for (const char* name : {"UTF-7", "x", "IBM1047"})
        says(refusal(folder.file(
                 "b.gml", "<?xml version=\"1.0\" encoding='" + std::string(name) + "'?>" + rest)),
             "encoding");
    says(refusal(folder.file("c.gml", "<?xml version=\"1.0\"?>+ADw-!DOCTYPE x>" + rest)), "no XML");
}

TEST_CASE("what lies beside a file is looked at too") {
    const test::TempFolder folder;
    says(refusal(folder.path()), "no shapefile");
    const std::string shp = folder.file("a.shp", "x"), pipe = folder.path() + "/a.prj";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    says(refusal(shp), "a pipe");
    says(refusal(folder.path()), "a pipe");
    const std::string csv = folder.file("b.csv", "WKT,height\n\"POINT (1 2)\",3\n");
    folder.file("b.prj", std::string(10 << 20, ' '));
    says(refusal(csv), "too large");
}

#include <string>

#include "geo/dialect/osm_edit.h"
#include "geo/dialect/overpass_json.h"
#include "tests/support/catch.h"

using namespace geo_io;

namespace {

const std::string josm = R"(<?xml version='1.0' encoding='UTF-8'?>
<osm version='0.6' generator='JOSM'>
<way id='-2' action='modify'><nd ref='-11'/><nd ref='-12' /><nd ref='-13'/><nd ref='-11'/>
<tag k='building' v='house'/><tag k='name' v='A &amp; B&#39;s &lt;x&gt; &#x4E2D;'/></way>
<node id='-11' action='modify' lat='37.77' lon='-122.42' />
<node id='-12' lat='37.77' lon='-122.4198' visible='true'/><node id='-13' lat='37.7702' lon='-122.4198'/>
<way id='9' version='2'><nd ref='-11'/><nd ref='-13'/><tag k='highway' v='residential'/></way>
<way id='10' version='2' action='delete'><nd ref='-11'/><nd ref='-12'/></way>
</osm>)";

bool odd(const std::string& text, std::size_t piece) {
    OsmOrder order;
    for (std::size_t at = 0; at < text.size(); at += piece) order.look(text.substr(at, piece));
    return order.odd();
}

}  // namespace

TEST_CASE("an OSM file in order is left as it is, one of an editor is not") {
    const std::string good =
        "<osm><!-- <node id='-1'> --><node id='1' lat='1' lon='2'/><node id='2'/>"
        "<way id='1'><nd ref='1'/></way><relation id='1'/></osm>";
    for (const std::size_t piece : {1u, 7u, 1000u}) {
        CHECK_FALSE(odd(good, piece));
        CHECK(odd(josm, piece));
        CHECK(odd("<osm><node id='2'/><node id='1'/></osm>", piece));
        CHECK(odd("<osm><way id='2'/><node id='1'/></osm>", piece));
        CHECK(odd("<osm><node id='1' action='delete'/></osm>", piece));
        CHECK(odd("<osmChange><create/></osmChange>", piece));
    }
}

TEST_CASE("JOSM's file: negative numbers, any order, deleted objects left out") {
    const auto edited = read_edited_osm(josm);
    REQUIRE(edited);
    CHECK(edited->deleted == 1);
    CHECK(edited->never_uploaded == 1);
    REQUIRE(edited->objects.ways.size() == 2);
    CHECK(edited->objects.ways.at(-2).tags[1].second == "A & B's <x> 中");
    const std::string xml = osm_xml_of(edited->objects);
    CHECK(xml.find("<way id=\"1000000000002\">") != std::string::npos);
    CHECK(xml.find("v=\"A &amp; B's &lt;x> 中\"") != std::string::npos);
    CHECK(xml.find("<node id=\"1\"") < xml.find("<way id=\"9\""));
    CHECK(xml.find("<way id=\"9\"") < xml.find("<way id=\"1000000000002\""));
    CHECK_FALSE(odd(xml, 4096));
}

TEST_CASE("a change file: what was created stays, what was deleted goes") {
    const auto edited = read_edited_osm(
        "<osmChange><create><node id='-1' lat='1' lon='2'/><way id='5'><nd ref='-1'/></way>"
        "</create><delete><way id='5'/></delete><modify><way id='6'><nd ref='-1'/></way></modify>"
        "</osmChange>");
    REQUIRE(edited);
    CHECK(edited->objects.ways.count(5) == 0);
    CHECK(edited->objects.ways.count(6) == 1);
}

TEST_CASE("Overpass JSON by reference and with the points beside the ways") {
    const auto by_reference = read_overpass_json(R"({"elements":[
        {"type":"way","id":10,"nodes":[1,2,3,1],"tags":{"building":"yes","height":10}},
        {"type":"node","id":1,"lat":1,"lon":2},{"type":"node","id":2,"lat":1,"lon":3},
        {"type":"node","id":3,"lat":2,"lon":3}]})");
    REQUIRE(by_reference);
    CHECK(by_reference->objects.nodes.at(3).latitude_deg == 2.0);
    CHECK(by_reference->objects.ways.at(10).tags.back() ==
          std::pair<std::string, std::string>("height", "10"));

    const auto with_points = read_overpass_json(R"({"remark":"timed out","elements":[
        {"type":"relation","id":7,"tags":{"type":"multipolygon","building":"school"},"members":[
          {"type":"way","ref":71,"role":"outer","geometry":[{"lat":0,"lon":0},{"lat":0,"lon":1},{"lat":1,"lon":1}]},
          {"type":"way","ref":72,"role":"outer","geometry":[{"lat":1,"lon":1},null,{"lat":0,"lon":0}]}]},
        {"type":"way","id":8,"center":{"lat":1,"lon":1}}]})");
    REQUIRE(with_points);
    CHECK(with_points->remark == "timed out");
    CHECK(with_points->without_shape == 1);
    const auto& ways = with_points->objects.ways;
    REQUIRE(ways.size() == 2);
    // Ways that meet share the node.
    CHECK(ways.at(71).nodes.back() == ways.at(72).nodes.front());
    CHECK(ways.at(71).nodes.front() == ways.at(72).nodes.back());
    CHECK(with_points->objects.relations.at(7).members.size() == 2);
}

TEST_CASE("Overpass answers without outlines say what to ask for") {
    const auto center = read_overpass_json(
        R"({"elements":[{"type":"way","id":1,"center":{"lat":1,"lon":2},"tags":{}}]})");
    REQUIRE_FALSE(center);
    CHECK(center.error().message.find("out geom") != std::string::npos);
    CHECK_FALSE(read_overpass_json(R"({"elements":[]})"));
    CHECK_FALSE(read_overpass_json(R"({"elements":3})"));
    CHECK_FALSE(read_overpass_json("{"));
    CHECK_FALSE(read_overpass_json("{\"elements\":" + std::string(1'000'000, '[')));
}

#include "geo/dialect/content_form.h"

#include <algorithm>

#include "geo/dialect/json_outline.h"
#include "geo/dialect/refused_forms.h"
#include "geo/dialect/table_outline.h"

namespace geo_io {

namespace {

using namespace std::string_view_literals;

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return result;
}

Content refusal(std::string is, std::string remedy) {
    return {Form::refused, std::move(is), std::move(remedy), {}};
}

// A message of a server in quotes, short; whoever prints it makes it harmless.
std::string quoted(std::string_view text) {
    return text.empty() || text == "{" || text == "["
               ? ""
               : " '" + std::string(text.substr(0, 120)) + "'";
}

Content json_content(std::string_view head, std::string_view name) {
    const JsonOutline outline = json_outline(head);
    const std::string_view type = outline.value("type");
    const auto has = [&](std::string_view key) { return outline.has(key); };
    if (type == "CityJSON" || type == "CityJSONFeature")
        return {
            outline.another || type == "CityJSONFeature" ? Form::city_json_lines : Form::city_json,
            {},
            {},
            {}};
    if (has("elements") || has("osm3s")) return {Form::overpass_json, {}, {}, {}};
    if (type == "Feature" && (outline.another || head.find('\x1E') != std::string_view::npos))
        return {Form::geojson_lines, {}, {}, {}};
    if (type == "Topology" || has("features") || has("arcs") || has("coordinates") ||
        has("geometry") || has("geometries") || has("geometryType"))
        return {Form::json, {}, {}, {}};
    if (has("asset") && (has("meshes") || has("root") || has("scenes")))
        return refusal("a glTF model or 3D Tiles",
                       "it holds surfaces for drawing; get the data they were made from");
    for (const std::string_view key : {"error"sv, "errors"sv, "fault"sv, "exception"sv})
        if (has(key)) {
            std::string_view said = outline.value("message");
            if (said.empty()) said = outline.value("error_description");
            if (said.empty()) said = outline.value(key);
            return refusal("a server's error and no map data" + quoted(said),
                           "download it again, and look at what the server answers");
        }
    if (has("message") && (has("status") || has("statusCode") || has("code")))
        return refusal("a server's message and no map data" + quoted(outline.value("message")),
                       "download it again");
    if (outline.is_object && (type.empty() || outline.ended)) {
        std::string keys;
        for (std::size_t k = 0; k < std::min<std::size_t>(outline.keys.size(), 4); ++k)
            keys += (k == 0 ? "'" : ", '") + outline.keys[k].first + "'";
        if (!type.empty()) return {Form::json, {}, {}, {}};
        return refusal(
            "a JSON text that is no map data (its keys: " + (keys.empty() ? "none" : keys) + ")",
            "GeoJSON, TopoJSON, Esri JSON, CityJSON and Overpass JSON are read");
    }
    (void)name;
    return {Form::json, {}, {}, {}};
}

// What an XML text or a web page begins with, behind its declaration and comments.
std::string_view first_element(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<?")) {
            at = text.find("?>", at);
        } else if (rest.starts_with("<!--")) {
            at = text.find("-->", at);
        } else {
            return rest;
        }
        if (at == std::string_view::npos) break;
        ++at;
    }
    return {};
}

Content xml_content(std::string_view text) {
    const std::string element = lower(first_element(text).substr(0, 200));
    for (const std::string_view page :
         {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<div"sv, "<script"sv})
        if (element.starts_with(page))
            return refusal("a web page and no map data",
                           "open the address in a browser and save the file it offers");
    const std::string_view name =
        std::string_view(element).substr(0, element.find_first_of(" \t\r\n/>", 1));
    for (const std::string_view report :
         {"exceptionreport"sv, "serviceexceptionreport"sv, "<error"sv, "exception"sv})
        if (name.ends_with(report))
            return refusal("a server's error and no map data",
                           "download it again, and look at what the server answers");
    if (name == "<svg") return refusal("an SVG drawing", "it has no place on the map");
    if (name == "<collada" || name == "<x3d")
        return refusal("a 3D model", "it holds surfaces without a place on the map");
    if (name == "<osm" || name == "<osmchange") return {Form::osm_xml, {}, {}, {}};
    return {};
}

bool is_tar(std::string_view head) {
    return head.size() >= 512 && head.substr(257).starts_with("ustar");
}

}  // namespace

std::string extension_of(std::string_view name) {
    const std::size_t dot = name.find_last_of("./");
    return dot == std::string_view::npos || name[dot] == '/' ? "" : lower(name.substr(dot + 1));
}

Content content_of(std::string_view head, std::uint64_t size, std::string_view name) {
    if (size == 0) return refusal("an empty file", "download or save it again");
    if (head.find_first_not_of('\0') == std::string_view::npos)
        return refusal("a file of zeros", "its download or copy broke off: get it again");
    if (head.starts_with("PK\x05\x06"))
        return refusal("an empty zip archive", "download or pack it again");
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x07\x08"))
        return {Form::zip, {}, {}, {}};
    if (head.starts_with("\x1F\x8B")) return {Form::gzip, {}, {}, {}};
    if (head.starts_with("BZh") && head.size() > 4 && head.substr(4).starts_with("1AY&SY"))
        return {Form::bzip2, {}, {}, {}};
    if (is_tar(head)) return {Form::tar, {}, {}, {}};
    const std::string extension = extension_of(name);
    if (auto refused = refused_form(head, name)) return *refused;
    // A layer of a Mapbox vector tile is field 3 of its message.
    if (extension == "pbf" && head[0] == '\x1A')
        return refusal("a vector tile",
                       "tiles cut buildings apart; get the data they were made from");
    std::string_view text = head;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n\x1E");
    if (first == std::string_view::npos)
        return size <= head.size() ? refusal("a file of blanks", "download or save it again")
                                   : Content{};
    if (text[first] == '{') return json_content(head, name);
    if (text[first] == '[' && (extension == "json" || extension == "geojson"))
        return refusal("a JSON list and no GeoJSON",
                       "GeoJSON begins with {\"type\": \"FeatureCollection\"");
    if (text[first] == '<') return xml_content(text);
    if (is_table(head, extension)) return {Form::table, {}, {}, {}};
    return {};
}

}  // namespace geo_io

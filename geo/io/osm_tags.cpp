#include "geo/io/osm_tags.h"

#include <array>

namespace geo_io {

namespace {

constexpr std::array<std::string_view, 33> keys{"name",
                                                "highway",
                                                "railway",
                                                "waterway",
                                                "lanes",
                                                "maxspeed",
                                                "oneway",
                                                "bridge",
                                                "tunnel",
                                                "layer",
                                                "building",
                                                "building:part",
                                                "building:levels",
                                                "building:min_level",
                                                "height",
                                                "building:height",
                                                "min_height",
                                                "building:use",
                                                "amenity",
                                                "shop",
                                                "office",
                                                "tourism",
                                                "leisure",
                                                "healthcare",
                                                "man_made",
                                                "landuse",
                                                "natural",
                                                "water",
                                                "aeroway",
                                                "start_date",
                                                "construction_date",
                                                "year_of_construction",
                                                "location"};

// The text in quotes that begins at `at`, unescaped; `at` moves behind it. False at the end.
bool next_quoted(std::string_view text, std::size_t& at, std::string& quoted) {
    at = text.find('"', at);
    if (at == std::string_view::npos) return false;
    quoted.clear();
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) ++at;
        quoted.push_back(text[at]);
    }
    if (at >= text.size()) return false;
    ++at;
    return true;
}

}  // namespace

std::span<const std::string_view> osm_keys() {
    return keys;
}

std::string tag_value(std::string_view tags, std::string_view key) {
    // Most features do not have the key at all.
    if (tags.find(key) == std::string_view::npos) return {};
    std::string name, value;
    for (std::size_t at = 0; next_quoted(tags, at, name);) {
        if (!next_quoted(tags, at, value)) return {};
        if (name == key) return value;
    }
    return {};
}

}  // namespace geo_io

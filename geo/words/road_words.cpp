#include "geo/words/road_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "geo/words/number_text.h"
#include "geo/words/road_codes.h"

namespace geo_io {

namespace {

using city::RoadClass;

// Anywhere in a Chinese, Korean or Japanese text, the surer word first. Classes of roads in towns:
// GB 50220; outside: GB/T 919; Korea: Road Act, article 10; Japan: Road Act, article 3.
constexpr std::array<std::pair<std::string_view, RoadClass>, 50> east_asian_words{{
    {"人行", RoadClass::path},
    {"步行", RoadClass::path},
    {"自行车", RoadClass::path},
    {"非机动车", RoadClass::path},
    {"보행", RoadClass::path},
    {"자전거", RoadClass::path},
    {"铁路", RoadClass::rail},
    {"地铁", RoadClass::rail},
    {"轻轨", RoadClass::rail},
    {"鉄道", RoadClass::rail},
    {"철도", RoadClass::rail},
    {"高速", RoadClass::motorway},
    {"快速路", RoadClass::motorway},
    {"고속", RoadClass::motorway},
    {"一级公路", RoadClass::trunk},
    {"国道", RoadClass::trunk},
    {"국도", RoadClass::trunk},
    {"主干", RoadClass::primary},
    {"幹線", RoadClass::primary},
    {"二级公路", RoadClass::primary},
    {"省道", RoadClass::primary},
    {"특별시도", RoadClass::primary},
    {"광역시도", RoadClass::primary},
    {"次干", RoadClass::secondary},
    {"三级公路", RoadClass::secondary},
    {"县道", RoadClass::secondary},
    {"縣道", RoadClass::secondary},
    {"県道", RoadClass::secondary},
    {"지방도", RoadClass::secondary},
    {"국지도", RoadClass::secondary},
    {"主要道路", RoadClass::primary},
    {"次要道路", RoadClass::secondary},
    {"支路", RoadClass::tertiary},
    {"乡道", RoadClass::tertiary},
    {"乡公路", RoadClass::tertiary},
    {"四级公路", RoadClass::tertiary},
    {"시도", RoadClass::tertiary},
    {"군도", RoadClass::tertiary},
    {"市道", RoadClass::tertiary},
    {"村道", RoadClass::residential},
    {"街巷", RoadClass::residential},
    {"街坊", RoadClass::residential},
    {"小区", RoadClass::residential},
    {"市町村道", RoadClass::residential},
    {"普通道路", RoadClass::residential},
    {"구도", RoadClass::residential},
    {"内部道路", RoadClass::service},
    {"机耕", RoadClass::service},
    {"乡村道路", RoadClass::residential},
    {"专用", RoadClass::service},
}};

bool has_word(const std::string& lower, std::string_view word) {
    return lower.find(word) != std::string::npos;
}

// "Principal Arterial - Other", "Minor Collector (urban)": the words of FHWA's functional classes
// and of cities' own.
RoadClass from_phrase(const std::string& lower) {
    const auto any = [&lower](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return has_word(lower, word); });
    };
    if (any({"sidewalk", "bike", "bicycle", "pedestrian", "trail", "walkway", "stair", "footpath"}))
        return RoadClass::path;
    if (any({"railroad", "railway", "light rail"})) return RoadClass::rail;
    if (any({"frontage", "collector - minor", "minor collector"})) return RoadClass::tertiary;
    if (any({"interstate", "freeway", "expressway", "motorway", "turnpike"}))
        return RoadClass::motorway;
    if (any({"ramp"})) return RoadClass::motorway;
    if (any({"non-arterial", "non arterial", "nonarterial"})) return RoadClass::residential;
    if (any({"arterial"}))
        return any({"minor", "secondary"}) ? RoadClass::secondary : RoadClass::primary;
    if (any({"us highway", "u.s. highway", "state highway", "state route", "highway"}))
        return RoadClass::primary;
    if (any({"parkway", "boulevard"})) return RoadClass::secondary;
    if (any({"collector", "connector"})) return RoadClass::tertiary;
    if (any({"alley", "driveway", "private", "parking", "service"})) return RoadClass::service;
    if (any({"local", "residential", "minor", "neighborhood", "street", "county road"}))
        return RoadClass::residential;
    return RoadClass::unknown;
}

RoadClass from_whole_value(const std::string& lower) {
    const auto any = [&lower](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), lower) != words.end();
    };
    if (any({"freeway", "interstate", "expressway", "highway", "major_highway"}))
        return RoadClass::motorway;
    if (any({"principal arterial"})) return RoadClass::trunk;
    if (any({"arterial", "major_road"})) return RoadClass::primary;
    if (any({"minor arterial"})) return RoadClass::secondary;
    if (any({"collector"})) return RoadClass::tertiary;
    if (any({"unclassified", "living_street", "road", "local", "minor_road", "minor", "busway"}))
        return RoadClass::residential;
    // Geofabrik has track_grade1 to track_grade5.
    if (any({"driveway", "alley", "parking_aisle", "escape", "bus_guideway", "raceway"}) ||
        lower.substr(0, 5) == "track")
        return RoadClass::service;
    if (any({"footway", "cycleway", "pedestrian", "steps", "bridleway", "corridor", "pier",
             "platform", "construction", "proposed", "elevator", "sidewalk"}))
        return RoadClass::path;
    if (any({"subway", "light_rail", "tram", "monorail", "funicular", "narrow_gauge", "disused",
             "abandoned"}))
        return RoadClass::rail;
    return RoadClass::unknown;
}

}  // namespace

RoadClass road_class_from_text(std::string_view value, CodeSystem codes) {
    constexpr std::size_t longest_text = 400;  // a cell may hold megabytes
    std::string lower = lower_case(value.substr(0, longest_text));
    if (lower.empty()) return RoadClass::unknown;
    if (const std::size_t link = lower.rfind("_link"); link != std::string::npos)
        lower.resize(link);
    if (codes != CodeSystem::none)
        if (const RoadClass known = road_class_from_code(lower, codes); known != RoadClass::unknown)
            return known;
    if (const auto own = city::road_class_from_name(lower)) return *own;
    if (std::any_of(lower.begin(), lower.end(),
                    [](char c) { return static_cast<unsigned char>(c) >= 0xE3; })) {
        for (const auto& [word, road_class] : east_asian_words)
            if (has_word(lower, word)) return road_class;
        return RoadClass::unknown;
    }
    if (const RoadClass known = from_whole_value(lower); known != RoadClass::unknown) return known;
    // One word alone is a tag, whose words are all known; several are a phrase.
    const bool phrase = lower.find_first_of(" -/(") != std::string::npos;
    return phrase ? from_phrase(lower) : RoadClass::unknown;
}

}  // namespace geo_io

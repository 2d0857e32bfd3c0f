#include "geo/words/feature_words.h"

#include <algorithm>

namespace geo_io {

city::AreaKind area_kind_from(std::string_view word, CodePlace place) {
    using city::AreaKind;
    const auto any = [word](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    // The same numbers are other things elsewhere.
    if (place == CodePlace::china) {
        if (word == "601") return AreaKind::park;
        if (word == "301") return AreaKind::industrial;
        if (word == "101") return AreaKind::residential;
        if (any({"201", "202"})) return AreaKind::commercial;
    }
    if (any({"water", "river", "lake", "riverbank", "dock", "basin", "reservoir", "ocean", "bay",
             "swimming_pool", "canal", "pond", "playa", "dam"}))
        return AreaKind::water;
    if (any({"park",        "garden",         "grass",          "forest",
             "wood",        "natural_wood",   "pitch",          "recreation_ground",
             "golf_course", "meadow",         "scrub",          "village_green",
             "cemetery",    "nature_reserve", "protected_area", "grassland",
             "heath",       "orchard",        "farmland",       "playground",
             "wetland"}))
        return AreaKind::park;
    if (any({"industrial", "railway"})) return AreaKind::industrial;
    if (any({"residential"})) return AreaKind::residential;
    if (any({"commercial", "retail"})) return AreaKind::commercial;
    return AreaKind::other;
}

}  // namespace geo_io

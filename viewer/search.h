#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "geo/city/city_model.h"

namespace viewer {

/// A building that a search has found.
struct SearchHit {
    std::size_t city = 0;
    int building = -1;
    std::string label;  ///< its name and id
    bool operator==(const SearchHit&) const = default;
};

/// Buildings whose id is `text` first, then those whose name begins with it, then those whose name or id
/// contains it; Latin letters match in either case. At most `most` hits; none for an empty text.
std::vector<SearchHit> find_buildings(const city::CityModel& model, std::size_t city, std::string_view text, std::size_t most);

}  // namespace viewer

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/city/city_model.h"

namespace viewer {

/// What a search has found: a building, a road, or a point on Earth.
struct SearchHit {
    std::size_t city = 0;
    int building = -1;
    std::string label;  ///< its name and id
    int road = -1;
    std::optional<glm::vec2> at_local;
    bool operator==(const SearchHit&) const = default;
};

/// Buildings whose id is `text` first, then those whose name begins with it, then those whose name
/// or id contains it; Latin letters match in either case. At most `most` hits; none for an empty
/// text.
std::vector<SearchHit> find_buildings(const city::CityModel& model, std::size_t city,
                                      std::string_view text, std::size_t most);

/// Roads by name, each name once: its longest segment stands for it. Names that begin with `text`
/// first.
std::vector<SearchHit> find_roads(const city::CityModel& model, std::size_t city,
                                  std::string_view text, std::size_t most);

/// "-122.41, 37.79" (longitude first; the other way round too where only that is a place on Earth),
/// with a comma or a blank.
std::optional<city::LonLat> lonlat_from(std::string_view text);
/// The place in the city's local frame when it lies in or near the city (within its size, at least
/// 5 km), else nothing.
std::optional<SearchHit> find_place(const city::CityModel& model, std::size_t city,
                                    city::LonLat place);

/// All of it for one city, the surest first: a place, buildings, roads.
std::vector<SearchHit> find_all(const city::CityModel& model, std::size_t city,
                                std::string_view text, std::size_t most);

}  // namespace viewer

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "geo/city/rings.h"

namespace city {

/// Named parts of the city: boroughs, wards, whatever polygons its data names as such. They need
/// not cover it and may overlap; the first one that holds a place has it.
struct Districts {
    std::vector<std::string> name;         ///< one per district, UTF-8, never empty
    Rings outlines;                        ///< map frame; a district may have several (islands)
    std::vector<std::int32_t> of_outline;  ///< district of each outline

    /// District of each building (by its middle) and road (halfway along it); -1: in none. One row
    /// per building or road; both empty where there are no districts.
    std::vector<std::int32_t> of_building, of_road;

    static constexpr std::int32_t none = -1;
    std::size_t count() const { return name.size(); }
};

}  // namespace city

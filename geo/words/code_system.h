#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace geo_io {

/// Where a layer lies, as far as tables of codes care.
enum class CodePlace : std::uint8_t { unknown, china, united_states, new_york_city, elsewhere };

/// The place of a country ("US", "CN"; "" = not known) and of a point on WGS 84 (NaN = not known).
CodePlace code_place(std::string_view country, double lon_deg, double lat_deg);

/// A table of codes. Each belongs to a country or to a product that the column's name gives away;
/// the same "R2" is a flat in Chinese planning, a house in American fire codes and a zone
/// elsewhere.
enum class CodeSystem : std::uint8_t {
    none,
    gb_land_use,           ///< GB 50137-2011 and GB/T 21010-2017, China
    pluto_land_use,        ///< New York's LandUse 01-11
    pluto_building_class,  ///< New York's building classes, A0..Z9
    naics,                 ///< North American industries, two digits or more
    occupancy_group,       ///< International Building Code: A-2, B, R-2
    korean_use,            ///< five digits of the Korean building register
    mtfcc,                 ///< US Census, S1100
    cfcc,                  ///< US Census before 2007, A11
    rttyp,                 ///< US Census, I U S C M O
    f_system,              ///< FHWA functional system 1-7
    fhwa_rural_urban,      ///< FHWA's classes before 2010, 1-19
    here_class,            ///< HERE functional class 1-5
    chinese_road,          ///< Amap 41000..., NavInfo kinds, GB/T 13923, letters G S X Y
    korean_road,           ///< ROAD_RANK 101-108
};

/// The table of a use column, from its name and place; `none` where only words count.
CodeSystem use_codes_of(std::string_view column, CodePlace place);
/// The table of a road's class column; `columns` are all of the layer.
CodeSystem road_codes_of(std::string_view column, CodePlace place,
                         const std::vector<std::string>& columns);

}  // namespace geo_io

#pragma once

#include <cstddef>
#include <vector>

#include "geo/city/city_model.h"

namespace emissions {

inline constexpr std::size_t wall_bins =
    16;  ///< as facade_bins: bin k faces k x 22.5 deg, clockwise from north
inline constexpr std::size_t horizon_sectors = 16;

/// What the 3D city says of each building's outer shell. One row per building; vectors of bins are
/// [building * wall_bins + bin].
struct Surroundings {
    std::vector<float> wall_area_m2;   ///< exposed to the weather, by the direction it faces
    std::vector<float> party_area_m2;  ///< shared with neighbours: no heat passes
    std::vector<float> sky_share_wall,
        sky_share_roof;  ///< of the sky an open wall or roof would see
    /// The one obstruction that matters most in each direction, [building * horizon_sectors +
    /// sector]: its height and its distance, both in heights of the building. Height 0: open
    /// country.
    std::vector<float> obstruction_height, obstruction_distance;
};

/// Party walls: a wall whose outer side, a third of a metre away, lies in a neighbour, over the
/// height that both share. Shading: a height raster of the city (4 m, coarser over very large
/// cities), searched along sixteen rays to 150 m. Rows with a missing height count as absent; their
/// own rows are missing.
Surroundings surroundings_of(const city::CityModel& city);

}  // namespace emissions

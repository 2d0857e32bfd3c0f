#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "emissions/building/archetype.h"
#include "emissions/building/surroundings.h"
#include "emissions/building/zone_step.h"
#include "emissions/climate/facade_sun.h"
#include "emissions/model/day_slots.h"

namespace emissions {

inline constexpr std::size_t zone_lanes =
    16;  ///< zones side by side: two AVX2 registers, one of AVX-512

/// Sixteen zones of one archetype, as columns.
struct ZoneBatch {
    ZoneNetwork<float, zone_lanes> network;
    float glass_aperture_m2[wall_bins][zone_lanes];  ///< x beam through glass = W into the room
    float wall_aperture_m2[wall_bins][zone_lanes];   ///< x beam on walls = W absorbed, as seen from
                                                     ///< inside (W x H_em)
    float glass_diffuse_m2[zone_lanes],
        wall_diffuse_m2[zone_lanes];  ///< x sky and ground, shade included
    float roof_aperture_m2[zone_lanes], roof_diffuse_m2[zone_lanes];
    float long_wave_wall_m2[zone_lanes], long_wave_roof_m2[zone_lanes],
        long_wave_window_k_m2_per_w[zone_lanes];
    float obstruction_height[horizon_sectors][zone_lanes],
        obstruction_distance[horizon_sectors][zone_lanes];
    float floor_area_m2[zone_lanes];
    float infiltration_w_per_k[zone_lanes], outdoor_air_w_per_k[zone_lanes],
        opening_w_per_k[zone_lanes];
    float solar_to_m[zone_lanes], solar_to_n[zone_lanes], solar_to_surface[zone_lanes];  ///< shares
    float radiant_to_m[zone_lanes], radiant_to_n[zone_lanes], radiant_to_surface[zone_lanes];
};

/// One archetype's week: per m2 of floor and hour of the week, Monday 0 h first.
struct ArchetypeWeek {
    std::array<float, 168> gain_w_per_m2, occupancy, heating_degc, cooling_degc;
};

/// A city's year as the kernel reads it: everything that is the same for all zones.
struct SharedYear {
    const FacadeSun* sun;
    std::vector<float> outdoor_degc;
    std::vector<float> moist_kelvin;  ///< latent heat of the water to be taken out of outdoor air,
                                      ///< as kelvins of that air
    std::vector<unsigned char> month, hour,
        week_hour;                          ///< month 0..11, hour 0..23, hour of the week 0..167
    std::vector<unsigned char> sun_sector;  ///< of horizon_sectors
    float ground_degc;
};
SharedYear shared_year(const WeatherYear& weather, const FacadeSun& sun);

/// Sums of sixteen zones. kWh and W before the shares of area and time really conditioned.
struct BatchSums {
    float heating_wh[12][zone_lanes], cooling_wh[12][zone_lanes];
    float heating_peak_w[zone_lanes], cooling_peak_w[zone_lanes];
    float heating_slot_wh[slot_count][zone_lanes],
        cooling_slot_wh[slot_count][zone_lanes];  ///< sums over the days of a slot
};

/// 8760 hours of sixteen zones; two weeks of December come first to warm the masses up.
/// `hours_of_first`, when given, receives plant power in W and air temperature of the first lane,
/// hour by hour.
struct LaneHours {
    std::vector<float> plant_w, moisture_w, air_degc;
};
void simulate_batch(const ZoneBatch& batch, const ArchetypeWeek& week, const SharedYear& year,
                    bool keep_slots, BatchSums& sums, LaneHours* hours_of_first = nullptr);

}  // namespace emissions

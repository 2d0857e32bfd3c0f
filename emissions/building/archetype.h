#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emissions/climate/weather_year.h"
#include "emissions/model/measure.h"
#include "emissions/reference/library.h"
#include "emissions/reference/schedule_table.h"
#include "geo/city/building_use.h"
#include "geo/city/city_model.h"
#include "geo/city/result.h"

namespace emissions {

/// What a building of one use and construction period is like: archetypes.csv, envelopes.csv and
/// schedules.csv, for the city's country and climate zone.
struct Archetype {
    std::string use, era;
    bool home = false;
    float wall_u_w_per_m2k = 0, roof_u_w_per_m2k = 0, window_u_w_per_m2k = 0,
          ground_u_w_per_m2k = 0;
    float window_shgc = 0, window_share = 0;  ///< of the exposed wall
    float infiltration_per_h = 0;
    float roof_absorptance = 0;         ///< share of the sun that the roof takes in
    float outdoor_air_m3_per_h_m2 = 0;  ///< at full occupancy
    float lighting_w_per_m2 = 0, plugs_w_per_m2 = 0, people_per_m2 = 0;
    float heating_degc = 20, cooling_degc = 26, heating_setback_degc = 15, cooling_setup_degc = 32;
    float heated_share = 1, cooled_share = 1;  ///< of floor area and time
    float hot_water_kwh_per_m2 = 0, fans_kwh_per_m2 = 0, refrigeration_kwh_per_m2 = 0;
    float outer_capacity_j_per_m2k = 0,
          inner_capacity_j_per_m2k = 0;  ///< per m2 of wall and roof; per m2 of floor
    const reference::WeekSchedule* schedule = nullptr;  ///< lives in the library
};

/// Where envelopes.csv holds the walls and windows of a use and construction period in the city's
/// climate zone; nothing where no zone is known.
struct EnvelopeRow {
    std::string place, subject;
};
std::optional<EnvelopeRow> envelope_row_of(const city::CityModel& city,
                                           const reference::Library& library, city::BuildingUse use,
                                           std::string_view era);

/// The same building after measures on its envelope.
Archetype after(Archetype archetype, std::span<const ParameterChange> changes);

/// All archetypes of one city.
class Archetypes {
  public:
    static city::Result<Archetypes> of(const city::CityModel& city,
                                       const reference::Library& library);

    /// Row of `all()`, or -1 where the hourly method has nothing to say (unknown, unconditioned,
    /// utility).
    int row(city::BuildingUse use, float construction_year) const;
    const std::vector<Archetype>& all() const { return all_; }
    float wall_absorptance = 0, glass_factor = 0, person_w = 0, leaky_area_per_volume = 0.45f;
    float window_opening_home_per_h = 0, window_opening_other_per_h = 0;

  private:
    std::string country_;
    std::vector<std::string> eras_;
    std::vector<Archetype> all_;
    std::vector<int> rows_;  // use x era
};

}  // namespace emissions

#pragma once

#include <algorithm>

#include "emissions/measures/acted.h"
#include "emissions/model/baseline.h"

namespace emissions {

/// What one building takes in a year under a scenario, end use by carrier, kWh final.
struct BuildingYear {
    float heating_electric, heating_fuel, heating_district;
    float hot_water_electric, hot_water_fuel;
    float cooling, lighting, appliances, cooking_electric, cooking_fuel;
    float generated;  ///< on the roof

    float electricity_used() const {
        return heating_electric + hot_water_electric + cooling + lighting + appliances +
               cooking_electric;
    }
    /// What the roof takes off the bill over the year. What it makes beyond the building's own use
    /// goes to the grid and is not credited here. Unknown where the use is.
    float generated_for_own_use() const {
        const float used = electricity_used();
        return std::min(generated, used) + 0.0f * used;
    }
};

/// A scenario on a baseline, to be asked building by building: one pass, no branches that cost.
class ScenarioYear {
  public:
    ScenarioYear(const Baseline& baseline, const Scenario& scenario)
        : b_(baseline),
          acted_(baseline, scenario),
          per_fuel_heating_(inverse(baseline.efficiencies.fuel_heating)),
          per_electric_heating_(inverse(baseline.efficiencies.electric_heating)),
          per_fuel_hot_water_(inverse(baseline.efficiencies.fuel_hot_water)),
          per_electric_hot_water_(inverse(baseline.efficiencies.electric_hot_water)),
          per_cooling_(inverse(baseline.efficiencies.cooling_cop)) {}

    BuildingYear of(std::size_t i) const {
        const BuildingDemand& d = b_.demand;
        const BuildingSystems& s = b_.systems;
        BuildingParameters room;
        const BuildingParameters& p = acted_.parameters(acted_.set_of(i), room);
        const ThermalPackage& thermal = d.packages[p.package];
        const float heating = thermal.heating_kwh[i], cooling = thermal.cooling_kwh[i];
        const float district = heating * s.heating_district_share[i],
                    electric_part = s.heating_electric_share[i];
        const float hot_water = d.hot_water_kwh[i],
                    hot_water_electric_part = s.hot_water_electric_share[i];
        BuildingYear year;
        // A heat pump takes over all that is not district heat.
        const bool pump = p.plant.heating_cop > 0.0f, water_pump = p.plant.hot_water_cop > 0.0f;
        year.heating_electric = pump ? (heating - district) / p.plant.heating_cop
                                     : heating * electric_part * per_electric_heating_;
        year.heating_fuel =
            pump ? 0.0f : (heating - district - heating * electric_part) * per_fuel_heating_;
        year.heating_district = district;
        year.hot_water_electric =
            water_pump ? hot_water / p.plant.hot_water_cop
                       : hot_water * hot_water_electric_part * per_electric_hot_water_;
        year.hot_water_fuel =
            water_pump ? 0.0f : hot_water * (1.0f - hot_water_electric_part) * per_fuel_hot_water_;
        year.cooling = cooling * per_cooling_ * p.plant.cooling_share;
        year.lighting = d.lighting_kwh[i] * p.plugs.lighting_share;
        year.appliances = d.appliances_kwh[i] * p.plugs.appliances_share;
        year.cooking_electric = d.cooking_electric_kwh[i];
        year.cooking_fuel = d.cooking_fuel_kwh[i];
        year.generated = 0.0f;
        if (p.flat_roof_kwh_per_m2 > 0.0f || p.sloped_roof_kwh_per_m2 > 0.0f)
            year.generated =
                b_.roofs.area_m2[i] *
                (b_.roofs.pitched[i] != 0 ? p.sloped_roof_kwh_per_m2 : p.flat_roof_kwh_per_m2);
        return year;
    }

  private:
    static float inverse(double value) { return static_cast<float>(1.0 / value); }

    const Baseline& b_;
    ActedMeasures acted_;
    float per_fuel_heating_, per_electric_heating_, per_fuel_hot_water_, per_electric_hot_water_,
        per_cooling_;
};

}  // namespace emissions

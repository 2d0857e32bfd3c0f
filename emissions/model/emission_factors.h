#pragma once

#include "emissions/model/results.h"
#include "geo/city/enum_array.h"

namespace emissions {

/// kg of each pollutant per kWh of each carrier, for one region, year and GWP set. co2e is filled
/// in.
struct EmissionFactors {
    city::EnumArray<Carrier, city::EnumArray<Pollutant, double>> kg_per_kwh{};
    /// Share of what the power plants send out that is lost before the meter.
    double grid_loss_share = 0.0;
    double gwp_ch4 = 0.0, gwp_n2o = 0.0;

    /// Per kWh at the meter, losses included: scope 2 and 3 together.
    double delivered_kg_per_kwh(Pollutant pollutant) const {
        return kg_per_kwh[Carrier::electricity][pollutant] / (1.0 - grid_loss_share);
    }
};

}  // namespace emissions

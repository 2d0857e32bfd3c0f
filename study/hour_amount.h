#pragma once

#include <vector>

#include "emissions/hourly/hour_amounts.h"
#include "emissions/model/baseline.h"
#include "geo/city/city_model.h"
#include "study/quantity.h"

namespace study {

/// What one kWh of each end use brings of a quantity, in kW (energies) or kg/h.
emissions::AmountPerKwh amount_per_kwh(const emissions::Baseline& baseline,
                                       const emissions::Scenario& scenario, Quantity quantity);

/// The amount of a mean day on every road, by light and by heavy vehicles. Traffic: vehicles. Empty
/// for quantities that roads do not have.
struct RoadDays {
    std::vector<float> light, heavy;
};
RoadDays road_days(const emissions::Baseline& baseline, const emissions::Scenario& scenario,
                   Quantity quantity);

/// All roads by the hour: kW or kg/h, for traffic vehicle-km per hour.
emissions::SlotValues city_roads(const city::CityModel& city, const emissions::Baseline& baseline,
                                 const RoadDays& days, Quantity quantity);

}  // namespace study

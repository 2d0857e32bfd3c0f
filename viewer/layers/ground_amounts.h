#pragma once

#include <vector>

#include "emissions/model/results.h"
#include "geo/city/city_model.h"
#include "study/quantity.h"
#include "viewer/layers/hour_layer.h"
#include "viewer/layers/play_time.h"

namespace viewer {

/// What adds up over ground, one value per building and per road; empty where the quantity does not
/// exist there. Of a year in the quantity's unit, traffic in vehicle-km a day; of an hour in kW or
/// kg/h, traffic in vehicle-km/h. Unknown is city::missing.
struct GroundAmounts {
    std::vector<float> buildings, roads;
    void subtract(const GroundAmounts& what);
};
GroundAmounts year_amounts(const city::CityModel& city, const emissions::Results& results,
                           Quantity quantity);
/// Between two hours as the clock has it. `for_scale`: those that the layer's scale is made of,
/// which are today's while sliders move.
GroundAmounts hour_amounts(const HourLayer& hours, std::size_t city, const SlotMix& moment,
                           bool for_scale = false);

}  // namespace viewer

#pragma once

#include "emissions/model/day_slots.h"

namespace emissions {

/// Traffic by the hour, light and heavy vehicles apart, the same on every road: traffic_hours.csv.
struct TrafficShapes {
    SlotValues light_per_daily{},
        heavy_per_daily{};  ///< vehicles per hour over the year's daily mean (AADT)
};

}  // namespace emissions

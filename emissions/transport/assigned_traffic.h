#pragma once

#include <string>

#include "emissions/transport/traffic.h"

namespace emissions {

/// Replaces the usual traffic and speed of uncounted roads by what an assignment puts on them.
/// Streets below secondary keep at least their usual traffic: zones are too coarse to load each of
/// them; so does a road where no trip comes by.
void assign_traffic(const city::CityModel& city, const reference::Library& library,
                    const std::string& country, TrafficBaseline& traffic,
                    const city::Progress& progress = {});

}  // namespace emissions

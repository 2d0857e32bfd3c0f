#pragma once

#include "emissions/reference/library.h"
#include "emissions/transport/assignment.h"
#include "geo/city/city_model.h"

namespace emissions {

/// How a city's trips were made up, for the report.
struct TripSummary {
    std::size_t zones = 0, edge_zones = 0;
    double trip_ends_day = 0;      ///< of the buildings, or of the streets where there are none
    double edge_vehicles_day = 0;  ///< in and out over the edge of the map
    bool from_streets = false;     ///< no buildings: street length stands in for them
};

struct TravelDemand {
    TripTable table;
    TripSummary summary;
};

/// Trips between zones: ends by use and floor area (trips.csv) gathered into up to about 150 zones,
/// entries at the edge of the map by the usual traffic of their road, distributed by a gravity
/// model (exp(-deterrence x minutes)) balanced at both ends. `usual_aadt` per road row, both
/// directions.
TravelDemand travel_demand(const city::CityModel& city, const reference::Library& library,
                           const std::string& country, const RoadGraph& graph, const LinkCost& cost,
                           const std::vector<float>& usual_aadt);

}  // namespace emissions

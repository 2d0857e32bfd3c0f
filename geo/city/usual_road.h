#pragma once

#include <string_view>

#include "geo/city/road_class.h"

namespace city {

/// What a road of a class usually is, where the data does not say. Lanes of both directions
/// together.
struct UsualRoad {
    float lanes, speed_kmh;
};

/// In the cities of `country` ("CN"; any other means the United States). Status: assumed. Lanes and
/// speeds follow the class defaults of OpenStreetMap for California and for large Chinese cities as
/// remembered; nobody has checked them against counts.
UsualRoad usual_road(RoadClass road_class, std::string_view country);

}  // namespace city

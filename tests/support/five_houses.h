#pragma once
#include "tests/emissions/small_city.h"

namespace test {

/// Five buildings, the last of unknown size; and the streets of no one.
inline city::CityModel five_houses() {
    return houses({{"a", city::BuildingUse::office, 1000, 1990},
                   {"b", city::BuildingUse::residential_apartment, 2000, 1960},
                   {"c", city::BuildingUse::retail, 400, 2005},
                   {"d", city::BuildingUse::residential_detached, 150, 1950},
                   {"e", city::BuildingUse::office, city::missing, 1990}});
}

}  // namespace test

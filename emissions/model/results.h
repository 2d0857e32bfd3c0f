#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "geo/city/enum_array.h"

namespace emissions {

/// What is delivered to a building or a vehicle.
enum class Carrier : std::uint8_t {
    electricity,
    natural_gas,
    lpg,
    coal,
    oil,
    district_heat,
    petrol,
    diesel,
    count_
};
/// What a building needs it for. `appliances` includes fans, lifts, refrigeration and plug loads.
enum class EndUse : std::uint8_t {
    heating,
    cooling,
    hot_water,
    lighting,
    appliances,
    cooking,
    count_
};
enum class Pollutant : std::uint8_t { co2, ch4, n2o, co2e, nox, so2, pm25, pm10, co, voc, count_ };

/// Stable names for tables and files: "natural_gas", "hot_water", "pm25".
std::string_view name_of(Carrier carrier);
std::string_view name_of(EndUse end_use);
std::string_view name_of(Pollutant pollutant);

using Column =
    std::vector<float>;  ///< one row per building or per road; city::missing where unknown

/// One column per quantity, one row per building. All energies final, in kWh a year; all emissions
/// in kg a year, from fuel burnt on site and from the power and heat delivered.
struct BuildingResults {
    city::EnumArray<Carrier, Column> carrier_kwh;
    city::EnumArray<EndUse, Column> end_use_kwh;  ///< sums to the carriers (before own PV)
    city::EnumArray<Pollutant, Column> emitted_kg;
    Column pv_kwh;  ///< generated on the roof; already taken off carrier_kwh[electricity]

    std::size_t count() const { return pv_kwh.size(); }
};

/// One column per quantity, one row per road segment.
struct RoadResults {
    Column aadt;        ///< vehicles a day, both directions
    Column vehicle_km;  ///< a year
    Column speed_kmh;   ///< mean over the day, flow-weighted
    city::EnumArray<Carrier, Column> carrier_kwh;
    city::EnumArray<Pollutant, Column> emitted_kg;

    std::size_t count() const { return aadt.size(); }
};

/// What the emissions core says of a city under one scenario and year. Replaced whole, never
/// edited.
struct Results {
    BuildingResults buildings;
    RoadResults roads;
};

}  // namespace emissions

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "geo/city/enum_array.h"

namespace emissions {

/// One thing that changes a building, a roof, the fleet or the grid (the field says ECM).
enum class Measure : std::uint8_t {
    envelope,           ///< insulation, windows, air-tightness
    led,                ///< efficient lighting
    heat_pump,          ///< space heating and hot water from air-source heat pumps
    efficient_cooling,  ///< better chillers and room units
    rooftop_pv,
    electric_vehicles,
    cleaner_grid,  ///< 0: today's grid of the year; 1: a zero-emission supply
    count_
};

/// "envelope", "rooftop_pv"...: keys of scenario files.
std::string_view name_of(Measure measure);

enum class GwpSet : std::uint8_t { ar4, ar5, ar6, count_ };

/// A set of measures with uptake, for one year. The default is the city as it is.
///
/// Uptake is the share (0..1) of eligible buildings that have carried the measure out. Which ones
/// is decided by a fixed hash of the building's id: raising the share only ever adds buildings. For
/// vehicles it is the share of vehicle-km, for the grid the share of the way to zero emissions.
struct Scenario {
    std::string name = "today";
    int year = 2024;
    city::EnumArray<Measure, float> uptake_share{};
    GwpSet gwp = GwpSet::ar6;

    bool operator==(const Scenario&) const = default;
};

}  // namespace emissions

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "emissions/model/filter.h"
#include "geo/city/enum_array.h"

namespace emissions {

/// The part of the model that a measure changes; each has one effect (measures/effects.h).
enum class Target : std::uint8_t { envelope, plant, plug, roof, fleet, network, grid, count_ };

/// A number that measures may change. Belongs to one target: see measures/effects.cpp.
enum class Parameter : std::uint8_t {
    // envelope: of the hourly method
    wall_u_w_per_m2k,
    roof_u_w_per_m2k,
    window_u_w_per_m2k,
    window_shgc,
    infiltration_per_h,
    roof_absorptance,
    // envelope: of the benchmark method, which knows no walls
    heating_demand_share,
    cooling_demand_share,
    // plant
    heating_cop,    ///< above 0: a heat pump takes over all that is not district heat
    hot_water_cop,  ///< above 0: a heat pump makes all hot water
    cooling_share,  ///< of today's final energy for the same cold
    // plug
    lighting_share,
    appliances_share,
    // roof
    usable_roof_share_flat,
    usable_roof_share_sloped,
    module_kw_per_m2,
    // fleet
    light_electric_share,
    heavy_electric_share,
    light_km_share,
    heavy_km_share,
    // network
    heat_network_share,  ///< of today's emissions per kWh of district heat
    // grid
    grid_share,  ///< of the emissions per kWh that the year's grid has without the measure
    count_
};

enum class Operation : std::uint8_t { set, multiply, at_most, at_least, count_ };

struct ParameterChange {
    Parameter parameter = Parameter::wall_u_w_per_m2k;
    Operation operation = Operation::set;
    double value = 0.0;
    bool operator==(const ParameterChange&) const = default;
};

/// One measure at one place (the field says ECM): a row of assets/reference/catalogue.csv.
struct MeasureRow {
    std::string id;     ///< "envelope", "rooftop_pv": key of scenario files and of the queue
    std::string place;  ///< "US-CA" wins over "US", "US" over "world"
    Target target = Target::envelope;
    Filter eligible;  ///< what the measure can be done to at all
    std::vector<ParameterChange> changes;
    std::string source, address, status, note;  ///< status: of the weakest of its numbers
};

/// Stable names for tables and files: "envelope", "wall_u_w_per_m2k", "at_most", "floor_area_m2".
std::string_view name_of(Target target);
std::string_view name_of(Parameter parameter);
std::string_view name_of(Operation operation);
std::string_view name_of(Field field);

}  // namespace emissions

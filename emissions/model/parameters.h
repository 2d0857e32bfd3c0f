#pragma once

namespace emissions {

// What measures change, target by target. As they are made they stand for a thing untouched;
// those of envelopes and fleets are filled with what is there today.

/// Walls, windows and leaks of an archetype.
struct EnvelopeParameters {
    float wall_u_w_per_m2k = 0, roof_u_w_per_m2k = 0, window_u_w_per_m2k = 0, window_shgc = 0;
    float infiltration_per_h = 0, roof_absorptance = 0;
    float heating_demand_share = 1, cooling_demand_share = 1;  ///< the benchmark method's only ones
};

/// Heating, hot water and cooling plant of a building.
struct PlantParameters {
    float heating_cop = 0, hot_water_cop = 0;  ///< of a heat pump; 0: there is none
    float cooling_share = 1;                   ///< of today's final energy for cooling
};

/// Lamps and what is plugged in: shares of today's energy.
struct PlugParameters {
    float lighting_share = 1, appliances_share = 1;
};

/// Modules on a roof: the part of it that they may use, by its form, and what fits there.
struct RoofParameters {
    double usable_roof_share_flat = 0, usable_roof_share_sloped = 0, module_kw_per_m2 = 0;
};

/// Vehicles on a road: electric shares of vehicle-km, and vehicle-km against today's.
struct FleetParameters {
    float light_electric_share = 0, heavy_electric_share = 0;
    float light_km_share = 1, heavy_km_share = 1;
};

/// Emissions per kWh of district heat against today's.
struct NetworkParameters {
    float heat_network_share = 1;
};

/// Emissions per kWh from the grid against what the year has without measures.
struct GridParameters {
    float grid_share = 1;
};

}  // namespace emissions

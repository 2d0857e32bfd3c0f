#include "emissions/measures/effects.h"

#include <algorithm>
#include <array>

#include "emissions/measures/field_names.h"

namespace emissions {

namespace {

template <class Parameters, class Number = float>
struct Member {
    Parameter parameter;
    Number Parameters::*value;
};

// What each effect reads, and so which target a parameter belongs to.
constexpr std::array<Member<EnvelopeParameters>, 8> envelope_members{
    {{Parameter::wall_u_w_per_m2k, &EnvelopeParameters::wall_u_w_per_m2k},
     {Parameter::roof_u_w_per_m2k, &EnvelopeParameters::roof_u_w_per_m2k},
     {Parameter::window_u_w_per_m2k, &EnvelopeParameters::window_u_w_per_m2k},
     {Parameter::window_shgc, &EnvelopeParameters::window_shgc},
     {Parameter::infiltration_per_h, &EnvelopeParameters::infiltration_per_h},
     {Parameter::roof_absorptance, &EnvelopeParameters::roof_absorptance},
     {Parameter::heating_demand_share, &EnvelopeParameters::heating_demand_share},
     {Parameter::cooling_demand_share, &EnvelopeParameters::cooling_demand_share}}};
constexpr std::array<Member<PlantParameters>, 3> plant_members{
    {{Parameter::heating_cop, &PlantParameters::heating_cop},
     {Parameter::hot_water_cop, &PlantParameters::hot_water_cop},
     {Parameter::cooling_share, &PlantParameters::cooling_share}}};
constexpr std::array<Member<PlugParameters>, 2> plug_members{
    {{Parameter::lighting_share, &PlugParameters::lighting_share},
     {Parameter::appliances_share, &PlugParameters::appliances_share}}};
constexpr std::array<Member<RoofParameters, double>, 3> roof_members{
    {{Parameter::usable_roof_share_flat, &RoofParameters::usable_roof_share_flat},
     {Parameter::usable_roof_share_sloped, &RoofParameters::usable_roof_share_sloped},
     {Parameter::module_kw_per_m2, &RoofParameters::module_kw_per_m2}}};
constexpr std::array<Member<FleetParameters>, 4> fleet_members{
    {{Parameter::light_electric_share, &FleetParameters::light_electric_share},
     {Parameter::heavy_electric_share, &FleetParameters::heavy_electric_share},
     {Parameter::light_km_share, &FleetParameters::light_km_share},
     {Parameter::heavy_km_share, &FleetParameters::heavy_km_share}}};
constexpr std::array<Member<NetworkParameters>, 1> network_members{
    {{Parameter::heat_network_share, &NetworkParameters::heat_network_share}}};
constexpr std::array<Member<GridParameters>, 1> grid_members{
    {{Parameter::grid_share, &GridParameters::grid_share}}};

template <class Number>
Number changed(Number value, const ParameterChange& change) {
    const auto number = static_cast<Number>(change.value);
    switch (change.operation) {
        case Operation::multiply:
            return value * number;
        case Operation::at_most:
            return std::min(value, number);
        case Operation::at_least:
            return std::max(value, number);
        default:
            return number;
    }
}

template <class Parameters, class Number, std::size_t count>
void apply_to(Parameters& parameters, const std::array<Member<Parameters, Number>, count>& members,
              std::span<const ParameterChange> changes) {
    for (const ParameterChange& change : changes)
        for (const auto& [parameter, value] : members)
            if (parameter == change.parameter)
                parameters.*value = changed(parameters.*value, change);
}

template <class Parameters, class Number, std::size_t count>
void apply_part(Parameters& parameters,
                const std::array<Member<Parameters, Number>, count>& members,
                std::span<const ParameterChange> changes, float share) {
    Parameters after = parameters;
    apply_to(after, members, changes);
    for (const auto& [parameter, value] : members)
        parameters.*value += (after.*value - parameters.*value) * share;
}

template <class Parameters, class Number, std::size_t count>
bool has(const std::array<Member<Parameters, Number>, count>& members, Parameter parameter) {
    return std::any_of(members.begin(), members.end(),
                       [&](const auto& member) { return member.parameter == parameter; });
}

}  // namespace

void change(EnvelopeParameters& envelope, std::span<const ParameterChange> changes) {
    apply_to(envelope, envelope_members, changes);
}
void change(PlantParameters& plant, std::span<const ParameterChange> changes) {
    apply_to(plant, plant_members, changes);
}
void change(PlugParameters& plugs, std::span<const ParameterChange> changes) {
    apply_to(plugs, plug_members, changes);
}
void change(RoofParameters& roof, std::span<const ParameterChange> changes) {
    apply_to(roof, roof_members, changes);
}
void change(FleetParameters& fleet, std::span<const ParameterChange> changes) {
    apply_to(fleet, fleet_members, changes);
}
void change(NetworkParameters& network, std::span<const ParameterChange> changes) {
    apply_to(network, network_members, changes);
}
void change(GridParameters& grid, std::span<const ParameterChange> changes) {
    apply_to(grid, grid_members, changes);
}

void change_share(FleetParameters& fleet, std::span<const ParameterChange> changes, float share) {
    apply_part(fleet, fleet_members, changes, share);
}
void change_share(NetworkParameters& network, std::span<const ParameterChange> changes,
                  float share) {
    apply_part(network, network_members, changes, share);
}
void change_share(GridParameters& grid, std::span<const ParameterChange> changes, float share) {
    apply_part(grid, grid_members, changes, share);
}

Target target_of(Parameter parameter) {
    if (has(envelope_members, parameter)) return Target::envelope;
    if (has(plant_members, parameter)) return Target::plant;
    if (has(plug_members, parameter)) return Target::plug;
    if (has(roof_members, parameter)) return Target::roof;
    if (has(fleet_members, parameter)) return Target::fleet;
    if (has(network_members, parameter)) return Target::network;
    return Target::grid;
}

bool acts_on_buildings(Target target) {
    return target == Target::envelope || target == Target::plant || target == Target::plug ||
           target == Target::roof;
}

bool can_ask(Target target, Field field) {
    if (target == Target::fleet) return is_of_roads(field);
    return acts_on_buildings(target) && is_of_buildings(field);
}

}  // namespace emissions

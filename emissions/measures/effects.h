#pragma once

#include <span>

#include "emissions/model/measure.h"
#include "emissions/model/parameters.h"

namespace emissions {

// One effect a target: what the changes of a measure make of the target's parameters, one after the
// other. Changes of other targets leave them alone.
void change(EnvelopeParameters& envelope, std::span<const ParameterChange> changes);
void change(PlantParameters& plant, std::span<const ParameterChange> changes);
void change(PlugParameters& plugs, std::span<const ParameterChange> changes);
void change(RoofParameters& roof, std::span<const ParameterChange> changes);
void change(FleetParameters& fleet, std::span<const ParameterChange> changes);
void change(NetworkParameters& network, std::span<const ParameterChange> changes);
void change(GridParameters& grid, std::span<const ParameterChange> changes);

/// The same done to a share of what there is: half way to where the changes lead at 0.5. For
/// targets that many vehicles or plants make up.
void change_share(FleetParameters& fleet, std::span<const ParameterChange> changes, float share);
void change_share(NetworkParameters& network, std::span<const ParameterChange> changes,
                  float share);
void change_share(GridParameters& grid, std::span<const ParameterChange> changes, float share);

/// The one target whose effect reads the parameter.
Target target_of(Parameter parameter);

/// Whether measures of a target are taken building by building.
bool acts_on_buildings(Target target);
/// Whether a filter of such a measure may ask for the field: grid and heat network are one for the
/// whole city and have none.
bool can_ask(Target target, Field field);

}  // namespace emissions

#pragma once

#include <array>
#include <cstddef>

#include "emissions/building/archetype.h"
#include "emissions/building/surroundings.h"
#include "emissions/building/zone_batch.h"
#include "emissions/reference/schedule_table.h"
#include "geo/city/city_model.h"

namespace emissions {

/// Set points, people and gains of every hour of an archetype's week.
ArchetypeWeek week_of(const Archetype& archetype, float person_w);

/// Hours of full load in a year of such weeks.
float full_load_hours(const std::array<reference::WeekSchedule::Day, 7>& week);

/// Whether height and areas are known, so that a building has walls and rooms.
bool can_simulate(const city::Buildings& buildings, std::size_t row);

/// Fills one lane of the batch with a building's fabric, apertures and air, from its own shape and
/// surroundings and its archetype.
void set_zone(ZoneBatch& batch, std::size_t lane, const city::Buildings& buildings, std::size_t row,
              const Surroundings& around, const Archetype& archetype, const Archetypes& model);

}  // namespace emissions

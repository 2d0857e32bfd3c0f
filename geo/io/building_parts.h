#pragma once

#include <vector>

#include "geo/city/city_model.h"
#include "geo/city/load_report.h"
#include "geo/io/city_builder.h"

namespace geo_io {

/// Outlines and their parts (OpenStreetMap's building:part, Overture's building_part): parts take
/// use, year, name and, where they say nothing, height from the outline they lie in; what of an
/// outline no part stands on remains; what they share is counted once. Parts below the ground go,
/// parts in no outline are buildings. What goes is counted in the report.
void settle_parts(city::Buildings& buildings, std::vector<RowFacts>& facts,
                  city::LoadReport& report);

}  // namespace geo_io

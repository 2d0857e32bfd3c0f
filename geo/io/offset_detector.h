#pragma once

#include <string>
#include <vector>

#include "geo/city/city_model.h"
#include "geo/city/load_report.h"
#include "geo/io/city_file.h"

namespace geo_io {

/// Whether the buildings lie beside the roads by the offset of a Chinese web map: streets run
/// through houses as they would if both were laid at random, and hardly at all once GCJ-02 or
/// BD-09 is taken out of either. Empty where nothing is found, where there is too little to tell,
/// or where both carry the same offset, which cannot be seen. Thresholds and errors:
/// docs/method.md, Place. Some tens of milliseconds, whatever the size of the city.
std::vector<city::FoundOffset> find_offsets(const city::CityModel& city);

/// Asks the above for a city in China whose city.toml leaves `shift` open, and reports the answer
/// with the line to write; where there is nothing to compare with, notes that nothing could be
/// told.
void look_for_offset(const city::CityModel& city, const SourceSettings& buildings,
                     const SourceSettings& roads, city::LoadReport& report);

}  // namespace geo_io

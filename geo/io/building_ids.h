#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/city/city_model.h"
#include "geo/city/load_report.h"
#include "geo/io/city_builder.h"

namespace geo_io {

/// What a building that was left out as a copy of another was called, and where it stood.
struct CopyName {
    std::uint64_t outline_key;
    std::uint64_t place_hash;
    std::string source_id;
};

/// Gives every building an id of its own that stays when rows are sorted otherwise, tiles come in
/// another order or other columns are read: the source's where no other building has it, else that
/// and "-" and its place (place_hash.h), just "b" and the place where the source has none; where
/// two still agree, -2, -3 ... from the second largest footprint on. Never a row's number.
/// Of copies the lowest id and place count, whichever was read first. To be called when rows that
/// are there twice have gone; `facts` has a row per building. Says in the report how many ids are
/// not the source's.
void name_buildings(city::Buildings& buildings, const std::vector<RowFacts>& facts,
                    const std::vector<CopyName>& copies, city::LoadReport& report);

}  // namespace geo_io

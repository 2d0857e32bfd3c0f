#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emissions/model/results.h"
#include "geo/city/building_use.h"
#include "geo/city/road_class.h"

namespace emissions {

/// What heats most of a building.
enum class Supply : std::uint8_t { fuel, electricity, district_heat, unknown, count_ };

/// What filters and the queue ask of buildings: one row per building in every column.
struct BuildingTraits {
    std::vector<city::BuildingUse> use;
    std::vector<std::uint8_t> era;  ///< row of `era_names`; no_era where the year is not known
    std::vector<Supply> supply;
    Column year, floor_area_m2, height_m, storeys;
    std::vector<std::int32_t> district;  ///< row of `district_names`, -1: in none
    std::vector<std::uint64_t> id_hash;  ///< hash_of(building_id)

    static constexpr std::uint8_t no_era = 255;
    std::vector<std::string> era_names, district_names;

    std::size_t count() const { return use.size(); }
};

/// The same of roads.
struct RoadTraits {
    std::vector<city::RoadClass> road_class;
    std::vector<std::int32_t> district;
    std::vector<std::uint64_t> id_hash;  ///< of road_id, which several segments may share

    std::size_t count() const { return road_class.size(); }
};

}  // namespace emissions

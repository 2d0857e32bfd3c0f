#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "geo/city/enum_array.h"

namespace city {

/// What a building is used for, as finely as energy statistics of both countries tell it apart.
enum class BuildingUse : std::uint8_t {
    unknown,
    residential_detached,
    residential_attached,
    residential_apartment,
    office,
    government_office,
    retail,
    mall,
    supermarket,
    restaurant,
    hotel,
    hospital,
    outpatient,
    school,
    university,
    public_assembly,
    warehouse,
    industry,
    transport_station,
    utility,
    unconditioned,  ///< garages, sheds, roofs: no heating, no load worth counting
    count_
};

/// The stable name in tables and result files, e.g. "residential_apartment".
std::string_view name_of(BuildingUse use);
std::optional<BuildingUse> building_use_from_name(std::string_view name);

constexpr bool is_residential(BuildingUse use) {
    return use == BuildingUse::residential_detached || use == BuildingUse::residential_attached ||
           use == BuildingUse::residential_apartment;
}

}  // namespace city

#include "emissions/building/traits_of.h"

#include <algorithm>

#include "emissions/building/benchmark.h"
#include "emissions/measures/uptake.h"
#include "geo/city/chunks.h"
#include "geo/city/missing.h"

namespace emissions {

namespace {

Supply supply_of(const BuildingSystems& systems, std::size_t i, city::BuildingUse use) {
    if (use == city::BuildingUse::unknown) return Supply::unknown;
    const float electric = systems.heating_electric_share[i],
                district = systems.heating_district_share[i], fuel = 1.0f - electric - district;
    if (district >= electric && district >= fuel) return Supply::district_heat;
    return electric > fuel ? Supply::electricity : Supply::fuel;
}

// Row of the name in `names`, which gets it where it is new.
std::uint8_t row_of(std::vector<std::string>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    const auto row = static_cast<std::uint8_t>(found - names.begin());
    if (found == names.end()) names.emplace_back(name);
    return row;
}

std::vector<std::uint64_t> hashes_of(const city::TextColumn& ids) {
    std::vector<std::uint64_t> hashes(ids.size());
    city::in_chunks(hashes.size(), [&](std::size_t first, std::size_t rows) {
        for (std::size_t i = first; i < first + rows; ++i) hashes[i] = hash_of(ids[i]);
    });
    return hashes;
}

std::vector<std::int32_t> districts_or_none(const std::vector<std::int32_t>& districts,
                                            std::size_t rows) {
    return districts.empty() ? std::vector<std::int32_t>(rows, city::Districts::none) : districts;
}

}  // namespace

BuildingTraits building_traits(const city::CityModel& city, const BuildingSystems& systems,
                               const std::string& country) {
    const city::Buildings& b = city.buildings;
    BuildingTraits traits;
    traits.use = b.use;
    traits.year = b.construction_year;
    traits.floor_area_m2 = b.floor_area_m2;
    traits.height_m = b.height_m;
    traits.storeys = b.storeys;
    traits.district = districts_or_none(city.districts.of_building, b.count());
    traits.district_names = city.districts.name;
    traits.id_hash = hashes_of(b.id);
    traits.era.resize(b.count());
    traits.supply.resize(b.count());
    for (std::size_t i = 0; i < b.count(); ++i) {
        const float year = b.construction_year[i];
        traits.era[i] = city::is_missing(year) ? BuildingTraits::no_era
                                               : row_of(traits.era_names, era_of(country, year));
        traits.supply[i] = supply_of(systems, i, b.use[i]);
    }
    return traits;
}

RoadTraits road_traits(const city::CityModel& city) {
    return {city.roads.road_class, districts_or_none(city.districts.of_road, city.roads.count()),
            hashes_of(city.roads.id)};
}

}  // namespace emissions

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "emissions/building/benchmark.h"
#include "emissions/measures/effects.h"
#include "emissions/reference/climate_zone.h"
#include "emissions/reference/country.h"
#include "emissions/reference/tables.h"

namespace emissions {

namespace {

using city::BuildingUse;

// kWh per m2 and year of one use, as the table has it, with the climate already in.
struct Intensity {
    float electric_heating = 0, fuel_heating = 0, district_heating = 0;          // useful
    float cooling = 0;                                                           // useful
    float electric_hot_water = 0, fuel_hot_water = 0;                            // useful
    float lighting = 0, appliances = 0, cooking_electric = 0, cooking_fuel = 0;  // final
};

struct ClimateFactors {
    double electric_heating = 1, fuel_heating = 1, cooling = 1, district_heat_kwh_per_m2 = 0;
};

city::Result<ClimateFactors> climate_factors(const city::CityModel& city,
                                             const reference::Library& library,
                                             const std::string& country) {
    const auto& tables = library.tables();
    ClimateFactors factors;
    if (country == "CN") {
        const std::string zone = chinese_zone_of(city.info.region, tables.zones);
        if (zone.empty())
            return city::fail("no thermal zone is known for region '" + city.info.region +
                              "': set region in city.toml");
        const auto of = [&](const char* quantity, double otherwise) {
            return tables.zones.value("CN", zone, quantity).value_or(otherwise);
        };
        factors.electric_heating = of("electric_heating_factor", 1.0);
        factors.cooling = of("cooling_factor", 1.0);
        factors.district_heat_kwh_per_m2 = of("district_heat_intensity", 0.0);
        return factors;
    }
    const auto here = degree_days_of(city, library);
    const auto survey_heating = tables.climates.value("California", "survey climate", "hdd18");
    const auto survey_cooling = tables.climates.value("California", "survey climate", "cdd18");
    if (here && survey_heating && survey_cooling) {
        factors.electric_heating = factors.fuel_heating = here->heating / *survey_heating;
        factors.cooling = std::clamp(here->cooling / *survey_cooling, 0.2, 3.0);
    }
    return factors;
}

std::array<Intensity, city::enum_count<BuildingUse>> intensities(const reference::Library& library,
                                                                 const std::string& country,
                                                                 const ClimateFactors& climate,
                                                                 const Efficiencies& efficiency) {
    std::array<Intensity, city::enum_count<BuildingUse>> table{};
    for (const BuildingUse use : city::all_of<BuildingUse>()) {
        const auto of = [&](const char* quantity) {
            return library.tables()
                .intensities.value(country, name_of(use), quantity)
                .value_or(0.0);
        };
        Intensity& one = table[static_cast<std::size_t>(use)];
        one.electric_heating = static_cast<float>(
            of("electricity heating") * climate.electric_heating * efficiency.electric_heating);
        one.fuel_heating =
            static_cast<float>(of("fuel heating") * climate.fuel_heating * efficiency.fuel_heating);
        const bool heated = use != BuildingUse::unconditioned && use != BuildingUse::warehouse &&
                            use != BuildingUse::unknown;
        one.district_heating = heated ? static_cast<float>(climate.district_heat_kwh_per_m2) : 0.0f;
        one.cooling = static_cast<float>(of("electricity cooling") * climate.cooling *
                                         efficiency.cooling_cop);
        one.electric_hot_water =
            static_cast<float>(of("electricity hot_water") * efficiency.electric_hot_water);
        one.fuel_hot_water = static_cast<float>(of("fuel hot_water") * efficiency.fuel_hot_water);
        one.lighting = static_cast<float>(of("electricity lighting"));
        one.appliances = static_cast<float>(of("electricity appliances"));
        one.cooking_electric = static_cast<float>(of("electricity cooking"));
        one.cooking_fuel = static_cast<float>(of("fuel cooking"));
        if (use == BuildingUse::unknown)
            one = {city::missing, city::missing, city::missing, city::missing, city::missing,
                   city::missing, city::missing, city::missing, city::missing, city::missing};
    }
    return table;
}

}  // namespace

city::Result<Efficiencies> efficiencies_of(const reference::Library& library,
                                           const std::string& country) {
    const auto& table = library.tables().systems;
    const auto of = [&](const char* supply, const char* quantity) {
        return table.value(country, supply, quantity).value_or(0.0);
    };
    const Efficiencies found{
        of("fuel", "heating_efficiency"), of("electricity", "heating_efficiency"),
        of("fuel", "hot_water_efficiency"), of("electricity", "hot_water_efficiency"),
        of("electricity", "cooling_cop")};
    for (const double one : {found.fuel_heating, found.electric_heating, found.fuel_hot_water,
                             found.electric_hot_water, found.cooling_cop})
        if (one <= 0.0) return city::fail("systems.csv lacks an efficiency for " + country);
    return found;
}

std::string_view era_of(const std::string& country, float year) {
    if (country == "US")
        return year < 1978   ? "before 1978"
               : year < 1993 ? "1978-1992"
               : year < 2006 ? "1993-2005"
               : year < 2014 ? "2006-2013"
                             : "2014 on";
    return year < 2005   ? "before 2005"
           : year < 2015 ? "2005-2014"
           : year < 2022 ? "2015-2021"
                         : "2022 on";
}

std::optional<DegreeDays> degree_days_of(const city::CityModel& city,
                                         const reference::Library& library) {
    const auto& climates = library.tables().climates;
    const auto of = [&](const std::string& place) -> std::optional<DegreeDays> {
        const auto heating = climates.value(place, "climate", "hdd18"),
                   cooling = climates.value(place, "climate", "cdd18");
        if (!heating || !cooling) return std::nullopt;
        return DegreeDays{*heating, *cooling};
    };
    const auto station = reference::climate_station_for(
        library.tables(), city.info.climate, city.info.region, city.frame.origin_lonlat(),
        [&](const std::string& place) { return of(place).has_value(); });
    return station ? of(*station) : std::nullopt;
}

city::Result<void> benchmark_demand(const city::CityModel& city, const reference::Library& library,
                                    const Efficiencies& efficiency, BuildingDemand& demand,
                                    BuildingSystems& systems) {
    const auto country = country_tables_of(city.info.region);
    if (!country) return tl::unexpected(country.error());
    const auto climate = climate_factors(city, library, *country);
    if (!climate) return tl::unexpected(climate.error());
    const auto by_use = intensities(library, *country, *climate, efficiency);
    const auto& tables = library.tables();
    const auto factor = [&](std::string_view era, const char* quantity) {
        return static_cast<float>(tables.eras.value(*country, era, quantity).value_or(1.0));
    };
    // Without walls a package is two shares of the demand.
    std::vector<EnvelopeParameters> envelopes(demand.packages.size());
    for (std::size_t p = 0; p < envelopes.size(); ++p)
        change(envelopes[p], demand.packages[p].changes);
    // The few eras once, not one lookup per building.
    struct Era {
        std::string_view name;
        float heating, cooling, lighting;
    };
    std::vector<Era> eras;
    for (const float year : {1900.0f, 1980.0f, 2000.0f, 2010.0f, 2018.0f, 2024.0f}) {
        const std::string_view name = era_of(*country, year);
        if (std::none_of(eras.begin(), eras.end(),
                         [&](const Era& era) { return era.name == name; }))
            eras.push_back(
                {name, factor(name, "heating"), factor(name, "cooling"), factor(name, "lighting")});
    }

    const city::Buildings& b = city.buildings;
    demand.resize(b.count());
    systems.resize(b.count());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, b.count(), 4096), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            const Intensity& one = by_use[static_cast<std::size_t>(b.use[i])];
            const std::string_view name = era_of(*country, b.construction_year[i]);
            const Era era = *std::find_if(eras.begin(), eras.end(), [&](const Era& candidate) {
                return candidate.name == name;
            });
            const float area_m2 = b.floor_area_m2[i];
            const float electric = one.electric_heating, district = one.district_heating,
                        fuel = one.fuel_heating;
            const float heating = electric + district + fuel;
            for (std::size_t p = 0; p < envelopes.size(); ++p) {
                demand.packages[p].heating_kwh[i] =
                    area_m2 * heating * era.heating * envelopes[p].heating_demand_share;
                demand.packages[p].cooling_kwh[i] =
                    area_m2 * one.cooling * era.cooling * envelopes[p].cooling_demand_share;
            }
            const float hot_water = one.electric_hot_water + one.fuel_hot_water;
            demand.hot_water_kwh[i] = area_m2 * hot_water;
            demand.lighting_kwh[i] = area_m2 * one.lighting * era.lighting;
            demand.appliances_kwh[i] = area_m2 * one.appliances;
            demand.cooking_electric_kwh[i] = area_m2 * one.cooking_electric;
            demand.cooking_fuel_kwh[i] = area_m2 * one.cooking_fuel;
            systems.heating_electric_share[i] = heating > 0.0f ? electric / heating : 0.0f;
            systems.heating_district_share[i] = heating > 0.0f ? district / heating : 0.0f;
            systems.hot_water_electric_share[i] =
                hot_water > 0.0f ? one.electric_hot_water / hot_water : 0.0f;
        }
    });
    return {};
}

}  // namespace emissions

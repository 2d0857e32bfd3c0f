#include "emissions/evaluate.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>

#include "emissions/accounting/factors.h"
#include "emissions/building/benchmark.h"
#include "emissions/building/physics.h"
#include "emissions/building/roof_pv.h"
#include "emissions/building/traits_of.h"
#include "emissions/climate/synthetic_year.h"
#include "emissions/hourly/traffic_shapes.h"
#include "emissions/hourly/typical_days.h"
#include "emissions/measures/building_year.h"
#include "emissions/measures/catalogue.h"
#include "emissions/measures/packages.h"
#include "emissions/measures/whole_city.h"
#include "emissions/model/baseline.h"
#include "emissions/reference/country.h"
#include "emissions/reference/tables.h"
#include "emissions/transport/traffic.h"

namespace emissions {

city::Result<BaselinePtr> prepare(const city::CityModel& city, const reference::Library& library,
                                  const EvaluationOptions& options,
                                  const city::Progress& progress) {
    const auto country = country_tables_of(city.info.region);
    if (!country) return tl::unexpected(country.error());
    auto baseline = std::make_shared<Baseline>();
    baseline->method = options.method;
    baseline->region = city.info.region;
    baseline->country = *country;
    baseline->library = &library;
    const auto catalogue = read_catalogue(library);
    if (!catalogue) return tl::unexpected(catalogue.error());
    baseline->measures = measures_of(*catalogue, city.info.region);
    baseline->demand.packages = thermal_packages(baseline->measures);
    const auto efficiencies = efficiencies_of(library, *country);
    if (!efficiencies) return tl::unexpected(efficiencies.error());
    baseline->efficiencies = *efficiencies;
    progress.tell(0.1f, "energy demand");
    if (auto made =
            benchmark_demand(city, library, *efficiencies, baseline->demand, baseline->systems);
        !made)
        return tl::unexpected(made.error());
    if (progress.cancelled()) return city::fail(city::cancelled_message);
    std::optional<WeatherYear> built_in;
    if (options.weather == nullptr)
        built_in = built_in_weather(library, city.info.climate, city.frame.origin_lonlat(),
                                    standard_time_h(city.info.region, city.frame.origin_lonlat()),
                                    city.info.region);
    const WeatherYear* weather = options.weather != nullptr ? options.weather
                                 : built_in                 ? &*built_in
                                                            : nullptr;
    // A benchmark city needs no archetypes; with them its loads follow their schedules.
    const auto archetypes = Archetypes::of(city, library);
    baseline->shapes = typical_days(city, archetypes ? &*archetypes : nullptr, weather);
    if (options.method == Method::physics) {
        if (weather == nullptr)
            return city::fail(
                "no weather within 150 km of the city: name an EPW file as weather in city.toml");
        baseline->weather_source = weather->place + ", " + weather->source;
        if (auto made = physics_demand(city, library, *weather, baseline->demand, &baseline->loads,
                                       {}, progress, &baseline->shapes);
            !made)
            return tl::unexpected(made.error());
    }
    progress.tell(0.7f, "traffic");
    auto traffic = prepare_traffic(city, library, options.traffic, progress);
    if (!traffic) return tl::unexpected(traffic.error());
    baseline->traffic = std::move(*traffic);
    auto traffic_hours = traffic_shapes(library, *country, baseline->shapes.days);
    if (!traffic_hours) return tl::unexpected(traffic_hours.error());
    baseline->traffic_hours = *traffic_hours;
    baseline->roofs = roofs_of(city, library, *country);
    baseline->traits = building_traits(city, baseline->systems, *country);
    baseline->road_traits = road_traits(city);
    // Missing factors are an error now, not in the middle of a slider move.
    if (auto factors = emission_factors(library, baseline->region, 2024, GwpSet::ar6); !factors)
        return tl::unexpected(factors.error());
    progress.tell(1.0f, "done");
    return BaselinePtr(std::move(baseline));
}

Results evaluate(const Baseline& baseline, const Scenario& scenario) {
    Results results;
    evaluate_into(baseline, scenario, results);
    return results;
}

void evaluate_into(const Baseline& baseline, const Scenario& scenario, Results& results) {
    const EmissionFactors factors = factors_for(baseline, scenario);
    const std::size_t count = baseline.building_count();
    BuildingResults& out = results.buildings;
    for (auto& column : out.carrier_kwh) column.resize(count);
    for (auto& column : out.end_use_kwh) column.resize(count);
    for (auto& column : out.emitted_kg) column.resize(count);
    out.pv_kwh.resize(count);
    for (const Carrier unused : {Carrier::lpg, Carrier::coal, Carrier::oil, Carrier::petrol,
                                 Carrier::diesel, Carrier::natural_gas})
        if (unused != baseline.fuel)
            std::fill(out.carrier_kwh[unused].begin(), out.carrier_kwh[unused].end(), 0.0f);

    const ScenarioYear scenario_year(baseline, scenario);
    city::EnumArray<Pollutant, float> grid_kg{}, fuel_kg{}, heat_kg{};
    for (const Pollutant p : city::all_of<Pollutant>()) {
        grid_kg[p] = static_cast<float>(factors.delivered_kg_per_kwh(p));
        fuel_kg[p] = static_cast<float>(factors.kg_per_kwh[baseline.fuel][p]);
        heat_kg[p] = static_cast<float>(factors.kg_per_kwh[Carrier::district_heat][p]);
    }
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 2048), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            const BuildingYear year = scenario_year.of(i);
            const float used = year.electricity_used();
            const float bought = std::max(used - year.generated, 0.0f * used);
            const float fuel = year.heating_fuel + year.hot_water_fuel + year.cooking_fuel,
                        district = year.heating_district;
            out.end_use_kwh[EndUse::heating][i] =
                year.heating_electric + year.heating_fuel + district;
            out.end_use_kwh[EndUse::cooling][i] = year.cooling;
            out.end_use_kwh[EndUse::hot_water][i] = year.hot_water_electric + year.hot_water_fuel;
            out.end_use_kwh[EndUse::lighting][i] = year.lighting;
            out.end_use_kwh[EndUse::appliances][i] = year.appliances;
            out.end_use_kwh[EndUse::cooking][i] = year.cooking_electric + year.cooking_fuel;
            out.pv_kwh[i] = year.generated;
            out.carrier_kwh[Carrier::electricity][i] = bought;
            out.carrier_kwh[baseline.fuel][i] = fuel;
            out.carrier_kwh[Carrier::district_heat][i] = district;
            for (const Pollutant p : city::all_of<Pollutant>())
                out.emitted_kg[p][i] =
                    bought * grid_kg[p] + fuel * fuel_kg[p] + district * heat_kg[p];
        }
    });
    evaluate_traffic_into(baseline.traffic, factors, fleet_of(baseline, scenario), results.roads);
}

}  // namespace emissions

#pragma once

#include <memory>

#include "emissions/accounting/inventory.h"
#include "emissions/results.h"
#include "emissions/scenario/scenario.h"
#include "emissions/transport/traffic.h"
#include "geo/city/city_model.h"
#include "geo/city/progress.h"
#include "geo/city/result.h"

namespace emissions {

namespace reference { class Library; }
struct WeatherYear;

/// How the useful energy of buildings is found. Both stay selectable.
enum class Method : std::uint8_t {
    benchmark,  ///< cited intensities by use, era and climate x floor area
    physics,    ///< hourly zone model of every building
};

struct EvaluationOptions {
    Method method = Method::benchmark;
    /// For the hourly method. None: a synthetic year from the built-in normals nearest to the city.
    const WeatherYear* weather = nullptr;
    TrafficMethod traffic = TrafficMethod::road_class;
};

/// All of a city that does not depend on the scenario: archetypes, useful demand as found and after
/// an envelope retrofit, systems, roof area, traffic. Built once per city and method, off the UI
/// thread; then every slider move is one pass over its columns.
struct Baseline;
using BaselinePtr = std::shared_ptr<const Baseline>;  // shared: the UI and a running job both read it

city::Result<BaselinePtr> prepare(const city::CityModel& city, const reference::Library& library,
                                  const EvaluationOptions& options = {},
                                  const city::Progress& progress = {});

/// The city under `scenario`. Pure, parallel, a few milliseconds per 100 000 buildings.
Results evaluate(const Baseline& baseline, const Scenario& scenario);
/// The same into storage that is already there, so that a slider costs no allocation.
void evaluate_into(const Baseline& baseline, const Scenario& scenario, Results& results);

/// GPC table of `results`; its sums are the sums of the columns.
Inventory inventory_of(const Baseline& baseline, const Scenario& scenario, const Results& results);

}  // namespace emissions

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "emissions/evaluate.h"
#include "geo/io/load_city.h"
#include "geo/mesh/city_mesh.h"
#include "geo/mesh/near_mesh.h"
#include "geo/mesh/row_centres.h"

namespace viewer {

/// What comes after the first picture.
struct NearSlot {
    mesh::NearMesh mesh;       ///< emptied after the upload
    mesh::RowCentres centres;  ///< for box and lasso
};

/// A city with all that is made from it once, handed over whole by the worker that loaded it.
struct LoadedSlot {
    geo_io::LoadedCity loaded;
    emissions::BaselinePtr baseline;
    mesh::CityMesh mesh;                          ///< emptied after the upload
    NearSlot near;                                ///< empty until it is made
    emissions::Results today;                     ///< under the scenario that changes nothing
    std::optional<emissions::Results> benchmark;  ///< today by the benchmark method, to compare
                                                  ///< with; nothing where `today` is by that
    const emissions::Results& by_benchmark() const { return benchmark ? *benchmark : today; }
    emissions::Results now;  ///< under the scenario of the screen
    double floor_area_m2 = 0;
};

/// File to picture: the city with its mesh as seen from afar and, for colours at once, results of
/// the benchmark method. Runs anywhere.
city::Result<std::shared_ptr<LoadedSlot>> load_first(
    const geo_io::CitySource& source, const emissions::Scenario& scenario,
    const city::Progress& progress,
    emissions::TrafficMethod traffic = emissions::TrafficMethod::road_class,
    const geo_io::EarlyRows& early = {});
/// The same of a city that is loaded: its mesh and its results, side by side.
city::Result<std::shared_ptr<LoadedSlot>> first_slot(
    geo_io::LoadedCity&& loaded, const emissions::Scenario& scenario,
    const city::Progress& progress,
    emissions::TrafficMethod traffic = emissions::TrafficMethod::road_class);
/// What the first picture goes without. `tile_rows` are of its mesh.
NearSlot near_slot(const city::CityModel& city, const mesh::TileRows& tile_rows,
                   const city::Progress& progress);

/// What the hourly simulation replaces of a slot that is already on the screen.
struct SimulatedSlot {
    emissions::BaselinePtr baseline;
    emissions::Results today, now;
};
/// The slower method on a loaded city; reads only `slot.loaded`, so that the screen may go on with
/// the rest.
city::Result<SimulatedSlot> simulate_slot(
    const LoadedSlot& slot, const emissions::Scenario& scenario, emissions::Method method,
    const city::Progress& progress,
    emissions::TrafficMethod traffic = emissions::TrafficMethod::road_class);
void take_over(LoadedSlot& slot, SimulatedSlot&& simulated);

/// All in a row, the near part of the mesh too: what commands do.
city::Result<std::shared_ptr<LoadedSlot>> load_slot(
    const geo_io::CitySource& source, const emissions::Scenario& scenario, emissions::Method method,
    const city::Progress& progress,
    emissions::TrafficMethod traffic = emissions::TrafficMethod::road_class);

}  // namespace viewer

#include "viewer/slots/loaded_slot.h"

#include <tbb/parallel_invoke.h>

#include "emissions/model/baseline.h"
#include "study/weather_file.h"

namespace viewer {

city::Result<std::shared_ptr<LoadedSlot>> load_first(const geo_io::CitySource& source,
                                                     const emissions::Scenario& scenario,
                                                     const city::Progress& progress,
                                                     emissions::TrafficMethod traffic,
                                                     const geo_io::EarlyRows& early) {
    auto loaded = geo_io::load_city(source, progress, early);
    if (!loaded) return tl::unexpected(loaded.error());
    return first_slot(std::move(*loaded), scenario, progress, traffic);
}

city::Result<std::shared_ptr<LoadedSlot>> first_slot(geo_io::LoadedCity&& loaded,
                                                     const emissions::Scenario& scenario,
                                                     const city::Progress& progress,
                                                     emissions::TrafficMethod traffic) {
    auto slot = std::make_shared<LoadedSlot>();
    slot->loaded = std::move(loaded);
    progress.tell(0.97f, "energy");
    city::Result<SimulatedSlot> simple;
    // Neither keeps all cores busy alone.
    tbb::parallel_invoke(
        [&] {
            simple =
                simulate_slot(*slot, scenario, emissions::Method::benchmark, progress, traffic);
        },
        [&] {
            slot->mesh = mesh::build_city_mesh(slot->loaded.city, {nullptr, progress.stop});
        });
    if (!simple) return tl::unexpected(simple.error());
    if (progress.cancelled()) return city::fail(city::cancelled_message);
    take_over(*slot, std::move(*simple));
    for (const float area_m2 : slot->loaded.city.buildings.floor_area_m2)
        if (!city::is_missing(area_m2)) slot->floor_area_m2 += static_cast<double>(area_m2);
    return slot;
}

NearSlot near_slot(const city::CityModel& city, const mesh::TileRows& tile_rows,
                   const city::Progress& progress) {
    return {mesh::build_near_mesh(city, tile_rows, {nullptr, progress.stop}),
            mesh::centres_of(city)};
}

city::Result<SimulatedSlot> simulate_slot(const LoadedSlot& slot,
                                          const emissions::Scenario& scenario,
                                          emissions::Method method, const city::Progress& progress,
                                          emissions::TrafficMethod traffic) {
    auto baseline =
        study::prepare_city(slot.loaded.city, method, {nullptr, progress.stop}, traffic);
    if (!baseline) return tl::unexpected(baseline.error());
    SimulatedSlot made;
    made.baseline = *baseline;
    const emissions::Scenario today;
    made.today = emissions::evaluate(*made.baseline, today);
    made.now = scenario == today ? made.today : emissions::evaluate(*made.baseline, scenario);
    return made;
}

void take_over(LoadedSlot& slot, SimulatedSlot&& simulated) {
    if (slot.baseline && slot.baseline->method == emissions::Method::benchmark &&
        simulated.baseline->method != emissions::Method::benchmark)
        slot.benchmark = std::move(slot.today);
    slot.baseline = std::move(simulated.baseline);
    slot.today = std::move(simulated.today);
    slot.now = std::move(simulated.now);
}

city::Result<std::shared_ptr<LoadedSlot>> load_slot(const geo_io::CitySource& source,
                                                    const emissions::Scenario& scenario,
                                                    emissions::Method method,
                                                    const city::Progress& progress,
                                                    emissions::TrafficMethod traffic) {
    auto slot = load_first(source, scenario, progress, traffic);
    if (!slot) return slot;
    (*slot)->near = near_slot((*slot)->loaded.city, (*slot)->mesh.tile_rows, progress);
    if (progress.cancelled()) return city::fail(city::cancelled_message);
    if (method == emissions::Method::benchmark) return slot;
    auto simulated = simulate_slot(**slot, scenario, method, progress, traffic);
    if (!simulated) return tl::unexpected(simulated.error());
    take_over(**slot, std::move(*simulated));
    return slot;
}

}  // namespace viewer

#include "viewer/city_slot.h"

#include "emissions/baseline.h"
#include "viewer/weather_file.h"

namespace viewer {

city::Result<std::shared_ptr<LoadedSlot>> load_slot(const geo_io::CitySource& source, const emissions::Scenario& scenario, emissions::Method method,
                                                    const city::Progress& progress, emissions::TrafficMethod traffic) {
    auto loaded = geo_io::load_city(source, progress);
    if (!loaded) return tl::unexpected(loaded.error());
    auto slot = std::make_shared<LoadedSlot>();
    slot->loaded = std::move(*loaded);
    progress.tell(0.97f, "energy");
    auto baseline = prepare_city(slot->loaded.city, method, {nullptr, progress.stop}, traffic);
    if (!baseline) return tl::unexpected(baseline.error());
    slot->baseline = *baseline;
    emissions::Scenario today;
    slot->today = emissions::evaluate(*slot->baseline, today);
    slot->benchmark = slot->today;
    if (slot->baseline->method != emissions::Method::benchmark)
        if (const auto other = prepare_city(slot->loaded.city, emissions::Method::benchmark, {nullptr, progress.stop}, traffic)) slot->benchmark = emissions::evaluate(**other, today);
    slot->now = scenario == today ? slot->today : emissions::evaluate(*slot->baseline, scenario);
    progress.tell(0.99f, "meshing");
    slot->mesh = mesh::build_city_mesh(slot->loaded.city, {nullptr, progress.stop});
    if (progress.cancelled()) return city::fail(city::cancelled_message);
    slot->centres = centres_of(slot->loaded.city);
    for (const float area_m2 : slot->loaded.city.buildings.floor_area_m2)
        if (!city::is_missing(area_m2)) slot->floor_area_m2 += static_cast<double>(area_m2);
    return slot;
}

}  // namespace viewer

#include "viewer/slots/city_loading.h"

#include <utility>

namespace viewer {

LoadStages stages_of(const geo_io::CitySource& source, const emissions::Scenario& scenario,
                     emissions::Method method) {
    LoadStages stages;
    stages.first = [source, scenario](const city::Progress& progress,
                                      const geo_io::EarlyRows& early) {
        return load_first(source, scenario, progress, emissions::TrafficMethod::road_class, early);
    };
    stages.near = [](const city::CityModel& city, const mesh::TileRows& tile_rows,
                     const city::Progress& progress) -> city::Result<NearSlot> {
        return near_slot(city, tile_rows, progress);
    };
    if (method != emissions::Method::benchmark)
        stages.simulated = [scenario, method](const LoadedSlot& slot,
                                              const city::Progress& progress) {
            return simulate_slot(slot, scenario, method, progress);
        };
    return stages;
}

CityLoading::~CityLoading() {
    stop();
}

void CityLoading::stop() {
    first_.cancel();
    near_.cancel();
    simulated_.cancel();
}

void CityLoading::start(CitySlot& slot, std::string name, LoadStages stages) {
    opening_ = std::move(stages);
    early_ = std::make_shared<EarlyPictures>();
    slot.loading = std::move(name);
    slot.loading_share = 0;
    slot.failed.clear();
    slot.cancelled = false;
    first_.start([first = opening_.first,
                  early = early_](const city::Progress& progress) -> city::Result<FirstPicture> {
        auto loaded =
            first(progress, [&early](const geo_io::BuiltRows& so_far) { early->follow(so_far); });
        if (!loaded) return tl::unexpected(loaded.error());
        mesh::TileRows tile_rows = (*loaded)->mesh.tile_rows;
        return FirstPicture{std::move(*loaded), std::move(tile_rows)};
    });
}

void CityLoading::cancel(CitySlot& slot) {
    if (!first_.running()) return;
    first_.cancel();
    early_.reset();
    slot.loading.clear();
    slot.cancelled = slot.data == nullptr;
}

void CityLoading::take_first(CitySlot& slot, city::Result<FirstPicture> first, LoadNews& news) {
    early_.reset();
    slot.loading.clear();
    if (!first) {
        news.over = true;
        news.error = first.error().message;
        if (!slot.data) slot.failed = news.error;
        return;
    }
    shown_ = std::exchange(opening_, {});
    // Whatever still goes on is of the city before.
    simulated_.cancel();
    slot.data = std::move(first->slot);
    slot.simulating = shown_.simulated != nullptr;
    news.loaded = true;
    // The picture first: what is seen from near follows, and the hourly simulation of a large city
    // takes seconds more.
    near_.start([near = shown_.near, data = std::shared_ptr<const LoadedSlot>(slot.data),
                 tile_rows = std::move(first->tile_rows)](const city::Progress& progress) {
        return near(data->loaded.city, tile_rows, progress);
    });
}

void CityLoading::take_near(CitySlot& slot, city::Result<NearSlot> near, LoadNews& news) {
    if (near) {
        slot.data->near.centres = std::move(near->centres);
        news.near = std::move(near->mesh);
    } else {
        news.error = near.error().message;
    }
    if (shown_.simulated)
        simulated_.start(
            [simulated = shown_.simulated, data = std::shared_ptr<const LoadedSlot>(slot.data)](
                const city::Progress& progress) { return simulated(*data, progress); });
}

LoadNews CityLoading::follow(CitySlot& slot, bool may_replace) {
    LoadNews news;
    if (first_.running()) slot.loading_share = first_.share();
    // While a city is shown it stays until its follower is whole.
    if (early_ && !slot.data) news.early = early_->take();
    if (auto first = first_.take()) {
        take_first(slot, std::move(*first), news);
    } else if (auto near = near_.take()) {
        take_near(slot, std::move(*near), news);
    } else if (may_replace) {
        if (auto simulated = simulated_.take()) {
            slot.simulating = false;
            if (*simulated) {
                take_over(*slot.data, std::move(**simulated));
                news.simulated = true;
            } else {
                news.error = simulated->error().message;
            }
        }
    }
    return news;
}

}  // namespace viewer

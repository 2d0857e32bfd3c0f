#include "viewer/slots/early_picture.h"

#include <cmath>
#include <utility>

#include "geo/io/fill_in.h"

namespace viewer {

void EarlyPictures::follow(const geo_io::BuiltRows& so_far) {
    const auto seconds = [this] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    };
    if (seconds() < due_s_) return;
    city::CityModel model;
    model.buildings = so_far.buildings;
    model.roads = so_far.roads;
    model.areas = so_far.areas;
    // Anywhere in the city does for an origin: the whole one gets its own.
    const city::MapBox box = extent(model);
    if (!box.empty()) {
        model.frame = city::LocalFrame("", 0.5 * (box.low + box.high), {});
        city::LoadReport unread;
        geo_io::fill_in(model, unread);
        mesh::CityMesh mesh = mesh::build_city_mesh(model);
        const std::scoped_lock lock(mutex_);
        newest_ = std::move(mesh);
    }
    due_s_ = 2.0 * seconds();
}

std::optional<mesh::CityMesh> EarlyPictures::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(newest_, std::nullopt);
}

}  // namespace viewer

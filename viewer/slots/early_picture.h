#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <vector>

#include "geo/io/city_builder.h"
#include "geo/mesh/city_mesh.h"

namespace viewer {

/// Pictures of what a long load has read so far, for the screen to show meanwhile. One that is over
/// soon makes none; each comes after twice the time of the one before, so that together they never
/// cost more than the picture at the end.
class EarlyPictures {
  public:
    explicit EarlyPictures(double first_after_s = 0.7) : due_s_(first_after_s) {}

    /// For geo_io::load_city, on its threads.
    void follow(const geo_io::BuiltRows& so_far);
    /// The newest that was not taken yet. Any thread.
    std::optional<mesh::CityMesh> take();

  private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    double due_s_;
    std::mutex mutex_;
    std::optional<mesh::CityMesh> newest_;
};

}  // namespace viewer

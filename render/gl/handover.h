#pragma once

#include <cstdint>

namespace render::gl {

/// A software renderer works out vertices on one core, and pixels on all cores once it is told to:
/// at the end of a frame, or, where this hands it over, piece by piece beside the vertices of what
/// comes next. A graphics card needs none of it.
class Handover {
  public:
    explicit Handover(bool software = false) : software_(software) {}

    /// What was drawn so far is worth a piece.
    void now();
    void drew(std::uint64_t triangles) {
        waiting_ += triangles;
        if (waiting_ >= worth_it) now();
    }

  private:
    /// Fewer cost more than they save, with more the pixels wait. Llvmpipe, 0.2 million triangles
    /// at 1280x720: 78 ms a frame without, 66 with 10 000, 68 with 15 000, 71 with 30 000, 80 with
    /// 100 000.
    static constexpr std::uint64_t worth_it = 12'000;

    bool software_;
    std::uint64_t waiting_ = 0;
};

}  // namespace render::gl

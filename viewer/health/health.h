#pragma once

#include <string>
#include <vector>

#include "render/gl/error_log.h"
#include "render/gl_info.h"
#include "render/views.h"
#include "viewer/health/frame_history.h"

namespace viewer {

/// Bytes held, and what they have to fit into; a bound of 0 is not known.
struct MemoryUse {
    std::size_t program_bytes = 0, program_bound_bytes = 0;
    std::size_t gpu_bytes = 0, gpu_bound_bytes = 0;
};
/// Resident memory of this process and the memory of the machine (Linux: /proc).
MemoryUse program_memory();

/// How the program is doing: what the health panel shows.
struct Health {
    FrameHistory history;
    render::FrameStatistics frame;  ///< the newest
    render::GlInfo gl;
    MemoryUse memory;
    std::vector<std::string>
        notes;  ///< what was switched off because of the graphics card, as keys of the catalogue
    std::vector<render::gl::ErrorLog::Kind> gl_errors;
    bool evaluating = false;
    float note_seconds_left = 0;  ///< the note at the start goes away by itself
};

/// What takes most of a frame, with the number that says so.
enum class Slowness : std::uint8_t {
    none,
    unknown,
    upload,
    shadows,
    evaluation,
    software,
    triangles,
    panels,
    driver,
    screen,
    count_
};
struct WhySlow {
    Slowness reason = Slowness::unknown;
    float ms = 0;  ///< of a frame
    std::uint64_t triangles = 0;
};
/// From the mean of the last half second or so. `none`: frames come as fast as a screen shows them.
WhySlow why_slow(const Health& health);
/// Key of the catalogue: "health.why.upload"...
std::string key_of(Slowness reason);

}  // namespace viewer

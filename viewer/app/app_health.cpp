// How the window is doing: what draws, what was switched off because of it, where the frames' time
// goes.
#include <spdlog/spdlog.h>

#include <chrono>

#include "viewer/app/app.h"

namespace viewer {

namespace {
constexpr float note_seconds = 14.0f;
}

void App::begin_health() {
    const render::GlInfo& gl = renderer_->info();
    health_.gl = gl;
    health_.note_seconds_left = note_seconds;
    spdlog::info("drawing with {}, OpenGL {}", gl.renderer, gl.version);
    if (gl.software) {
        state_.shadows = false;
        health_.notes.push_back("health.note.software");
    }
    if (gl.window_samples == 0) health_.notes.push_back("health.note.no_samples");
    for (const std::string& note : renderer_->notes())
        health_.notes.push_back("health.note." + note);
    for (const std::string& note : health_.notes)
        spdlog::info("{}", text::Messages::in("en")[note]);
}

void App::follow_health(const FrameTime& frame, const render::FrameStatistics& drawn,
                        float seconds) {
    health_.history.push(frame);
    health_.frame = drawn;
    health_.evaluating = evaluation_.running();
    if (health_.history.count() > 2) health_.note_seconds_left -= std::min(seconds, 0.1f);
    // Each kind of error is told once; how often it came stands in the panel.
    const auto& errors = renderer_->errors();
    for (std::size_t k = health_.gl_errors.size(); k < errors.size(); ++k)
        spdlog::warn("OpenGL: {}", errors[k].text);
    health_.gl_errors = errors;
    if (!state_.show_health) return;
    health_.memory = program_memory();
    health_.memory.gpu_bytes = renderer_->gpu_bytes();
    health_.memory.gpu_bound_bytes =
        health_.gl.software ? health_.memory.program_bound_bytes : health_.gl.memory_bytes;
}

}  // namespace viewer

#include "viewer/health/health.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace viewer {

MemoryUse program_memory() {
    MemoryUse memory;
    const long page = sysconf(_SC_PAGESIZE), pages = sysconf(_SC_PHYS_PAGES);
    if (page > 0 && pages > 0)
        memory.program_bound_bytes =
            static_cast<std::size_t>(page) * static_cast<std::size_t>(pages);
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        unsigned long size = 0, resident = 0;
        if (std::fscanf(file, "%lu %lu", &size, &resident) == 2 && page > 0)
            memory.program_bytes = resident * static_cast<std::size_t>(page);
        std::fclose(file);
    }
    return memory;
}

WhySlow why_slow(const Health& health) {
    constexpr float fluid_ms = 20.0f;  // 50 frames a second: nobody calls that slow
    constexpr std::size_t frames = 30;
    if (health.history.count() < 3) return {};
    const FrameTime mean = health.history.mean(frames);
    const float all_ms = mean.all_ms();
    WhySlow why;
    why.triangles = health.frame.triangles;
    why.ms = all_ms;
    const auto because = [&](Slowness reason, float ms) {
        why.reason = reason;
        why.ms = ms;
        return why;
    };
    if (all_ms <= fluid_ms) return because(Slowness::none, all_ms);
    if (mean.upload_ms > 0.4f * all_ms) return because(Slowness::upload, mean.upload_ms);
    const float shadow_ms = health.frame.pass(render::Pass::shadow).gpu_ms;
    if (mean.gpu_ms > 0.5f * all_ms && shadow_ms > 0.4f * mean.gpu_ms)
        return because(Slowness::shadows, shadow_ms);
    const float panels_ms = mean.update_ms - mean.upload_ms;
    // A worker on all cores slows whatever this thread does, and a software renderer most of all.
    if (health.evaluating && (health.gl.software || panels_ms > 0.4f * all_ms))
        return because(Slowness::evaluation, all_ms);
    if (panels_ms > 0.5f * all_ms) return because(Slowness::panels, panels_ms);
    if (health.gl.software) return because(Slowness::software, mean.draw_ms + mean.wait_ms);
    if (mean.gpu_ms > 0.5f * all_ms) return because(Slowness::triangles, mean.gpu_ms);
    if (mean.draw_ms > mean.wait_ms) return because(Slowness::driver, mean.draw_ms);
    return because(mean.gpu_ms >= 0 ? Slowness::screen : Slowness::triangles, mean.wait_ms);
}

std::string key_of(Slowness reason) {
    constexpr std::array names{"none",     "unknown",   "upload", "shadows", "evaluation",
                               "software", "triangles", "panels", "driver",  "screen"};
    static_assert(names.size() == static_cast<std::size_t>(Slowness::count_));
    return std::string("health.why.") + names[static_cast<std::size_t>(reason)];
}

}  // namespace viewer

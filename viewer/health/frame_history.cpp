#include "viewer/health/frame_history.h"

#include <algorithm>

namespace viewer {

float FrameHistory::all_ms(float share) const {
    if (count_ == 0) return 0;
    std::array<float, most> times{};
    for (std::size_t k = 0; k < count_; ++k) times[k] = at(k).all_ms();
    const auto middle = static_cast<std::size_t>(share * static_cast<float>(count_ - 1) + 0.5f);
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(middle),
                     times.begin() + static_cast<std::ptrdiff_t>(count_));
    return times[middle];
}

FrameTime FrameHistory::mean(std::size_t frames) const {
    FrameTime sum;
    frames = std::min(frames, count_);
    if (frames == 0) return sum;
    sum.gpu_ms = 0;
    bool gpu_known = true;
    for (std::size_t k = count_ - frames; k < count_; ++k) {
        const FrameTime& one = at(k);
        sum.update_ms += one.update_ms;
        sum.upload_ms += one.upload_ms;
        sum.draw_ms += one.draw_ms;
        sum.wait_ms += one.wait_ms;
        sum.gpu_ms += one.gpu_ms;
        gpu_known = gpu_known && one.gpu_ms >= 0;
    }
    const float share = 1.0f / static_cast<float>(frames);
    sum.update_ms *= share;
    sum.upload_ms *= share;
    sum.draw_ms *= share;
    sum.wait_ms *= share;
    sum.gpu_ms = gpu_known ? sum.gpu_ms * share : -1.0f;
    return sum;
}

}  // namespace viewer

#pragma once

#include <array>
#include <cstddef>

namespace viewer {

/// Where one frame's time went, in milliseconds. Waiting for input between frames is not part of
/// it.
struct FrameTime {
    float update_ms = 0;  ///< input, panels, finished work
    float upload_ms = 0;  ///< of it: colours and geometry on their way to the graphics card
    float draw_ms = 0;    ///< handing the frame to the driver
    float wait_ms = 0;  ///< until the frame may be shown: the graphics card, and the screen's beat
    float gpu_ms =
        -1;  ///< by the driver's own clock, of a frame shortly before; below zero: not known
    float all_ms() const { return update_ms + draw_ms + wait_ms; }
};

/// The last frames, oldest first.
class FrameHistory {
  public:
    static constexpr std::size_t most = 240;

    void push(const FrameTime& frame) {
        frames_[next_] = frame;
        next_ = (next_ + 1) % most;
        if (count_ < most) ++count_;
    }
    std::size_t count() const { return count_; }
    /// 0 is the oldest that is kept.
    const FrameTime& at(std::size_t k) const { return frames_[(next_ + most - count_ + k) % most]; }

    /// The frame that `share` of all are no longer than; 0.5 is the median. 0 without frames.
    float all_ms(float share) const;
    /// Mean of the last `frames`; what is not known of all of them is not known of the mean.
    FrameTime mean(std::size_t frames) const;

  private:
    std::array<FrameTime, most> frames_{};
    std::size_t next_ = 0, count_ = 0;
};

}  // namespace viewer

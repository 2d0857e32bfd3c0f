#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace render::gl {

/// What the GPU spends on parts of a frame, by GL_TIME_ELAPSED queries. Answers come some frames
/// later: nothing ever waits for them. A frame whose turn comes while the GPU still owes an answer
/// is not timed.
class FrameTimer {
  public:
    static constexpr std::size_t sections = 8;

    FrameTimer() = default;
    FrameTimer(const FrameTimer&) = delete;
    FrameTimer& operator=(const FrameTimer&) = delete;
    ~FrameTimer();

    void begin_frame();
    /// Sections follow each other, they do not nest; one that comes twice in a frame counts twice.
    void begin(std::size_t section);
    void end();

    /// Milliseconds of each section in the newest frame that is known; below zero before there is
    /// one.
    const std::array<float, sections>& newest_ms() const { return newest_ms_; }

  private:
    struct Frame {
        std::vector<std::uint32_t> queries;
        std::vector<std::size_t> section;  ///< of the queries that are in use
    };
    void collect(Frame& frame);

    std::array<Frame, 4> frames_;
    std::size_t at_ = 0;
    bool timing_ = false;
    std::array<float, sections> newest_ms_ = no_times();
    static constexpr std::array<float, sections> no_times() {
        std::array<float, sections> none{};
        for (float& ms : none) ms = -1.0f;
        return none;
    }
};

}  // namespace render::gl

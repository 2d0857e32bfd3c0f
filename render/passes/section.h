#pragma once

#include "render/gl/timer.h"
#include "render/views.h"

namespace render {

/// Counts and times what is drawn while it lives as one pass of the frame.
class Section {
  public:
    Section(gl::FrameTimer* timer, FrameStatistics& statistics, Pass pass)
        : timer_(timer), statistics_(statistics), pass_(pass), before_(statistics.triangles) {
        if (timer_ != nullptr) timer_->begin(static_cast<std::size_t>(pass));
    }
    ~Section() {
        statistics_.pass(pass_).triangles += statistics_.triangles - before_;
        if (timer_ != nullptr) timer_->end();
    }
    Section(const Section&) = delete;
    Section& operator=(const Section&) = delete;

  private:
    gl::FrameTimer* timer_;
    FrameStatistics& statistics_;
    Pass pass_;
    std::uint64_t before_;
};

}  // namespace render

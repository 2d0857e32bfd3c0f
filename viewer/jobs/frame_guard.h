#pragma once

#include <optional>
#include <string>

#include "geo/city/caught.h"

namespace viewer {

/// What a frame throws is told, and the next frame is drawn. Only where it happens again and again
/// there is nothing left to show.
class FrameGuard {
  public:
    static constexpr int most_in_a_row = 20;

    /// Why the frame was not finished; nothing when it was.
    template <class Frame>
    std::optional<city::Error> run(Frame&& frame) {
        try {
            frame();
            failed_in_a_row_ = 0;
            return std::nullopt;
        } catch (...) {
            ++failed_in_a_row_;
            return city::error_of_caught();
        }
    }
    bool gives_up() const { return failed_in_a_row_ >= most_in_a_row; }

  private:
    int failed_in_a_row_ = 0;
};

}  // namespace viewer

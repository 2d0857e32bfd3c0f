#pragma once

#include <chrono>

namespace viewer {

/// Splits a frame into parts: each call tells the milliseconds since the one before.
class FrameClock {
  public:
    float lap_ms() {
        const auto now = std::chrono::steady_clock::now();
        const float ms = std::chrono::duration<float, std::milli>(now - last_).count();
        last_ = now;
        return ms;
    }

  private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace viewer

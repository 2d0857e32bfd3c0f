#pragma once

#include <functional>
#include <stop_token>
#include <string_view>

namespace city {

/// How long work tells where it is and learns that nobody waits for it any more.
/// `report` may be called from any thread, with a share of 0..1 and a short English stage name
/// ("reading", "meshing") that a caller translates by key.
struct Progress {
    std::function<void(float done_share, std::string_view stage)> report;
    std::stop_token stop;

    void tell(float done_share, std::string_view stage) const {
        if (report) report(done_share, stage);
    }
    bool cancelled() const { return stop.stop_requested(); }
};

/// The message of the Error that cancelled work returns; main() turns it into exit code 130.
inline constexpr const char* cancelled_message = "cancelled";

}  // namespace city

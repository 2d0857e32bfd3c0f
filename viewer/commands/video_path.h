#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/city/result.h"
#include "viewer/state/apply.h"

namespace viewer {

/// What moves through a video: the state at a share (0..1) of the way, and what that change asks
/// for. The same share gives the same state, whatever was shown before.
struct VideoPath {
    std::function<Effects(AppState& state, float share)> step;
    bool closed = false;  ///< share 1 is share 0 again: the last frame stops just before it
};

/// What a path starts from.
struct VideoStart {
    AppState state;  ///< with cameras at home (or where --camera has put them), and the scenario
                     ///< that was given
    std::array<glm::vec2, city_slots> low_local{},
        high_local{};  ///< where the buildings of each city stand
    std::string bookmark_file;
};

/// "orbit" around the city, "flyover" along it and down between the towers, "bookmarks" from one
/// saved view to the next, "day" and "year" (at one hour) of the sun and, with them, of the loads,
/// "months" as twelve typical days, "scenario" from today to the scenario that was given.
city::Result<VideoPath> video_path(const std::string& name, const VideoStart& start);
const std::vector<std::string>& video_path_names();

/// The share of frame `index` of `count`.
float share_of_frame(int index, int count, bool closed);

}  // namespace viewer

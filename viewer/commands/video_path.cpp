#include "viewer/commands/video_path.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "viewer/layers/play_time.h"
#include "viewer/state/bookmark_file.h"

namespace viewer {

namespace {

constexpr float full_turn_rad = 6.28318531f;

float eased(float share) {
    return share * share * (3.0f - 2.0f * share);
}

VideoPath orbit(const VideoStart& start) {
    return {[cameras = start.state.cameras](AppState& state, float share) {
                for (std::size_t c = 0; c < city_slots; ++c) {
                    state.cameras[c] = cameras[c];
                    state.cameras[c].orbit(full_turn_rad * share, 0.0f);
                }
                return Effects{};
            },
            true};
}

// A stop of the camera, in terms that can be averaged: distances as logarithms, headings without a
// jump.
struct Stop {
    glm::vec3 target;
    float log_distance, heading, pitch;
};

template <class Value>
Value catmull_rom(const Value& a, const Value& b, const Value& c, const Value& d, float t) {
    return 0.5f * ((2.0f * b) + (c - a) * t + (2.0f * a - 5.0f * b + 4.0f * c - d) * (t * t) +
                   (3.0f * b - a - 3.0f * c + d) * (t * t * t));
}

// Through all stops on one smooth curve, slow at both ends.
render::Camera along(const std::vector<Stop>& stops, render::Camera camera, float share) {
    const float at = eased(share) * static_cast<float>(stops.size() - 1);
    const auto last = static_cast<int>(stops.size()) - 1;
    const int k = std::min(static_cast<int>(at), last - 1);
    const float t = at - static_cast<float>(k);
    const auto stop = [&](int i) -> const Stop& {
        return stops[static_cast<std::size_t>(std::clamp(i, 0, last))];
    };
    const Stop &a = stop(k - 1), &b = stop(k), &c = stop(k + 1), &d = stop(k + 2);
    camera.target_local = catmull_rom(a.target, b.target, c.target, d.target, t);
    camera.distance_m =
        std::exp(catmull_rom(a.log_distance, b.log_distance, c.log_distance, d.log_distance, t));
    camera.heading_rad =
        std::remainder(catmull_rom(a.heading, b.heading, c.heading, d.heading, t), full_turn_rad);
    camera.pitch_rad =
        std::clamp(catmull_rom(a.pitch, b.pitch, c.pitch, d.pitch, t), 0.06f, 1.565f);
    return camera;
}

// Down to one end of the city, low through its middle, up over the other end and back.
std::vector<Stop> flyover_stops(const render::Camera& home, glm::vec2 low, glm::vec2 high) {
    const glm::vec2 middle = 0.5f * (low + high), half = 0.5f * (high - low);
    // Along the longer side, in the direction that is nearer to where the camera looks.
    glm::vec2 ahead = half.x > half.y ? glm::vec2(half.x, 0) : glm::vec2(0, half.y);
    const glm::vec2 looks(std::sin(home.heading_rad), std::cos(home.heading_rad));
    if (glm::dot(ahead, looks) < 0) ahead = -ahead;
    const float along_rad =
        home.heading_rad +
        std::remainder(std::atan2(ahead.x, ahead.y) - home.heading_rad, full_turn_rad);
    const float far = std::log(home.distance_m);
    const auto at = [&](glm::vec2 place, float nearer, float heading, float pitch) {
        return Stop{glm::vec3(place, 0.0f), far + std::log(nearer), heading, pitch};
    };
    return {{home.target_local, far, home.heading_rad, home.pitch_rad},
            at(middle - 0.55f * ahead, 0.42f, along_rad, 0.50f),
            at(middle, 0.22f, along_rad, 0.34f),
            at(middle + 0.45f * ahead, 0.38f, along_rad + 0.5f, 0.48f),
            {home.target_local, far, home.heading_rad + 0.15f, home.pitch_rad}};
}

VideoPath flyover(const VideoStart& start) {
    std::array<std::vector<Stop>, city_slots> stops;
    for (std::size_t c = 0; c < city_slots; ++c)
        stops[c] = flyover_stops(start.state.cameras[c], start.low_local[c], start.high_local[c]);
    return {[stops, cameras = start.state.cameras](AppState& state, float share) {
        for (std::size_t c = 0; c < city_slots; ++c)
            state.cameras[c] = along(stops[c], cameras[c], share);
        return Effects{};
    }};
}

// Time passes as it does in the window, and begins again where it ends.
VideoPath plays(const VideoStart& start, Play play) {
    return {[from = start.state.sun_time.value_or(SunTime{}), play](AppState& state, float share) {
                return apply(state, SetSunTime{time_at(from, play, share)});
            },
            true};
}

// From each saved view to the next, with a rest at each: the camera flies, layer and sun change
// half way.
city::Result<VideoPath> bookmarks(const VideoStart& start) {
    const auto read = read_bookmark_file(start.bookmark_file);
    if (!read) return tl::unexpected(read.error());
    if (read->size() < 2)
        return city::fail(
            "the path 'bookmarks' needs a file with two bookmarks or more (--bookmarks FILE): " +
            start.bookmark_file);
    return VideoPath{[marks = *read](AppState& state, float share) {
        constexpr float rest = 0.35f;  // of a leg, standing still at its beginning
        const float at = std::min(share, 0.99999f) * static_cast<float>(marks.size() - 1);
        const auto leg = static_cast<std::size_t>(at);
        const Bookmark &from = marks[leg], &to = marks[leg + 1];
        const float flown =
            share >= 1.0f ? 1.0f
                          : std::max(0.0f, (at - static_cast<float>(leg) - rest) / (1.0f - rest));
        for (std::size_t c = 0; c < city_slots; ++c)
            state.cameras[c] = render::flown(from.cameras[c], to.cameras[c], flown);
        const Bookmark& shown = flown >= 0.5f ? to : from;
        const bool same = state.layer == shown.layer;
        state.layer = shown.layer;
        state.sun_time = shown.sun_time;
        for (std::size_t c = 0; c < city_slots; ++c)
            state.selected[c] = state.building_counts[c] == shown.building_counts[c]
                                    ? shown.selected[c]
                                    : Selection{};
        return Effects{.recolour = !same};
    }};
}

city::Result<VideoPath> scenario(const VideoStart& start) {
    const emissions::Scenario today, target = start.state.scenario;
    if (target.actions == today.actions && target.year == today.year)
        return city::fail(
            "the path 'scenario' goes from today to a scenario: name one with --scenario FILE");
    return VideoPath{[today, target](AppState& state, float share) {
        state.scenario = target;
        state.scenario.year =
            today.year +
            static_cast<int>(std::lround(static_cast<float>(target.year - today.year) * share));
        // What has dates follows them; what is done at once grows with the film.
        for (emissions::Action& action : state.scenario.actions) {
            if (action.start_year < action.end_year || share >= 1.0f) continue;
            action.share *= share;
            action.start_year = action.end_year = state.scenario.year;
        }
        return Effects{.recolour = true, .reevaluate = true};
    }};
}

}  // namespace

const std::vector<std::string>& video_path_names() {
    static const std::vector<std::string> names{"orbit", "flyover", "bookmarks", "day",
                                                "year",  "months",  "scenario"};
    return names;
}

city::Result<VideoPath> video_path(const std::string& name, const VideoStart& start) {
    if (name == "orbit") return orbit(start);
    if (name == "flyover") return flyover(start);
    if (name == "bookmarks") return bookmarks(start);
    if (name == "day") return plays(start, Play::day);
    if (name == "year") return plays(start, Play::year_at_hour);
    if (name == "months") return plays(start, Play::year_of_days);
    if (name == "scenario") return scenario(start);
    return city::fail("there is no path '" + name + "'");
}

float share_of_frame(int index, int count, bool closed) {
    return static_cast<float>(index) / static_cast<float>(std::max(closed ? count : count - 1, 1));
}

}  // namespace viewer

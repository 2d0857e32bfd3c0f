#include "viewer/commands/video_path.h"

#include <cmath>

#include "emissions/measures/uptake.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"
#include "viewer/state/bookmark_file.h"

using namespace viewer;

namespace {

VideoStart start() {
    VideoStart start;
    for (std::size_t c = 0; c < city_slots; ++c) {
        start.low_local[c] = {-2000, -900};
        start.high_local[c] = {2000, 900};
        start.state.cameras[c].distance_m = 4000;
        start.state.cameras[c].heading_rad = 0.3f;
    }
    static const test::TempFolder folder;
    Bookmark near, far;
    near.name = "near";
    far.name = "far";
    for (std::size_t c = 0; c < city_slots; ++c) {
        near.cameras[c].distance_m = 500;
        far.cameras[c].distance_m = 3000;
        far.cameras[c].target_local = {400, 300, 0};
    }
    far.layer.quantity = Quantity::energy;
    start.bookmark_file = folder.file("stops.toml", bookmark_text({near, far, near}));
    set_share(start.state.scenario, "led", 0.8f);
    start.state.scenario.year = 2034;
    return start;
}

AppState at(const std::string& name, float share, AppState state = start().state) {
    const auto path = video_path(name, start());
    REQUIRE(path);
    path->step(state, share);
    return state;
}

bool close(const render::Camera& a, const render::Camera& b) {
    return glm::all(glm::lessThan(glm::abs(a.target_local - b.target_local), glm::vec3(0.5f))) &&
           std::abs(a.distance_m - b.distance_m) < 0.5f &&
           std::abs(std::remainder(a.heading_rad - b.heading_rad, 6.2831853f)) < 1e-3f &&
           std::abs(a.pitch_rad - b.pitch_rad) < 1e-3f;
}

}  // namespace

TEST_CASE("a frame depends on its share of the way alone, not on the frames before",
          "[viewer][video]") {
    for (const std::string& name : video_path_names()) {
        INFO(name);
        const AppState fresh = at(name, 0.37f), after = at(name, 0.37f, at(name, 0.9f));
        CHECK(close(fresh.cameras[0], after.cameras[0]));
        CHECK(fresh.sun_time == after.sun_time);
        CHECK(fresh.scenario == after.scenario);
    }
}

TEST_CASE("an orbit goes once around and keeps its distance", "[viewer][video]") {
    const render::Camera home = start().state.cameras[0];
    CHECK(close(at("orbit", 0).cameras[0], home));
    CHECK(close(at("orbit", 1).cameras[1], home));
    CHECK(std::abs(std::abs(std::remainder(
                       at("orbit", 0.5f).cameras[0].heading_rad - home.heading_rad, 6.2831853f)) -
                   3.14159f) < 1e-3f);
    CHECK(at("orbit", 0.25f).cameras[0].distance_m == home.distance_m);
    // Its last frame is not the first one again.
    CHECK(share_of_frame(29, 30, true) < 0.99f);
    CHECK(share_of_frame(29, 30, false) == 1.0f);
    CHECK(share_of_frame(0, 1, false) == 0.0f);
}

TEST_CASE(
    "a flyover begins at home, comes down over the city without a jump, and keeps both cities at "
    "one scale",
    "[viewer][video]") {
    const render::Camera home = start().state.cameras[0];
    CHECK(close(at("flyover", 0).cameras[0], home));
    float lowest = home.distance_m, before = home.distance_m;
    glm::vec3 place = home.target_local;
    for (int k = 1; k <= 200; ++k) {
        const AppState now = at("flyover", static_cast<float>(k) / 200.0f);
        const render::Camera& camera = now.cameras[0];
        CHECK(camera.distance_m == now.cameras[1].distance_m);
        CHECK(std::abs(camera.distance_m / before - 1.0f) < 0.05f);
        CHECK(glm::distance(camera.target_local, place) < 50.0f);
        before = camera.distance_m;
        place = camera.target_local;
        lowest = std::min(lowest, camera.distance_m);
    }
    CHECK(lowest < 0.3f * home.distance_m);
    CHECK(lowest > 0.1f * home.distance_m);
    CHECK(std::abs(at("flyover", 1).cameras[0].distance_m - home.distance_m) < 1.0f);
}

TEST_CASE("a day and a year move the sun, a scenario the sliders", "[viewer][video]") {
    CHECK(at("day", 0.5f).sun_time->hour == 12.0f);
    CHECK(at("day", 0.25f).sun_time->hour == 6.0f);
    CHECK(at("year", 0).sun_time->month == 1);
    CHECK(at("year", 0.5f).sun_time->month == 7);
    CHECK(at("year", 0.999f).sun_time->month == 12);
    CHECK(at("year", 0.999f).sun_time->day == 31);
    CHECK(at("months", 0.5f).sun_time->month == 7);
    CHECK(at("months", 0.5f + 0.5f / 12.0f).sun_time->hour == 12.0f);
    CHECK(share_of(at("scenario", 0).scenario, "led") == 0.0f);
    CHECK(at("scenario", 0).scenario.year == emissions::Scenario{}.year);
    CHECK(share_of(at("scenario", 0.5f).scenario, "led") == 0.4f);
    CHECK(at("scenario", 1).scenario == start().state.scenario);
    VideoStart nothing = start();
    nothing.state.scenario = {};
    CHECK_FALSE(video_path("scenario", nothing));
    CHECK_FALSE(video_path("loop", start()));
}

TEST_CASE("bookmarks are visited in turn, with a rest at each and the layer of each",
          "[viewer][video]") {
    CHECK_THAT(at("bookmarks", 0).cameras[0].distance_m, WithinRel(500.0f, 1e-4f));
    CHECK_THAT(at("bookmarks", 0.1f).cameras[0].distance_m,
               WithinRel(500.0f, 1e-4f));  // still resting
    CHECK(at("bookmarks", 0.4f).cameras[0].distance_m > 600.0f);
    const AppState there = at("bookmarks", 0.5f);
    CHECK_THAT(there.cameras[1].distance_m, WithinRel(3000.0f, 1e-3f));
    CHECK_THAT(there.cameras[1].target_local.x, WithinAbs(400.0f, 0.5f));
    CHECK(there.layer.quantity == Quantity::energy);
    CHECK_THAT(at("bookmarks", 1).cameras[0].distance_m, WithinRel(500.0f, 1e-3f));
    CHECK(at("bookmarks", 1).layer.quantity != Quantity::energy);
    VideoStart none = start();
    none.bookmark_file = "/no/such/file.toml";
    CHECK_FALSE(video_path("bookmarks", none));
}

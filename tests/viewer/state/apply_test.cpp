#include "viewer/state/apply.h"

#include "emissions/measures/uptake.h"
#include "tests/support/catch.h"

using namespace viewer;

TEST_CASE("one drag of a slider is one step of undo", "[viewer]") {
    AppState state;
    for (const float share : {0.1f, 0.2f, 0.5f})
        CHECK(apply(state, SetUptake{"led", share}).reevaluate);
    apply(state, EndDrag{});
    CHECK(state.undo.size() == 1);
    CHECK(apply(state, Undo{}).reevaluate);
    CHECK(share_of(state.scenario, "led") == 0.0f);
    apply(state, Redo{});
    CHECK(share_of(state.scenario, "led") == 0.5f);
}

TEST_CASE("a moved slider asks for one evaluation, and for no colours of the results before it",
          "[viewer][jobs]") {
    AppState state;
    PendingWork work;
    work.recolour = false;  // the first picture was drawn
    for (const float share : {0.1f, 0.2f, 0.5f}) work.add(apply(state, SetUptake{"led", share}));
    CHECK(work.evaluate);
    CHECK_FALSE(work.recolour);
    work.add(apply(state, EndDrag{}));
    CHECK_FALSE(work.recolour);
    // Another layer of the same results is shown at once.
    work.add(apply(state, ShowLayer{}));
    CHECK(work.recolour);
}

TEST_CASE("an uptake outside 0..1 is held at the ends", "[viewer]") {
    AppState state;
    apply(state, SetUptake{"envelope", 7.0f});
    CHECK(share_of(state.scenario, "envelope") == 1.0f);
}

TEST_CASE("reset can be undone", "[viewer]") {
    AppState state;
    apply(state, SetUptake{"heat_pump", 0.4f});
    apply(state, EndDrag{});
    apply(state, ResetScenario{});
    CHECK(state.scenario == emissions::Scenario{});
    apply(state, Undo{});
    CHECK(share_of(state.scenario, "heat_pump") == 0.4f);
}

TEST_CASE("linked cameras keep the same metres per pixel and angle, each over its own city",
          "[viewer]") {
    AppState state;
    state.cameras[0].target_local = {0, 0, 0};
    state.cameras[1].target_local = {1000, 500, 0};
    render::Camera moved = state.cameras[0];
    moved.target_local = {50, -20, 0};
    moved.zoom(0.5f);
    moved.orbit(0.3f, 0.1f);
    apply(state, MoveCamera{0, moved});
    CHECK(state.cameras[1].distance_m == moved.distance_m);
    CHECK(state.cameras[1].heading_rad == moved.heading_rad);
    CHECK(state.cameras[1].target_local.x == 1050.0f);
    apply(state, LinkCameras{false});
    moved.zoom(0.5f);
    apply(state, MoveCamera{0, moved});
    CHECK(state.cameras[1].distance_m != moved.distance_m);
}

TEST_CASE("undo with nothing to undo changes nothing and asks for no work", "[viewer]") {
    AppState state;
    const Effects effects = apply(state, Undo{});
    CHECK_FALSE(effects.reevaluate);
    CHECK(state.redo.empty());
}

TEST_CASE("the hour of the sun goes round the clock, and no date means the fixed light",
          "[viewer]") {
    AppState state;
    apply(state, SetSunTime{SunTime{.month = 12, .day = 21, .hour = 24.5f}});
    REQUIRE(state.sun_time);
    CHECK(state.sun_time->hour == 0.5f);
    apply(state, SetSunTime{});
    CHECK_FALSE(state.sun_time);
}

TEST_CASE(
    "switching between the year's amounts and the hour's loads recolours, the clock alone does not",
    "[viewer]") {
    AppState state;
    CHECK_FALSE(apply(state, SetSunTime{SunTime{}}).recolour);
    CHECK(apply(state, SetSunTime{SunTime{.loads = true}}).recolour);
    CHECK_FALSE(apply(state, SetSunTime{SunTime{.hour = 3.0f, .loads = true}}).recolour);
    CHECK(apply(state, SetSunTime{}).recolour);
}

TEST_CASE("an action is added, aimed, dated and taken back, each as a step of undo", "[viewer]") {
    AppState state;
    apply(state, AddAction{{"led", {}, 0.5f, 2026, 2036}});
    apply(state, AimAction{0, "use = office and district = Harbour"});
    REQUIRE(state.scenario.actions.size() == 1);
    CHECK(state.scenario.actions[0].where.terms.size() == 2);
    emissions::Action later = state.scenario.actions[0];
    later.start_year = 2040;
    later.end_year = 2030;
    CHECK(apply(state, EditAction{0, later}).reevaluate);
    apply(state, EndDrag{});
    CHECK(state.scenario.actions[0].end_year == 2040);  // never before its start
    CHECK(state.scenario.actions[0].where.terms.size() == 2);
    apply(state, RemoveAction{0});
    CHECK(state.scenario.actions.empty());
    CHECK(state.undo.size() == 4);
    apply(state, Undo{});
    CHECK(state.scenario.actions.size() == 1);
}

TEST_CASE("a filter that cannot be read leaves the action alone and says why", "[viewer]") {
    AppState state;
    apply(state, AddAction{{"led", {}, 0.5f, 2026, 2036}});
    CHECK_FALSE(apply(state, AimAction{0, "use = offices"}).reevaluate);
    CHECK(state.scenario.actions[0].where.empty());
    CHECK(state.message.find("'offices'") != std::string::npos);
}

TEST_CASE("a place that is named again is the new one", "[viewer]") {
    AppState state;
    apply(state, AddPlace{{"Block", {"a"}, {}}});
    apply(state, AddPlace{{"Block", {"b"}, {}}});
    REQUIRE(state.scenario.places.size() == 1);
    CHECK(state.scenario.places[0].buildings == std::vector<std::string>{"b"});
    apply(state, RemovePlace{0});
    CHECK(state.scenario.places.empty());
}

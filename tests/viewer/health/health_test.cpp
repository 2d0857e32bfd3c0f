#include "viewer/health/health.h"

#include "tests/support/catch.h"
#include "tests/support/screen.h"
#include "text/i18n.h"
#include "viewer/input/keys.h"
#include "viewer/state/apply.h"

using namespace viewer;

namespace {

Health with(FrameTime frame, bool software = false) {
    Health health;
    for (int k = 0; k < 40; ++k) health.history.push(frame);
    health.gl.software = software;
    health.frame.triangles = 5'000'000;
    return health;
}

}  // namespace

TEST_CASE("the history keeps the newest 240 frames, and its median is one of them",
          "[viewer][health]") {
    FrameHistory history;
    CHECK(history.all_ms(0.5f) == 0.0f);
    for (int k = 0; k < 1000; ++k) history.push({.draw_ms = static_cast<float>(k)});
    CHECK(history.count() == 240);
    CHECK(history.at(0).draw_ms == 760.0f);
    CHECK(history.at(239).draw_ms == 999.0f);
    CHECK(history.all_ms(1.0f) == 999.0f);
    CHECK(history.all_ms(0.0f) == 760.0f);
    CHECK(std::abs(history.all_ms(0.5f) - 880.0f) <= 1.0f);
    CHECK(history.mean(2).draw_ms == 998.5f);
}

TEST_CASE("a frame whose time on the graphics card is not known leaves the mean unknown, not small",
          "[viewer][health]") {
    FrameHistory history;
    history.push({.gpu_ms = 8});
    history.push({.gpu_ms = 6});
    CHECK(history.mean(2).gpu_ms == 7.0f);
    history.push({.gpu_ms = -1});
    CHECK(history.mean(3).gpu_ms < 0.0f);
    CHECK(history.mean(0).draw_ms == 0.0f);
}

TEST_CASE("why slow names what takes most of the frame", "[viewer][health]") {
    CHECK(why_slow(Health{}).reason == Slowness::unknown);
    CHECK(why_slow(with({.update_ms = 2, .draw_ms = 3, .wait_ms = 11})).reason == Slowness::none);
    CHECK(why_slow(with({.update_ms = 30, .upload_ms = 28, .draw_ms = 3, .wait_ms = 5})).reason ==
          Slowness::upload);
    CHECK(why_slow(with({.update_ms = 30, .draw_ms = 3, .wait_ms = 5})).reason == Slowness::panels);
    CHECK(why_slow(with({.update_ms = 2, .draw_ms = 30, .wait_ms = 5})).reason == Slowness::driver);
    CHECK(why_slow(with({.update_ms = 2, .draw_ms = 3, .wait_ms = 30, .gpu_ms = 5})).reason ==
          Slowness::screen);
    const WhySlow triangles =
        why_slow(with({.update_ms = 2, .draw_ms = 3, .wait_ms = 30, .gpu_ms = 31}));
    CHECK(triangles.reason == Slowness::triangles);
    CHECK(triangles.triangles == 5'000'000);
    CHECK_THAT(triangles.ms, WithinRel(31.0f, 1e-4f));
    const WhySlow software = why_slow(with({.update_ms = 2, .draw_ms = 3, .wait_ms = 80}, true));
    CHECK(software.reason == Slowness::software);
    CHECK_THAT(software.ms, WithinRel(83.0f, 1e-4f));
    Health shadows = with({.update_ms = 2, .draw_ms = 3, .wait_ms = 80, .gpu_ms = 70}, true);
    shadows.frame.pass(render::Pass::shadow).gpu_ms = 45;
    CHECK(why_slow(shadows).reason == Slowness::shadows);
    CHECK_THAT(why_slow(shadows).ms, WithinRel(45.0f, 1e-4f));
    Health evaluating = with({.update_ms = 2, .draw_ms = 3, .wait_ms = 80}, true);
    evaluating.evaluating = true;
    CHECK(why_slow(evaluating).reason == Slowness::evaluation);
}

TEST_CASE("every reason can be said in every language", "[viewer][health]") {
    for (const std::string& language : text::Messages::languages())
        for (int k = 0; k < static_cast<int>(Slowness::count_); ++k)
            CHECK(text::Messages::in(language).has(key_of(static_cast<Slowness>(k))));
}

TEST_CASE("the memory of this very program is some, and less than the machine has",
          "[viewer][health]") {
    const MemoryUse memory = program_memory();
    CHECK(memory.program_bytes > (std::size_t{1} << 20));
    CHECK(memory.program_bytes < memory.program_bound_bytes);
}

TEST_CASE("F2 and a button in the top bar open the health panel, its cross closes it",
          "[viewer][ui][health]") {
    test::Screen screen;
    const Health health = with({.update_ms = 2, .draw_ms = 3, .wait_ms = 80, .gpu_ms = 60}, true);
    screen.health = &health;
    std::vector<Command> pressed;
    key_commands(screen.state, {Key::f2}, 2, pressed);
    REQUIRE(pressed.size() == 1);
    CHECK(std::get<ShowHealth>(pressed[0]).on);
    CHECK(screen.some_click_gives<ShowHealth>(400, 1200, 0.5f * screen.layout.top_bar_h,
                                              0.5f * screen.layout.top_bar_h + 1, 6,
                                              [](const ShowHealth& c) { return c.on; }));
    viewer::apply(screen.state, pressed[0]);
    CHECK(screen.state.show_health);
    // Opened, its close button stands at its upper right corner.
    CHECK(screen.some_click_gives<ShowHealth>(1500, 1600, screen.layout.top_bar_h + 4,
                                              screen.layout.top_bar_h + 50, 3,
                                              [](const ShowHealth& c) { return !c.on; }));
}

TEST_CASE("the note at the start takes no clicks and goes away", "[viewer][ui][health]") {
    test::Screen screen;
    Health health = with({.draw_ms = 3}, true);
    health.notes.push_back("health.note.software");
    health.note_seconds_left = 5;
    screen.health = &health;
    screen.click(1400, 90);
    CHECK_FALSE(ImGui::GetIO().WantCaptureMouse);
    const int with_note = ImGui::GetDrawData()->TotalVtxCount;
    health.note_seconds_left = 0;
    screen.click(1400, 90);
    CHECK(ImGui::GetDrawData()->TotalVtxCount < with_note);
}

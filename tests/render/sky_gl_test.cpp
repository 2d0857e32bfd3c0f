// Offscreen, on whatever GL is there; skips with a message where there is none.
#include <vector>

#include "geo/sample/sample_city.h"
#include "render/offscreen.h"
#include "render/passes/ground_pass.h"
#include "render/renderer.h"
#include "tests/support/add_city.h"
#include "tests/support/catch.h"
#include "tests/support/gl_stage.h"

using namespace render;

TEST_CASE("straight down there is nothing but ground, towards the horizon there is sky",
          "[render]") {
    CityView view;
    view.size_px = {320, 200};
    const Ground ground{{0, 0}, 20'000.0f, -0.5f};
    const auto rows = [&](float pitch_rad) {
        view.camera.pitch_rad = pitch_rad;
        return rows_without_sky(ground, view);
    };
    CHECK(rows(1.5f) == 200);
    CHECK(rows(0.75f) == 200);
    // The horizon lies in the upper half of the picture, and a little above where the ground ends.
    CHECK(rows(0.1f) > 100);
    CHECK(rows(0.1f) < 135);
    // Far away from a ground, none of it is seen.
    view.camera.target_local = {1e6f, 0, 0};
    CHECK(rows(0.75f) == 0);
}

TEST_CASE("sky and ground leave no gap between them, however the camera looks", "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const auto city = test::add_city(*on->renderer, sample::make_sample_city({}));
    REQUIRE(city);
    FrameView frame;
    frame.theme = light_theme();
    frame.theme.outline = {1, 0, 1};  // what shows where nothing is drawn
    frame.size_px = {160, 100};
    CityView view;
    view.city = *city;
    view.size_px = frame.size_px;
    std::size_t gaps = 0;
    for (const float distance_m : {30.0f, 900.0f, 40'000.0f})
        for (const float pitch_rad : {0.06f, 0.15f, 0.25f, 0.32f, 0.45f, 0.8f, 1.5f})
            for (const glm::vec3 target : {glm::vec3(0.0f), glm::vec3(60'000, 0, 0)}) {
                view.camera.distance_m = distance_m;
                view.camera.pitch_rad = pitch_rad;
                view.camera.heading_rad = 5.0f * pitch_rad;
                view.camera.target_local = target;
                frame.cities.assign(1, view);
                const auto image = draw_to_image(
                    160, 100, 1, [&](std::uint32_t to) { on->renderer->draw(frame, to); });
                REQUIRE(image);
                for (std::size_t at = 0; at < image->rgba.size(); at += 4)
                    gaps += image->rgba[at] > 250 && image->rgba[at + 1] < 5 &&
                                    image->rgba[at + 2] > 250
                                ? 1
                                : 0;
            }
    CHECK(gaps == 0);
}

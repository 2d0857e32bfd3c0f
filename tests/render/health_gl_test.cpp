// What the renderer tells of itself: times of passes, limits, errors.
#include <glad/gl.h>

#include "geo/sample/sample_city.h"
#include "render/offscreen.h"
#include "render/passes/shadow_pass.h"
#include "render/renderer.h"
#include "tests/support/add_city.h"
#include "tests/support/catch.h"
#include "tests/support/gl_stage.h"

using namespace render;

namespace {

struct Stage : test::GlStage {
    FrameView frame;
};

std::optional<Stage> stage() {
    auto gl = test::gl_stage();
    if (!gl) return std::nullopt;
    Stage stage{std::move(*gl), {}};
    const city::CityModel model = sample::make_sample_city({sample::Style::california, 2000, 1});
    const mesh::CityMesh mesh = mesh::build_city_mesh(model);
    const auto city = test::add_city(*stage.renderer, model);
    REQUIRE(city);
    stage.frame.theme = light_theme();
    stage.frame.size_px = {320, 200};
    CityView view;
    view.city = *city;
    view.size_px = {320, 200};
    view.camera.pitch_rad = 0.7f;
    view.camera = framed(view.camera, mesh.home_low, mesh.home_high, 1.6f);
    stage.frame.cities.push_back(view);
    return stage;
}

FrameStatistics drawn(Stage& on, int frames) {
    FrameStatistics last;
    REQUIRE(draw_to_image(320, 200, 1, [&](std::uint32_t target) {
        for (int k = 0; k < frames; ++k) {
            last = on.renderer->draw(on.frame, target);
            (void)read_framebuffer(1, 1);
        }
    }));
    return last;
}

}  // namespace

TEST_CASE("triangles of the passes add up to those of the frame", "[render][gl]") {
    auto on = stage();
    if (!on) return;
    const FrameStatistics all = drawn(*on, 1);
    std::uint64_t sum = 0;
    for (const PassStatistics& pass : all.passes) sum += pass.triangles;
    CHECK(sum == all.triangles);
    CHECK(all.pass(Pass::walls).triangles > 1000);
    CHECK(all.pass(Pass::shadow).triangles > 1000);
    on->frame.shadows = false;
    CHECK(drawn(*on, 1).pass(Pass::shadow).triangles == 0);
}

TEST_CASE("the driver's times of the passes come a few frames later, and only when asked for",
          "[render][gl]") {
    auto on = stage();
    if (!on) return;
    CHECK(drawn(*on, 8).gpu_ms() < 0);
    on->frame.timed = true;
    CHECK(drawn(*on, 1).gpu_ms() < 0);  // nothing waits for the first
    const FrameStatistics timed = drawn(*on, 8);
    CHECK(timed.gpu_ms() > 0);
    CHECK(timed.pass(Pass::walls).gpu_ms > 0);
    for (const PassStatistics& pass : timed.passes) CHECK(pass.gpu_ms < 60'000);
    CHECK(on->renderer->errors().empty());
}

TEST_CASE("limits of this OpenGL are those it guarantees at least", "[render][gl]") {
    auto on = stage();
    if (!on) return;
    const GlInfo& info = on->renderer->info();
    CHECK(info.max_texture_px >= 16384 / 2);
    CHECK(info.max_renderbuffer_px >= 16384 / 2);
    CHECK(info.max_texture_buffer_texels >= 65536);
    CHECK_FALSE(info.renderer.empty());
    CHECK_FALSE(info.version.empty());
}

TEST_CASE("a shadow map that does not fit gets coarser, and one that never fits leaves none",
          "[render][gl]") {
    auto on = stage();
    if (!on) return;
    const auto usual = ShadowPass::make();
    REQUIRE(usual);
    CHECK(usual->size_px() == ShadowPass::usual_size_px);
    CHECK(on->renderer->notes().empty());
    // Larger than any texture may be: halved until it fits.
    const int most_px = on->renderer->info().max_texture_px;
    const auto coarser = ShadowPass::make(2 * most_px);
    REQUIRE(coarser);
    CHECK(coarser->size_px() > 0);
    CHECK(coarser->size_px() <= most_px);
    const auto none = ShadowPass::make(ShadowPass::smallest_size_px - 1);
    REQUIRE(none);
    CHECK(none->size_px() == 0);
    CHECK(none->bytes() == 0);
    CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("a GL error is kept with how often it came, one line for each kind", "[render][gl]") {
    setenv("TWINSCAPE_GL_DEBUG", "0", 1);
    for (const char* debug : {"0", "1"}) {
        setenv("TWINSCAPE_GL_DEBUG", debug, 1);
        auto on = stage();
        if (!on) return;
        INFO(debug << " " << on->renderer->info().debug_context);
        drawn(*on, 1);
        CHECK(on->renderer->errors().empty());
        // Each time before a frame, as a mistake of ours would be.
        for (int k = 0; k < 3; ++k) {
            REQUIRE(draw_to_image(64, 64, 1, [&](std::uint32_t target) {
                glEnable(0x1234);
                on->renderer->draw(on->frame, target);
                CHECK_FALSE(on->renderer->problem().empty());
            }));
        }
        REQUIRE(on->renderer->errors().size() == 1);
        CHECK(on->renderer->errors()[0].count == 3);
        CHECK(on->renderer->errors()[0].text.find("ENUM") != std::string::npos);
        drawn(*on, 1);
        CHECK(on->renderer->problem().empty());
    }
    unsetenv("TWINSCAPE_GL_DEBUG");
}

// Pictures of the sample cities against small baselines, drawn by the program itself on the
// software renderer. TWINSCAPE_UPDATE_BASELINES=1 writes them anew; look at them before committing.
// A picture that fails stays beside the test as NAME-now.png.
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "render/image.h"
#include "render/offscreen.h"
#include "render/renderer.h"
#include "tests/support/catch.h"
#include "tests/support/skip.h"

namespace {

namespace fs = std::filesystem;

struct Scene {
    const char* name;
    const char* options;
};
constexpr Scene scenes[]{
    {"day", ""},
    {"dusk", "--time 2024-06-21T18:30"},
    {"dark", "--dark --layer energy_per_m2"},
    {"chosen", "--choose 0.3,0.35,0.7,0.6"},
    {"methods", "--compare methods --layer energy_per_m2"},
    {"field", "--show field"},
    {"columns", "--show columns --layer energy"},
    {"flows", "--flows --show field --dark"},
};

// Share of pixels that differ by more than a tenth of the range in some channel, and the mean
// difference.
struct Difference {
    double share = 0, mean = 0;
};
Difference difference(const render::Image& a, const render::Image& b) {
    Difference d;
    for (std::size_t p = 0; p < a.rgba.size(); p += 4) {
        int most = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            const int apart = std::abs(a.rgba[p + c] - b.rgba[p + c]);
            most = std::max(most, apart);
            d.mean += apart;
        }
        d.share += most > 25 ? 1 : 0;
    }
    const double pixels = static_cast<double>(a.rgba.size()) / 4;
    return {d.share / pixels, d.mean / (3 * pixels)};
}

bool software_renderer() {
    const auto context = render::OffscreenContext::create();
    if (!context) return false;
    const auto renderer = render::Renderer::create();
    return renderer && (*renderer)->is_software();
}

}  // namespace

TEST_CASE("the sample cities look as they did", "[render][gl]") {
    if (!render::OffscreenContext::create()) {
        test::skip_without_gl("no OpenGL here");
        return;
    }
    if (!software_renderer()) {
        test::skip("baselines are of the software renderer");
        return;
    }
    const bool update = std::getenv("TWINSCAPE_UPDATE_BASELINES") != nullptr;
    const fs::path baselines = fs::path(TWINSCAPE_SOURCE_DIR) / "tests" / "baselines";
    for (const Scene& scene : scenes) {
        INFO(scene.name);
        const fs::path baseline = baselines / (std::string(scene.name) + ".png");
        const fs::path now =
            update ? baseline : fs::current_path() / (std::string(scene.name) + "-now.png");
        const std::string command =
            std::string(TWINSCAPE_PROGRAM) +
            " snapshot sample:california sample:china --quiet --size 480x270 " + scene.options +
            " --out '" + now.string() + "'";
        REQUIRE(std::system(command.c_str()) == 0);
        const auto drawn = render::read_png(now.string()),
                   expected = render::read_png(baseline.string());
        REQUIRE(drawn);
        REQUIRE(expected);
        REQUIRE(drawn->width == expected->width);
        REQUIRE(drawn->height == expected->height);
        const Difference d = difference(*drawn, *expected);
        CHECK(d.share < 0.03);
        CHECK(d.mean < 4.0);
        if (!update && d.share < 0.03 && d.mean < 4.0) fs::remove(now);
    }
}

TEST_CASE("the comparison of pictures sees a picture that is another", "[render][gl]") {
    const fs::path baselines = fs::path(TWINSCAPE_SOURCE_DIR) / "tests" / "baselines";
    const auto day = render::read_png((baselines / "day.png").string()),
               dusk = render::read_png((baselines / "dusk.png").string());
    REQUIRE(day);
    REQUIRE(dusk);
    CHECK(difference(*day, *day).share == 0.0);
    CHECK(difference(*day, *dusk).share > 0.03);
}

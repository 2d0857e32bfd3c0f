// Pictures in tiles, averaged down, and clear: against the same picture drawn in one piece.
#include "render/picture.h"

#include <cstdlib>
#include <filesystem>
#include <set>

#include "geo/sample/sample_city.h"
#include "render/offscreen.h"
#include "render/renderer.h"
#include "tests/support/add_city.h"
#include "tests/support/catch.h"
#include "tests/support/gl_stage.h"
#include "tests/support/skip.h"
#include "tests/support/temp_folder.h"

using namespace render;

namespace {

// A small sample city on a GPU, seen at an angle, every third building without a value (hatched).
struct Stage : test::GlStage {
    FrameView frame;
};

std::optional<Stage> stage(glm::ivec2 size_px) {
    auto gl = test::gl_stage();
    if (!gl) return std::nullopt;
    Stage stage{std::move(*gl), {}};
    const city::CityModel model = sample::make_sample_city({sample::Style::china, 1500, 3});
    const mesh::CityMesh mesh = mesh::build_city_mesh(model);
    const auto city = test::add_city(*stage.renderer, model);
    REQUIRE(city);
    std::vector<float> places(mesh.building_heights.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = i % 3 == 0 ? place_missing : 0.1f + 0.8f * static_cast<float>(i % 7) / 7.0f;
    stage.renderer->set_building_places(*city, places);
    stage.frame.theme = light_theme();
    stage.frame.size_px = size_px;
    CityView view;
    view.city = *city;
    // Not at the corner and of an odd width, as beside panels.
    view.low_px = {31, 12};
    view.size_px = size_px - glm::ivec2(31, 12);
    view.camera.heading_rad = 0.4f;
    view.camera.pitch_rad = 0.7f;
    view.camera = framed(view.camera, mesh.home_low, mesh.home_high, 1.4f);
    stage.frame.cities.push_back(view);
    return stage;
}

Image picture_of(Stage& on, PictureSettings settings) {
    settings.size_px = on.frame.size_px;
    FrameView frame = on.frame;
    frame.transparent = settings.transparent;
    Image whole{settings.size_px.x, 0, {}};
    const auto drawn = draw_picture(
        settings,
        [&](const PicturePart& part, std::uint32_t target) {
            on.renderer->draw(part_of(frame, part, settings.supersample), target);
        },
        {},
        [&](const Image& band) -> city::Result<void> {
            whole.height += band.height;
            whole.rgba.insert(whole.rgba.end(), band.rgba.begin(), band.rgba.end());
            return {};
        });
    INFO((drawn ? std::string() : drawn.error().message));
    REQUIRE(drawn);
    REQUIRE(whole.height == settings.size_px.y);
    return whole;
}

// Share of pixels further apart than `by` in some channel, in the columns that `in` chooses.
double share_apart(
    const Image& a, const Image& b, int by,
    const std::function<bool(int x, int y)>& in = [](int, int) { return true; }) {
    double apart = 0, all = 0;
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < a.width; ++x) {
            if (!in(x, y)) continue;
            ++all;
            const std::size_t at =
                4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) +
                     static_cast<std::size_t>(x));
            int most = 0;
            for (std::size_t c = 0; c < 4; ++c)
                most = std::max(most, std::abs(a.rgba[at + c] - b.rgba[at + c]));
            apart += most > by ? 1 : 0;
        }
    return apart / all;
}

}  // namespace

TEST_CASE("tiles cover every pixel once and begin at even pixels from the bottom left",
          "[render][gl]") {
    for (const glm::ivec2 size : {glm::ivec2(1000, 701), glm::ivec2(64, 64), glm::ivec2(333, 2000)})
        for (const int tile : {17, 64, 333, 5000}) {
            std::set<std::pair<int, int>> seen;
            std::size_t pixels = 0;
            int next_row = 0;
            for (const auto& band : cut_into_tiles(size, tile)) {
                CHECK(band.front().low_px.y == next_row);
                next_row += band.front().size_px.y;
                for (const PicturePart& part : band) {
                    CHECK(part.low_px.x % 2 == 0);
                    CHECK((size.y - part.low_px.y - part.size_px.y) % 2 == 0);
                    CHECK(std::max(part.size_px.x, part.size_px.y) <= tile);
                    CHECK(seen.emplace(part.low_px.x, part.low_px.y).second);
                    pixels += static_cast<std::size_t>(part.size_px.x) *
                              static_cast<std::size_t>(part.size_px.y);
                }
            }
            CHECK(next_row == size.y);
            CHECK(pixels == static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y));
        }
}

TEST_CASE("a picture in tiles is the picture in one piece", "[render][gl]") {
    auto on = stage({500, 351});
    if (!on) return;
    const Image whole = picture_of(*on, {});
    for (const int tile : {64, 150}) {
        PictureSettings settings;
        settings.tile_px = tile;
        for (const int guard : {0, 24}) {
            settings.guard_px = guard;
            const Image tiled = picture_of(*on, settings);
            // Corners are snapped to 1/256 pixel: where an edge passes that close by a sample, the
            // sample may fall to either side.
            CHECK(share_apart(whole, tiled, 1) < 4e-3);
            // No seam: at the joins no more than elsewhere.
            const auto at_join = [&](int x, int y) {
                return x % tile < 1 || x % tile == tile - 1 || (351 - y) % tile < 1 ||
                       (351 - y) % tile == tile - 1;
            };
            CHECK(share_apart(whole, tiled, 1, at_join) < 1e-2);
        }
    }
    // The comparison is not blind: one pixel further left is another picture.
    on->frame.cities[0].camera.heading_rad += 0.002f;
    CHECK(share_apart(whole, picture_of(*on, {}), 1) > 0.05);
}

TEST_CASE("a supersampled picture is the average of the larger one", "[render][gl]") {
    auto on = stage({240, 160});
    if (!on) return;
    PictureSettings settings;
    settings.samples = 1;
    settings.supersample = 2;
    const Image fine = picture_of(*on, settings);
    settings.tile_px = 64;
    const Image tiled = picture_of(*on, settings);
    CHECK(share_apart(fine, tiled, 1) < 8e-3);
    FrameView large = part_of(on->frame, {{0, 0}, {240, 160}}, 2);
    const auto drawn = draw_to_image(
        480, 320, 1, [&](std::uint32_t target) { on->renderer->draw(large, target); });
    REQUIRE(drawn);
    Image average{240, 160, std::vector<std::uint8_t>(240 * 160 * 4)};
    for (std::size_t y = 0; y < 160; ++y)
        for (std::size_t x = 0; x < 240; ++x)
            for (std::size_t c = 0; c < 4; ++c) {
                int sum = 0;
                for (std::size_t k = 0; k < 4; ++k)
                    sum += drawn->rgba[((2 * y + k / 2) * 480 + 2 * x + k % 2) * 4 + c];
                average.rgba[(y * 240 + x) * 4 + c] = static_cast<std::uint8_t>((sum + 2) / 4);
            }
    CHECK(share_apart(fine, average, 1) < 1e-3);
    settings.supersample = 1;
    settings.tile_px = 0;
    CHECK(share_apart(fine, picture_of(*on, settings), 8) >
          0.05);  // and not the picture without it
}

TEST_CASE("a clear picture holds the city alone, its edges without a rim of background",
          "[render][gl]") {
    auto on = stage({300, 200});
    if (!on) return;
    on->frame.shadows = false;
    PictureSettings settings;
    settings.transparent = true;
    const Image clear = picture_of(*on, settings);
    settings.transparent = false;
    std::size_t none = 0, partly = 0, full = 0, dark = 0;
    for (std::size_t at = 0; at < clear.rgba.size(); at += 4) {
        const int alpha = clear.rgba[at + 3];
        (alpha == 0 ? none : alpha == 255 ? full : partly) += 1;
        // Straight alpha: an edge pixel has the colour of what it is the edge of, not one mixed
        // with black.
        if (alpha > 0 && alpha < 255)
            dark += clear.rgba[at] + clear.rgba[at + 1] + clear.rgba[at + 2] < 60 ? 1 : 0;
    }
    CHECK(none > 3000);
    CHECK(full > 10000);
    CHECK(partly > 100);
    CHECK(dark < partly / 50);
    // Corners of the sky and of the ground.
    CHECK(clear.rgba[3] == 0);
    CHECK(clear.rgba[clear.rgba.size() - 1] == 0);
}

TEST_CASE("a shadow on clear ground is black of some alpha", "[render][gl]") {
    auto on = stage({300, 200});
    if (!on) return;
    on->frame.cities[0].areas = false;
    PictureSettings settings;
    settings.transparent = true;
    settings.samples = 1;
    const Image shaded = picture_of(*on, settings);
    std::size_t shadow = 0;
    for (std::size_t at = 0; at < shaded.rgba.size(); at += 4)
        if (shaded.rgba[at + 3] > 20 && shaded.rgba[at + 3] < 200 &&
            shaded.rgba[at] + shaded.rgba[at + 1] + shaded.rgba[at + 2] == 0)
            ++shadow;
    CHECK(shadow > 200);
    // Far from everything the ground is wholly clear.
    CHECK(shaded.rgba[3] == 0);
    CHECK(shaded.rgba[shaded.rgba.size() - 1] == 0);
    on->frame.shadows = false;
    const Image plain = picture_of(*on, settings);
    for (std::size_t at = 3; at < plain.rgba.size(); at += 4)
        CHECK((plain.rgba[at] == 0 || plain.rgba[at] == 255));
}

TEST_CASE("the program draws a picture wider than the graphics card allows", "[render][gl]") {
    if (!OffscreenContext::create()) {
        test::skip_without_gl("no OpenGL here");
        return;
    }
    const test::TempFolder folder;
    const std::string path = folder.path() + "/wide.png";
    const std::string command = std::string(TWINSCAPE_PROGRAM) +
                                " snapshot sample:california --quiet --method benchmark --samples "
                                "1 --no-shadows --size 33000x64 --out '" +
                                path + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    const auto drawn = read_png(path);
    REQUIRE(drawn);
    CHECK(drawn->width == 33000);
    CHECK(drawn->height == 64);
}

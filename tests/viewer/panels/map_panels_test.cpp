// What floats on the map, pressed: tools, north arrow, selection, bookmarks, help.
#include "tests/support/loaded_slot.h"
#include "tests/support/screen.h"

using namespace viewer;
using test::Screen;

namespace {

struct Map : Screen {
    Map() {
        for (CitySlot& slot : slots) slot.data = test::slot_of(test::five_houses());
        for (std::size_t c = 0; c < city_slots; ++c) totals[c] = totals_of(*slots[c].data, {});
    }
    template <class Wanted, class Test>
    bool click_near(glm::vec2 low, glm::vec2 high, Test test) {
        return some_click_gives<Wanted>(low.x, high.x, low.y, high.y, 6, test);
    }
};

}  // namespace

TEST_CASE("each tool of the strip can be pressed", "[viewer][ui]") {
    Map map;
    const Layout::Box box = map.layout.map(0);
    for (const Tool tool : {Tool::box, Tool::lasso, Tool::measure})
        CHECK(map.click_near<SetTool>(box.low + 20.0f, box.low + glm::vec2(60, 260),
                                      [&](const SetTool& c) { return c.tool == tool; }));
    CHECK(map.click_near<ShowBookmarks>(box.low + 20.0f, box.low + glm::vec2(60, 340),
                                        [](const ShowBookmarks& c) { return c.on; }));
    CHECK(map.click_near<ShowHelp>(box.low + 20.0f, box.low + glm::vec2(60, 340),
                                   [](const ShowHelp& c) { return c.on; }));
}

TEST_CASE("the north arrow of each map turns that map north up", "[viewer][ui]") {
    Map map;
    for (std::size_t c = 0; c < 2; ++c) {
        map.state.cameras[c].heading_rad = 1.0f;
        const Layout::Box box = map.layout.map(c);
        CHECK(map.click_near<FlyTo>(
            box.low + box.size - 140.0f, box.low + box.size - 5.0f,
            [&](const FlyTo& to) { return to.city == c && to.camera.heading_rad == 0.0f; }));
    }
}

TEST_CASE("a click on the small map flies to that place of that city", "[viewer][ui]") {
    Map map;
    for (CitySlot& slot : map.slots) {
        slot.data->mesh.home_low = {-500, -500};
        slot.data->mesh.home_high = {500, 500};
    }
    for (std::size_t c = 0; c < 2; ++c) {
        const Layout::Box box = map.layout.map(c);
        const float size = 172 * map.layout.scale, margin = map.layout.margin;
        // To a pixel of the small map, 7 m. A quarter in from the left, a quarter up from below:
        // 250 m west and south of the middle.
        const glm::vec2 at =
            box.low + glm::vec2(margin + 0.25f * size, box.size.y - margin - 0.25f * size);
        const Commands given = map.click(at.x, at.y);
        REQUIRE(given.size() == 1);
        const auto* to = std::get_if<FlyTo>(&given[0]);
        REQUIRE(to);
        CHECK(to->city == c);
        CHECK_THAT(to->camera.target_local.x, WithinAbs(-250, 8));
        CHECK_THAT(to->camera.target_local.y, WithinAbs(-250, 8));
        CHECK(to->camera.distance_m == map.state.cameras[c].distance_m);
    }
}

TEST_CASE("a selection can be cleared and saved from its panel, and there is no panel without one",
          "[viewer][ui]") {
    Map map;
    const Layout::Box box = map.layout.map(1);
    const glm::vec2 low = box.low, high = box.low + glm::vec2(330, 420);
    const auto clear = [](const ClearChosen& c) { return c.city == 1; };
    CHECK_FALSE(map.click_near<ClearChosen>(low, high, clear));
    map.state.chosen[1].buildings = {0, 1, 4};
    map.totals[1].chosen = chosen_totals(*map.slots[1].data, map.state.chosen[1]);
    CHECK(map.click_near<ClearChosen>(low, high, clear));
    for (const char* path : {"selection-2.gpkg", "selection-2.csv"})
        CHECK(map.click_near<ExportChosen>(
            low, high, [&](const ExportChosen& c) { return c.city == 1 && c.path == path; }));
}

TEST_CASE("a view is saved, gone to and taken away in the list of bookmarks", "[viewer][ui]") {
    Map map;
    map.state.show_bookmarks = true;
    const Layout::Box box = map.layout.map(0);
    const glm::vec2 low = box.low + glm::vec2(50, 0), high = box.low + glm::vec2(420, 300);
    CHECK(map.click_near<AddBookmark>(low, high,
                                      [](const AddBookmark& c) { return !c.name.empty(); }));
    map.state.bookmarks.resize(2);
    CHECK(map.click_near<GoToBookmark>(low, high,
                                       [](const GoToBookmark& c) { return c.index == 1; }));
    CHECK(map.click_near<RemoveBookmark>(low, high,
                                         [](const RemoveBookmark& c) { return c.index == 0; }));
}

TEST_CASE("a pinned card says where its figures come from when it is asked", "[viewer][ui]") {
    Map map;
    const Layout::Box box = map.layout.map(0);
    const glm::vec2 low = box.low + glm::vec2(box.size.x - 300, 0),
                    high = box.low + glm::vec2(box.size.x, 540);
    const auto asked = [](const ShowSources& c) { return c.on; };
    CHECK_FALSE(map.click_near<ShowSources>(low, high, asked));
    map.state.selected[0].building = 1;
    CHECK(map.click_near<ShowSources>(low, high, asked));
}

TEST_CASE("help can be closed with the mouse", "[viewer][ui]") {
    Map map;
    map.state.show_help = true;
    CHECK(
        map.click_near<ShowHelp>({300, 450}, {1300, 880}, [](const ShowHelp& c) { return !c.on; }));
}

TEST_CASE("the map's box is the place where the renderer draws the city", "[viewer][ui]") {
    for (const std::size_t cities : {1, 2}) {
        const AppState state;
        const Layout layout = layout_for({1601, 907}, state, cities);
        // What the app hands to Scene::frame.
        const int side = static_cast<int>(layout.side_w),
                  summary = static_cast<int>(layout.summary_h),
                  top = static_cast<int>(layout.top_bar_h);
        const int area = 1601 - side,
                  width = (area - 2 * (static_cast<int>(cities) - 1)) / static_cast<int>(cities);
        for (std::size_t c = 0; c < cities; ++c) {
            CHECK(layout.map(c).low == glm::vec2(side + static_cast<int>(c) * (width + 2), top));
            CHECK(layout.map(c).size == glm::vec2(width, 907 - top - summary));
        }
    }
}

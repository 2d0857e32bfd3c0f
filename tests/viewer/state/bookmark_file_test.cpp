#include "viewer/state/bookmark_file.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"
#include "viewer/state/apply.h"

using namespace viewer;

TEST_CASE("bookmarks come back from their file as they were", "[viewer]") {
    AppState state;
    state.building_counts = {100, 200};
    state.cameras[0].target_local = {12.5f, -340.25f, 0};
    state.cameras[1].distance_m = 812.5f;
    state.layer = {Quantity::nox, Per::total, render::Spacing::logarithmic, Compare::difference};
    state.sun_time = SunTime{12, 21, 9.5f};
    state.selected[1].building = 17;
    state.chosen[0] = {{0, 1, 2, 9, 40, 41}, {3}};
    apply(state, AddBookmark{"The \"old\" harbour 旧港"});
    state.sun_time = std::nullopt;
    state.layer.shown = ShownAs::columns;
    state.layer.flows = true;
    state.layer.cell_m = 250.0f;
    state.layer.bandwidth_m = 400.0f;
    apply(state, AddBookmark{"Second"});
    const test::TempFolder folder;
    const std::string path = folder.file("bookmarks.toml", bookmark_text(state.bookmarks));
    const auto back = read_bookmark_file(path);
    INFO((back ? std::string() : back.error().message));
    REQUIRE(back);
    CHECK(*back == state.bookmarks);
}

TEST_CASE(
    "a bookmark file that is not there is an empty list, one with a mistake is refused with its "
    "line",
    "[viewer]") {
    const test::TempFolder folder;
    const std::string path = folder.path() + "/b.toml";
    REQUIRE(read_bookmark_file(path));
    CHECK(read_bookmark_file(path)->empty());
    for (const char* wrong :
         {"[[bookmark]]\nquantity = \"colour\"\n", "x = 1\n",
          "[[bookmark]]\n[[bookmark.view]]\nx_m = 1\n", "[[bookmark]]\nsun = { month = 13 }\n",
          "[[bookmark]]\nshown = \"clouds\"\n", "[[bookmark]]\ncell_m = -5\n", "not toml"}) {
        INFO(wrong);
        folder.file("b.toml", wrong);
        const auto read = read_bookmark_file(path);
        REQUIRE_FALSE(read);
        CHECK(read.error().message.find("b.toml:1:") != std::string::npos);
    }
}

TEST_CASE("rows are written in ranges and read back, slips are refused", "[viewer]") {
    CHECK(rows_text({0, 1, 2, 4, 7, 8}) == "0-2,4,7-8");
    CHECK(rows_text({}).empty());
    CHECK(rows_from_text("0-2,4,7-8") == std::vector<std::uint32_t>{0, 1, 2, 4, 7, 8});
    for (const char* wrong : {"a", "4,2", "5-3", "1;2", "0-99999999999", "0-4000000000"}) {
        INFO(wrong);
        CHECK_FALSE(rows_from_text(wrong));
    }
}

TEST_CASE("going to a bookmark brings back layer, sun and selection, but no rows of another city",
          "[viewer]") {
    AppState state;
    state.building_counts = {100, 200};
    state.chosen = {ChosenRows{{1, 2}, {}}, ChosenRows{{5}, {}}};
    state.layer.quantity = Quantity::nox;
    apply(state, AddBookmark{"here"});
    state.layer.quantity = Quantity::energy;
    state.chosen = {};
    state.building_counts[1] = 777;  // another city was opened there
    const Effects effects = apply(state, GoToBookmark{0});
    CHECK(effects.recolour);
    CHECK(effects.rechosen);
    CHECK(state.layer.quantity == Quantity::nox);
    CHECK(state.chosen[0].buildings.size() == 2);
    CHECK(state.chosen[1].empty());
    apply(state, RemoveBookmark{0});
    CHECK(state.bookmarks.empty());
    CHECK(state.bookmark == -1);
}

TEST_CASE("whatever a bookmark is called, its file reads back to the same name", "[viewer]") {
    for (const std::string& name :
         {std::string("\"quoted\" and 'quoted'"), std::string("back\\slash\\u0041\\"),
          std::string("\"\"\""), std::string("'''"), std::string("two\nlines\r\nand\ta tab"),
          std::string("control \x01\x1b\x7f end"), std::string("with\0zero", 9),
          std::string("# no comment = [x]"), std::string("旧港 옛항구 みなと é 🏙"),
          std::string()}) {
        INFO(name);
        AppState state;
        state.building_counts = {100, 200};
        state.cameras[0].target_local = {0.1f, -12345.678f, 0};
        state.cameras[1].heading_rad = 1.0f / 3.0f;
        apply(state, AddBookmark{"first"});
        state.bookmarks[0].name = name;
        const test::TempFolder folder;
        const auto back = read_bookmark_file(folder.file("b.toml", bookmark_text(state.bookmarks)));
        INFO((back ? std::string() : back.error().message));
        REQUIRE(back);
        CHECK(*back == state.bookmarks);
    }
    CHECK(bookmark_text({}) == "");
}

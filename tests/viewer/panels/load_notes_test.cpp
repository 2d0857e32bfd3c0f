// What opening a city found: told once beside its map, put away, and called back.
#include <imgui.h>

#include "tests/support/catch.h"
#include "tests/support/loaded_slot.h"
#include "tests/support/screen.h"
#include "viewer/input/keys.h"
#include "viewer/state/apply.h"

using namespace viewer;
using test::Screen;

namespace {

Screen& with_problems(Screen& screen) {
    auto slot = test::slot_of(test::five_houses());
    slot->loaded.report.add(city::ProblemKind::geometry_invalid, "layer 'a' feature 3", 17340);
    slot->loaded.report.add(city::ProblemKind::crs_missing, "layer 'a'");
    screen.slots[0].data = slot;
    screen.totals[0] = totals_of(*slot, screen.state.scenario);
    return screen;
}

}  // namespace

TEST_CASE("what opening a city found is put away by its button and called back below the map",
          "[viewer][panels]") {
    Screen screen;
    with_problems(screen).state.load_notes[0] = true;
    const auto puts_away = [](const ShowLoadNotes& c) { return c.city == 0 && !c.on; };
    const auto calls_back = [](const ShowLoadNotes& c) { return c.city == 0 && c.on; };
    const ImVec2 map(screen.layout.map(0).low.x, screen.layout.map(0).low.y);
    CHECK(screen.some_click_gives<ShowLoadNotes>(map.x, map.x + 430, map.y, map.y + 260, 6,
                                                 puts_away));
    const ImVec2 low = screen.layout.view_low(0), size = screen.layout.view_size();
    screen.state.load_notes[0] = false;
    CHECK(screen.some_click_gives<ShowLoadNotes>(low.x, low.x + size.x,
                                                 low.y + size.y - screen.layout.summary_h,
                                                 low.y + size.y, 5, calls_back));
    // A city without problems has nothing to call back.
    screen.slots[0].data->loaded.report = {};
    CHECK_FALSE(screen.some_click_gives<ShowLoadNotes>(low.x, low.x + size.x,
                                                       low.y + size.y - screen.layout.summary_h,
                                                       low.y + size.y, 5, calls_back));
}

TEST_CASE("F3 shows and hides the notes, Escape hides them", "[viewer][input]") {
    AppState state;
    std::vector<Command> pressed;
    key_commands(state, {Key::f3}, 2, pressed);
    REQUIRE(pressed.size() == 2);
    for (const Command& command : pressed) viewer::apply(state, command);
    CHECK((state.load_notes[0] && state.load_notes[1]));
    for (int press = 0; press < 2; ++press) {
        pressed.clear();
        key_commands(state, {Key::escape}, 2, pressed);
        REQUIRE(pressed.size() == 1);
        viewer::apply(state, pressed[0]);
    }
    CHECK_FALSE((state.load_notes[0] || state.load_notes[1]));
}

TEST_CASE("every kind of problem has its words in every language", "[viewer][i18n]") {
    for (const std::string& language : text::Messages::languages())
        for (const city::ProblemKind kind : city::all_of<city::ProblemKind>()) {
            INFO(language << " " << city::name_of(kind));
            CHECK(text::Messages::in(language).has("problem." + std::string(city::name_of(kind))));
        }
}

TEST_CASE("an offset that was found and a server that would be asked are taken up by one button",
          "[viewer][panels]") {
    Screen screen;
    with_problems(screen).state.load_offers[0].undo_offset = true;
    screen.slots[0].data->loaded.report.offsets = {{"buildings", "gcj02", 450, -210, 0.1, 0.01}};
    const ImVec2 map(screen.layout.map(0).low.x, screen.layout.map(0).low.y);
    const auto first = [](const TakeLoadOffer& c) { return c.city == 0; };
    const auto pressed = [&] {
        return screen.some_click_gives<TakeLoadOffer>(map.x, map.x + 430, map.y, map.y + 200, 6,
                                                      first);
    };
    CHECK(pressed());
    screen.state.load_offers[0] = {{"PG:host=db.example"}, false};
    screen.slots[0].data = nullptr;
    CHECK(pressed());
    screen.state.load_offers[0] = {};
    CHECK_FALSE(pressed());
}

TEST_CASE("F4 takes up what is offered and nothing else", "[viewer][input]") {
    AppState state;
    std::vector<Command> commands;
    key_commands(state, {Key::f4}, 2, commands);
    CHECK(commands.empty());
    state.load_offers[1].undo_offset = true;
    key_commands(state, {Key::f4}, 2, commands);
    REQUIRE(commands.size() == 1);
    CHECK(std::get<TakeLoadOffer>(commands[0]).city == 1);
}

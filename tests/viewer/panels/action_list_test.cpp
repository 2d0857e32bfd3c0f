#include "viewer/panels/action_list.h"

#include <algorithm>

#include "emissions/model/baseline.h"
#include "tests/support/catch.h"
#include "tests/support/five_houses.h"
#include "tests/support/loaded_slot.h"
#include "tests/support/screen.h"

using namespace viewer;
using test::Screen;

TEST_CASE("the window lists what a city's catalogue has, a row more makes it longer",
          "[viewer][ui]") {
    Screen screen;
    const UiView view{screen.state,  text::Messages::in("en"),
                      screen.layout, screen.slots,
                      screen.totals, nullptr};
    CHECK(measures_here(view).size() == 7);
    const auto slot = test::slot_of(test::five_houses());
    auto baseline = std::make_shared<emissions::Baseline>(*slot->baseline);
    emissions::MeasureRow row;
    row.id = "smart_plugs";
    baseline->measures.push_back(row);
    slot->baseline = baseline;
    screen.slots[0].data = slot;
    const auto here = measures_here(view);
    CHECK(std::find(here.begin(), here.end(), "smart_plugs") != here.end());
    CHECK(measure_label(view.text, "smart_plugs") == "smart plugs");
    CHECK(measure_label(view.text, "led") == "LED lighting");
}

TEST_CASE("an action can be added in the panel", "[viewer][ui]") {
    Screen screen;
    CHECK(screen.some_click_gives<AddAction>(
        10, 200, 560, 900, 6, [](const AddAction& c) { return c.action.measure == "envelope"; }));
}

#include "study/day_chart.h"

#include "tests/support/catch.h"

using emissions::DayKind;
using emissions::EndUse;
using emissions::slot_of;
using study::Quantity;

namespace {

// Heating in January only, lighting all year, some traffic; today twice as much.
study::CityHours hours() {
    study::CityHours made;
    for (std::size_t slot = 0; slot < emissions::slot_count; ++slot) {
        const auto hour = static_cast<float>(slot % 24);
        made.buildings.of[EndUse::lighting][slot] = 10 + hour;
        made.buildings.of[EndUse::heating][slot] = slot < 48 ? 100.0f : 0.0f;
        made.roads[slot] = slot / 24 % 2 == 0 ? 5.0f : 1.0f;
        made.today[slot] = 2 * made.total(slot);
    }
    return made;
}

const text::Messages& english() {
    return text::Messages::in("en");
}

}  // namespace

TEST_CASE("a day's chart stacks what the day has, in the month and kind that is asked for",
          "[study]") {
    const auto model = study::day_chart(
        hours(), {Quantity::energy, study::Per::total, 1, DayKind::weekend}, 300, english());
    REQUIRE(model.bands.size() == 3);
    CHECK(model.bands[0].name == "Lighting");
    CHECK(model.bands[1].name == "Heating");
    CHECK(model.bands[2].name == "Traffic");
    CHECK(model.bands[0].values[20] == 30.0f);
    CHECK(model.bands[1].values[20] == 100.0f);
    CHECK(model.bands[2].values[20] == 1.0f);
    CHECK(model.title == "Final energy, typical weekend day, January");
    REQUIRE(model.past);
    CHECK(model.past->values[20] == 262.0f);
    CHECK_FALSE(model.net);
    CHECK(model.value_text(1500) == "1.50 MW");
    // The band keeps its name in a month without heating.
    const auto july = study::day_chart(
        hours(), {Quantity::energy, study::Per::total, 7, DayKind::weekday}, 300, english());
    REQUIRE(july.bands.size() == 3);
    CHECK(july.bands[1].values[20] == 0.0f);
    CHECK(july.bands[2].values[20] == 5.0f);
}

TEST_CASE("what roofs take off is a line of its own; today is left out where nothing changed",
          "[study]") {
    study::CityHours made = hours();
    made.buildings.solar.fill(-8);
    for (std::size_t slot = 0; slot < emissions::slot_count; ++slot)
        made.today[slot] = made.total(slot);
    const auto model = study::day_chart(
        made, {Quantity::electricity, study::Per::total, 7, DayKind::weekday}, 60, english());
    REQUIRE(model.net);
    CHECK(model.net->values[10] == 20.0f + 5.0f - 8.0f);
    CHECK_FALSE(model.past);
    CHECK(model.bands.size() == 3);
    // The stack counts, not what is left of it.
    CHECK(study::highest_hour(made) == 33.0f + 100.0f + 5.0f);
    CHECK(study::highest_hour({}) == 0.0f);
    CHECK(study::day_chart({}, {}, 0, english()).bands.empty());
}

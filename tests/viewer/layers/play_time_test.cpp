#include "viewer/layers/play_time.h"

#include "tests/support/catch.h"

using namespace viewer;
using emissions::DayKind;
using emissions::slot_of;

TEST_CASE("a day that plays starts anew at midnight, a year of days goes on with the next month",
          "[viewer][time]") {
    SunTime time{.month = 12, .day = 21, .hour = 23.5f, .play = Play::day};
    CHECK(stepped(time, 1.0f).month == 12);
    CHECK(stepped(time, 1.0f).hour < 1.0f);
    time.play = Play::year_of_days;
    CHECK(stepped(time, 1.0f).month == 1);
    time.month = 1;
    time.day = 31;
    CHECK(stepped(time, 1.0f).day == 28);
}

TEST_CASE("a year at one hour passes all days and keeps the hour", "[viewer][time]") {
    SunTime time{.month = 2, .day = 27, .hour = 8.0f, .play = Play::year_at_hour};
    time.speed = 1.0f;
    for (int frame = 0; frame < 10; ++frame) time = stepped(time, 0.1f);  // 15.2 days
    CHECK(time.month == 3);
    CHECK(time.day == 14);
    CHECK(time.hour == 8.0f);
}

TEST_CASE("double speed takes half as long", "[viewer][time]") {
    const SunTime slow{.hour = 6.0f}, fast{.hour = 6.0f, .speed = 2.0f};
    CHECK_THAT(stepped(fast, 0.5f).hour - 6.0f,
               WithinRel(2.0f * (stepped(slow, 0.5f).hour - 6.0f), 1e-5f));
}

TEST_CASE("a performance runs from the first to the last moment and is closed", "[viewer][time]") {
    CHECK(time_at({}, Play::day, 0.0f).hour == 0.0f);
    CHECK(time_at({}, Play::day, 0.999f).hour > 23.9f);
    CHECK(time_at({}, Play::day, 1.0f).hour == 0.0f);
    CHECK(time_at({}, Play::year_of_days, 0.0f).month == 1);
    CHECK(time_at({}, Play::year_of_days, 0.999f).month == 12);
    CHECK(time_at({}, Play::year_of_days, 0.51f).month == 7);
    CHECK_THAT(time_at({}, Play::year_of_days, 0.51f).hour, WithinAbs(0.12f * 24.0f, 0.01f));
    const SunTime last = time_at({.hour = 12.0f}, Play::year_at_hour, 0.999f);
    CHECK(last.month == 12);
    CHECK(last.day == 31);
    CHECK(last.hour == 12.0f);
}

TEST_CASE("in the middle of an hour its own values are shown, at its end half of the next",
          "[viewer][time]") {
    SunTime time{.month = 7, .hour = 14.5f};
    CHECK(slot_mix(time) ==
          SlotMix{slot_of(6, DayKind::weekday, 14), slot_of(6, DayKind::weekday, 15), 0.0f});
    time.hour = 15.0f;
    CHECK(slot_mix(time) ==
          SlotMix{slot_of(6, DayKind::weekday, 14), slot_of(6, DayKind::weekday, 15), 0.5f});
    time.hour = 0.0f;  // the day closes on itself
    time.weekend = true;
    CHECK(slot_mix(time) ==
          SlotMix{slot_of(6, DayKind::weekend, 23), slot_of(6, DayKind::weekend, 0), 0.5f});
}

TEST_CASE("at one hour the months pass into each other from middle to middle", "[viewer][time]") {
    SunTime time{.month = 4, .day = 16, .hour = 9.2f, .play = Play::year_at_hour};
    CHECK(slot_mix(time) ==
          SlotMix{slot_of(3, DayKind::weekday, 9), slot_of(4, DayKind::weekday, 9), 0.0f});
    time.day = 1;
    CHECK(slot_mix(time) ==
          SlotMix{slot_of(2, DayKind::weekday, 9), slot_of(3, DayKind::weekday, 9), 0.5f});
}

#include "viewer/layers/play_time.h"

#include <algorithm>
#include <cmath>

#include "geo/city/calendar.h"

namespace viewer {

namespace {

constexpr float hours_per_s = 1.2f, days_per_s = 365.0f / 24.0f;
constexpr int middle_of_month = 15;

int days_of(int month) {
    return city::days_in_month[static_cast<std::size_t>(std::clamp(month, 1, 12) - 1)];
}

// Days on from a date, across the end of the year.
void pass_days(SunTime& time, float days) {
    time.day_part += days;
    for (; time.day_part >= 1.0f; time.day_part -= 1.0f)
        if (++time.day > days_of(time.month)) {
            time.day = 1;
            time.month = time.month % 12 + 1;
        }
}

}  // namespace

SunTime stepped(SunTime time, float seconds) {
    seconds = std::clamp(seconds, 0.0f, 1.0f) * time.speed;
    if (time.play == Play::year_at_hour) {
        pass_days(time, seconds * days_per_s);
        return time;
    }
    time.hour += seconds * hours_per_s;
    while (time.hour >= 24.0f) {
        time.hour -= 24.0f;
        if (time.play == Play::year_of_days) {
            time.month = time.month % 12 + 1;
            time.day = std::min(time.day, days_of(time.month));
        }
    }
    return time;
}

SunTime time_at(SunTime time, Play play, float share) {
    share = std::clamp(share, 0.0f, 1.0f);
    time.play = play;
    if (play == Play::year_at_hour) {
        time.month = time.day = 1;
        time.day_part = 0.0f;
        pass_days(time, share * 365.0f);
        return time;
    }
    if (play == Play::day) {
        time.hour = std::fmod(share * 24.0f, 24.0f);
        return time;
    }
    const float months = std::fmod(share * 12.0f, 12.0f);
    time.month = static_cast<int>(months) + 1;
    time.day = middle_of_month;
    time.hour = (months - std::floor(months)) * 24.0f;
    return time;
}

SlotMix slot_mix(const SunTime& time) {
    const auto kind = time.weekend ? emissions::DayKind::weekend : emissions::DayKind::weekday;
    const auto month = static_cast<std::size_t>(std::clamp(time.month, 1, 12) - 1);
    if (time.play == Play::year_at_hour) {
        // At one hour the months pass into each other, from middle to middle.
        const auto hour = static_cast<std::size_t>(std::clamp(time.hour, 0.0f, 23.99f));
        const float since_middle = (static_cast<float>(time.day - 1) + time.day_part) /
                                       static_cast<float>(days_of(time.month)) -
                                   0.5f;
        const std::size_t neighbour = (month + (since_middle < 0.0f ? 11 : 1)) % 12;
        const std::size_t here = emissions::slot_of(month, kind, hour),
                          there = emissions::slot_of(neighbour, kind, hour);
        return since_middle < 0.0f ? SlotMix{there, here, 1.0f + since_middle}
                                   : SlotMix{here, there, since_middle};
    }
    const float place = std::fmod(time.hour + 23.5f, 24.0f), hour = std::floor(place);
    const auto from = static_cast<std::size_t>(hour) % 24;
    return {emissions::slot_of(month, kind, from), emissions::slot_of(month, kind, (from + 1) % 24),
            place - hour};
}

}  // namespace viewer

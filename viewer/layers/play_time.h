#pragma once

#include "emissions/model/day_slots.h"
#include "viewer/layers/sun_time.h"

namespace viewer {

/// The moment `seconds` of playing later: at speed 1 a day takes 20 s, a year at one hour 24 s.
SunTime stepped(SunTime time, float seconds);

/// A moment of a whole performance, `share` 0..1, where 1 is the beginning again: one day from
/// midnight to midnight, or twelve typical days one after the other, or the year at the hour of
/// `time`.
SunTime time_at(SunTime time, Play play, float share);

/// An hour's values stand for its middle. Between two middles the values pass from the one slot to
/// the other.
struct SlotMix {
    std::size_t from = 0, to = 0;
    float share = 0;
    bool operator==(const SlotMix&) const = default;
};
SlotMix slot_mix(const SunTime& time);

}  // namespace viewer

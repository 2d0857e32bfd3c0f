#pragma once

#include <cstdint>
#include <string_view>

#include "emissions/model/scenario.h"

namespace emissions {

/// FNV-1a, 64 bit: the same in every session and on every machine.
constexpr std::uint64_t hash_of(std::string_view id) {
    std::uint64_t hash = 1469598103934665603ull;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return hash;
}

/// A building's place in the queue for a measure, in [0, 1): it has acted when the share is larger.
/// From the two ids alone, so that loads, sorts, sessions and a longer catalogue agree, and
/// different for each measure, so that measures do not all meet in the same houses.
constexpr float queue_place(std::uint64_t measure_hash, std::uint64_t building_hash) {
    std::uint64_t mixed = building_hash ^ (measure_hash * 0x9E3779B97F4A7C15ull);
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;  // the end of splitmix64
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
    mixed ^= mixed >> 31;
    return static_cast<float>(mixed >> 40) * 0x1.0p-24f;
}

/// The share of an action that is done in `year`: a straight line from its start to its end.
float share_in(const Action& action, int year);

/// Whether an action is meant for all that its measure can be done to.
bool is_everywhere(const Action& action);

/// The share of the first action everywhere of a measure; 0 where there is none.
float share_of(const Scenario& scenario, std::string_view measure);

/// Sets that share. A new action is done in full in the year that the scenario looks at.
void set_share(Scenario& scenario, std::string_view measure, float share);

}  // namespace emissions

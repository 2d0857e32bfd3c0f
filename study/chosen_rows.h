#pragma once

#include <cstdint>
#include <vector>

namespace study {

/// Buildings and roads of one city that were chosen together: rows, ascending.
struct ChosenRows {
    std::vector<std::uint32_t> buildings, roads;
    bool empty() const { return buildings.empty() && roads.empty(); }
    bool operator==(const ChosenRows&) const = default;
};

/// What a drawn outline does to what was chosen before: plain, with shift, with alt.
enum class Combine : std::uint8_t { replace, add, remove };
ChosenRows combined(const ChosenRows& before, const ChosenRows& drawn, Combine combine);

}  // namespace study

#include "study/chosen_rows.h"

#include <algorithm>
#include <iterator>

namespace study {

namespace {

std::vector<std::uint32_t> combined(const std::vector<std::uint32_t>& before,
                                    const std::vector<std::uint32_t>& drawn, Combine combine) {
    std::vector<std::uint32_t> rows;
    if (combine == Combine::replace) return drawn;
    if (combine == Combine::add)
        std::set_union(before.begin(), before.end(), drawn.begin(), drawn.end(),
                       std::back_inserter(rows));
    else
        std::set_difference(before.begin(), before.end(), drawn.begin(), drawn.end(),
                            std::back_inserter(rows));
    return rows;
}

}  // namespace

ChosenRows combined(const ChosenRows& before, const ChosenRows& drawn, Combine combine) {
    return {combined(before.buildings, drawn.buildings, combine),
            combined(before.roads, drawn.roads, combine)};
}

}  // namespace study

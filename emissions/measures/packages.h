#pragma once

#include <span>
#include <string>
#include <vector>

#include "emissions/model/demand.h"
#include "emissions/model/measure.h"

namespace emissions {

/// The states of walls and windows that are worked out once and for all: as they are, after each
/// envelope measure alone, and after all of them where there are several. Columns still empty.
std::vector<ThermalPackage> thermal_packages(const std::vector<MeasureRow>& measures);

struct FoundPackage {
    std::size_t row = 0;
    bool exact = true;
};
/// The package of exactly these measures; where it was not worked out the nearest: the one with the
/// fewest measures too many or too few, and of those the one that promises less.
FoundPackage package_of(std::span<const ThermalPackage> packages,
                        std::span<const std::string> measures);

}  // namespace emissions

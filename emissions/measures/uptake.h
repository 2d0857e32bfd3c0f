#pragma once

#include <cstdint>
#include <string_view>

#include "emissions/model/scenario.h"

namespace emissions {

/// The building's place in the queue for a measure, in [0, 1): it carries the measure out when the
/// uptake share is larger. From the id alone, so that loads, sorts and sessions agree, and
/// different for each measure, so that measures do not all meet in the same houses.
float queue_place(std::string_view id, std::size_t row, Measure measure);

}  // namespace emissions

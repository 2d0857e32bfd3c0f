#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geo/city/city_model.h"
#include "geo/io/city_builder.h"
#include "geo/polygon/footprint_clean.h"

namespace geo_io {

/// The rings of one polygon, its outer one first.
RingSet rings_of(const city::Rings& rings, std::size_t polygon);

/// Finds the outlines that parts lie in by their place. Looks at tables that must stay as they are.
class OutlineFinder {
  public:
    OutlineFinder(const city::Buildings& buildings, const std::vector<RowFacts>& facts);

    /// The row of the outline that most of the part lies in, of several (round a courtyard, say)
    /// the smallest; the number of rows where there is none.
    std::size_t outline_of(std::size_t part) const;

  private:
    const city::Buildings& b_;
    const std::vector<RowFacts>& facts_;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> at_;  ///< by square of the ground
};

}  // namespace geo_io

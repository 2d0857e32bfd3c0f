#pragma once

#include <tsl/robin_set.h>

#include <cstdint>
#include <vector>

#include "geo/city/city_model.h"
#include "geo/city/load_report.h"
#include "geo/io/building_ids.h"
#include "geo/io/city_builder.h"

namespace geo_io {

/// Leaves out buildings that are exact copies of one that came before, batch by batch while others
/// are read: a row that goes later moves all that come after it. What goes is counted in the rows'
/// report.
class Copies {
  public:
    void expect(std::uint64_t buildings) { seen_.reserve(buildings); }
    void leave_out(BuiltRows& rows);
    /// What those that were left out were called.
    const std::vector<CopyName>& names() const { return names_; }

  private:
    tsl::robin_set<std::uint64_t> seen_;  ///< outline keys
    std::vector<CopyName> names_;
};

/// Rows that are there twice in other ways: several pieces of one id cut at tile edges (joined),
/// and outlines whose parts are also there. What goes is counted in the report.
void drop_doubles(city::Buildings& buildings, std::vector<RowFacts>& facts,
                  city::LoadReport& report);

/// Rows whose place is far (hundreds of kilometres) from the middle of all others.
void drop_far_away(city::Buildings& buildings, std::vector<RowFacts>& facts, city::Roads& roads,
                   city::LoadReport& report);

}  // namespace geo_io

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "geo/city/result.h"

namespace emissions::reference {

/// Shares (0..1) of the full load by hour, for one week.
struct WeekSchedule {
    using Day = std::array<float, 24>;
    std::array<Day, 7> occupancy{}, lighting{}, equipment{};  ///< Monday first
    /// Where the table says nothing: hot water runs with the people, cooking with the equipment.
    std::array<Day, 7> hot_water{}, cooking{};
};

/// schedules.csv: one row per set, kind of day and quantity, 24 values in a row.
class ScheduleTable {
  public:
    static city::Result<ScheduleTable> parse(std::string_view csv);
    const WeekSchedule* find(std::string_view set) const;

  private:
    std::unordered_map<std::string, WeekSchedule> sets_;
};

}  // namespace emissions::reference

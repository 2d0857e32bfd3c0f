#include "emissions/reference/schedule_table.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "emissions/reference/csv_record.h"
#ifdef TWINSCAPE_WATCH_TABLES
#include "emissions/reference/watch.h"
#endif

namespace emissions::reference {

namespace {

// Columns: set, day, quantity, h00..h23, unit, year, source, address, status, note.
constexpr std::size_t first_hour = 3, columns = 33;

struct Days {
    std::string_view name;
    int first, last;  // Monday is 0
};
constexpr std::array kinds_of_day{Days{"all", 0, 6}, Days{"weekday", 0, 4}, Days{"weekend", 5, 6},
                                  Days{"saturday", 5, 5}, Days{"sunday", 6, 6}};

}  // namespace

city::Result<ScheduleTable> ScheduleTable::parse(std::string_view csv) {
    ScheduleTable table;
    take_record(csv);
    for (std::size_t line = 2; !csv.empty(); ++line) {
        const std::vector<std::string> f = take_record(csv);
        if (f.size() == 1 && f[0].empty()) continue;
        const auto broken = [&](const std::string& what) {
            return city::fail("reference table schedules.csv line " + std::to_string(line) + ": " +
                              what);
        };
        if (f.size() != columns)
            return broken("has " + std::to_string(f.size()) + " fields, not " +
                          std::to_string(columns));
        if (f[29].empty() || f[31].empty()) return broken("has no source or status");
        WeekSchedule::Day day{};
        for (std::size_t h = 0; h < 24; ++h) {
            const std::string& text = f[first_hour + h];
            const auto [end, error] =
                std::from_chars(text.data(), text.data() + text.size(), day[h]);
            if (error != std::errc{} || end != text.data() + text.size() ||
                !(day[h] >= 0.0f && day[h] <= 1.5f))
                return broken("'" + text + "' is no share");
        }
        WeekSchedule& set = table.sets_[f[0]];
        auto* week = f[2] == "occupancy"   ? &set.occupancy
                     : f[2] == "lighting"  ? &set.lighting
                     : f[2] == "equipment" ? &set.equipment
                     : f[2] == "hot_water" ? &set.hot_water
                     : f[2] == "cooking"   ? &set.cooking
                                           : nullptr;
        if (week == nullptr) return broken("unknown quantity " + f[2]);
        bool known = false;
        for (const Days& kind : kinds_of_day) {
            if (kind.name != f[1]) continue;
            known = true;
            for (int d = kind.first; d <= kind.last; ++d)
                (*week)[static_cast<std::size_t>(d)] = day;
        }
        if (!known) return broken("unknown kind of day " + f[1]);
    }
    const auto never = [](const std::array<WeekSchedule::Day, 7>& week) {
        return std::all_of(week.begin(), week.end(), [](const WeekSchedule::Day& day) {
            return std::all_of(day.begin(), day.end(), [](float share) { return share == 0.0f; });
        });
    };
    for (auto& [name, set] : table.sets_) {
        if (never(set.hot_water)) set.hot_water = set.occupancy;
        if (never(set.cooking)) set.cooking = set.equipment;
    }
    return table;
}

const WeekSchedule* ScheduleTable::find(std::string_view set) const {
#ifdef TWINSCAPE_WATCH_TABLES
    watch_schedule(set);
#endif
    const auto found = sets_.find(std::string(set));
    return found == sets_.end() ? nullptr : &found->second;
}

}  // namespace emissions::reference

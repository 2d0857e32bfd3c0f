#include "emissions/model/day_slots.h"

#include "geo/city/calendar.h"

namespace emissions {

DayCounts day_counts(int first_weekday) {
    DayCounts counts;
    int weekday = first_weekday;
    for (std::size_t month = 0; month < 12; ++month)
        for (int day = 0; day < city::days_in_month[month]; ++day, weekday = (weekday + 1) % 7)
            counts.by_month_and_kind[month][weekday >= 5 ? 1 : 0] += 1.0f;
    return counts;
}

}  // namespace emissions

#pragma once

#include "charts/load_curve.h"
#include "emissions/hourly/hour_amounts.h"
#include "emissions/model/baseline.h"
#include "geo/city/city_model.h"
#include "study/quantity.h"
#include "text/i18n.h"

namespace study {

/// What a city takes or gives off hour by hour: kW or kg/h, traffic in vehicle-km per hour; or the
/// first two per m2.
struct CityHours {
    emissions::HourlyAmounts::City buildings;
    emissions::SlotValues roads{};
    emissions::SlotValues today{};  ///< the total without the scenario
    float total(std::size_t slot) const { return buildings.total(slot) + roads[slot]; }
};

CityHours city_hours(const city::CityModel& city, const emissions::Baseline& baseline,
                     const emissions::Scenario& scenario, Quantity quantity);

/// What an axis must hold to show every day of the year: the stack before roofs take anything off,
/// and today.
float highest_hour(const CityHours& hours);

/// Which of the typical days, and what it is a day of.
struct DayChoice {
    Quantity quantity = Quantity::electricity;
    Per per = Per::total;
    int month = 1;  ///< 1..12
    emissions::DayKind kind = emissions::DayKind::weekday;
};

/// "Electricity, typical weekday, July".
std::string day_title(const DayChoice& day, const text::Messages& text);

/// One value of such a day, with its unit.
std::string day_value_text(const DayChoice& day, double value);

/// The day as a chart: end uses from what runs all year to what comes with the weather, then
/// traffic; what the city buys, where its roofs take something off; today, where the scenario
/// changes it. `least_top`: as LoadCurveModel. Has no moment marked.
charts::LoadCurveModel day_chart(const CityHours& hours, const DayChoice& day, float least_top,
                                 const text::Messages& text);

}  // namespace study

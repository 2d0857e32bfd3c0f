#include "study/day_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "study/hour_amount.h"
#include "text/number_text.h"

namespace study {

namespace {

using charts::Colour;
using charts::DayValues;
using emissions::EndUse;

// Apart in lightness too, so that neighbours in the stack differ without colour.
constexpr city::EnumArray<EndUse, Colour> band_colours{{{{201, 75, 76, 255},
                                                         {66, 133, 196, 255},
                                                         {146, 110, 190, 255},
                                                         {236, 190, 84, 255},
                                                         {104, 158, 118, 255},
                                                         {168, 106, 62, 255}}}};
constexpr Colour road_colour{122, 132, 144, 255}, solar_colour{240, 214, 60, 255};

// A change of the total that is too small to be seen, as a share of the highest hour.
constexpr float visible_share = 2e-3f;

template <class At>
DayValues values_of(const DayChoice& day, At at) {
    const auto month = static_cast<std::size_t>(std::clamp(day.month, 1, 12) - 1);
    DayValues values;
    for (std::size_t hour = 0; hour < values.size(); ++hour)
        values[hour] = at(emissions::slot_of(month, day.kind, hour));
    return values;
}

}  // namespace

CityHours city_hours(const city::CityModel& city, const emissions::Baseline& baseline,
                     const emissions::Scenario& scenario, Quantity quantity) {
    const auto buildings = [&](const emissions::Scenario& which) {
        return emissions::HourlyAmounts(
                   baseline.shapes,
                   building_amounts(baseline, which, amount_per_kwh(baseline, which, quantity)))
            .city();
    };
    const auto roads = [&](const emissions::Scenario& which) {
        return city_roads(city, baseline, road_days(baseline, which, quantity), quantity);
    };
    const emissions::Scenario as_is;
    CityHours hours{buildings(scenario), roads(scenario), roads(as_is)};
    const emissions::HourlyAmounts::City today = buildings(as_is);
    for (std::size_t slot = 0; slot < emissions::slot_count; ++slot)
        hours.today[slot] += today.total(slot);
    return hours;
}

float highest_hour(const CityHours& hours) {
    float highest = 0;
    for (std::size_t slot = 0; slot < emissions::slot_count; ++slot) {
        float uses = hours.roads[slot] + std::max(0.0f, hours.buildings.solar[slot]);
        for (const emissions::SlotValues& one : hours.buildings.of) uses += one[slot];
        highest = std::max({highest, uses, hours.today[slot]});
    }
    return highest;
}

std::string day_title(const DayChoice& day, const text::Messages& text) {
    return text["quantity." + std::string(name_of(day.quantity))] + ", " +
           text[day.kind == emissions::DayKind::weekend ? "curve.weekend" : "curve.weekday"] +
           ", " + text["month." + std::to_string(std::clamp(day.month, 1, 12))];
}

std::string day_value_text(const DayChoice& day, double value) {
    if (day.quantity == Quantity::traffic) return text::plain_text(std::round(value)) + " veh-km/h";
    return hour_text(day.quantity, day.per, value);
}

charts::LoadCurveModel day_chart(const CityHours& hours, const DayChoice& day, float least_top,
                                 const text::Messages& text) {
    charts::LoadCurveModel model;
    model.title = day_title(day, text);
    model.nothing = text["curve.nothing"];
    model.value_text = [day](double value) { return day_value_text(day, value); };
    model.least_top = least_top;
    const auto add = [&](std::string name, Colour fill, const emissions::SlotValues& values) {
        // All through the year: a band that stays away in summer keeps its name.
        if (*std::max_element(values.begin(), values.end()) > 0.0f)
            model.bands.push_back(
                {std::move(name), fill, values_of(day, [&](std::size_t s) { return values[s]; })});
    };
    // From below: what runs all year, then what comes with the weather, traffic on top.
    for (const EndUse use : {EndUse::appliances, EndUse::lighting, EndUse::cooking,
                             EndUse::hot_water, EndUse::cooling, EndUse::heating})
        add(text["end_use." + std::string(name_of(use))], band_colours[use],
            hours.buildings.of[use]);
    add(text["curve.traffic"], road_colour, hours.roads);
    add(text["quantity.pv"], solar_colour, hours.buildings.solar);

    const DayValues net = values_of(day, [&](std::size_t s) { return hours.total(s); }),
                    past = values_of(day, [&](std::size_t s) { return hours.today[s]; });
    const auto& solar = hours.buildings.solar;
    if (*std::min_element(solar.begin(), solar.end()) < 0.0f) model.net = {text["curve.net"], net};
    for (std::size_t hour = 0; hour < net.size(); ++hour)
        if (std::abs(net[hour] - past[hour]) > visible_share * least_top)
            model.past = {text["curve.today"], past};
    return model;
}

}  // namespace study

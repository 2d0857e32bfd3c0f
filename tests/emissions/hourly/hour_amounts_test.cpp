#include "emissions/hourly/hour_amounts.h"
#include "emissions/accounting/factors.h"
#include "emissions/evaluate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "emissions/hourly/traffic_shapes.h"
#include "emissions/measures/uptake.h"
#include "emissions/measures/whole_city.h"
#include "emissions/model/baseline.h"
#include "geo/sample/sample_city.h"
#include "tests/emissions/reference_tables.h"
#include "tests/emissions/small_city.h"

using namespace emissions;
using city::BuildingUse;

namespace {

BaselinePtr baseline_of(const city::CityModel& city, Method method) {
    auto made = prepare(city, test::reference_tables(), {.method = method});
    if (!made) FAIL(made.error().message);
    return *made;
}

// The typical days put together again.
double year_of(const Baseline& baseline, const HourlyAmounts& hours, std::size_t building) {
    double sum = 0;
    for (std::size_t slot = 0; slot < slot_count; ++slot)
        sum += static_cast<double>(hours.at(slot, building)) *
               static_cast<double>(baseline.shapes.days.of_slot(slot));
    return sum;
}

const city::CityModel& three_houses() {
    static const auto city = test::houses({{"home", BuildingUse::residential_apartment, 900, 1985},
                                           {"desk", BuildingUse::office, 900, 1985},
                                           {"odd", BuildingUse::unknown, 900, 1985}});
    return city;
}

}  // namespace

TEST_CASE("a year has 365 days, two of seven of them weekend", "[emissions][hourly]") {
    float days = 0, weekend = 0;
    const DayCounts counts = day_counts(5);  // 1 January is a Saturday: it has 53 of them
    for (std::size_t slot = 0; slot < slot_count; slot += 24) {
        days += counts.of_slot(slot);
        if (slot / 24 % 2 == 1) weekend += counts.of_slot(slot);
    }
    CHECK(days == 365.0f);
    CHECK(weekend == 105.0f);
    CHECK(counts.of_slot(slot_of(0, DayKind::weekend, 0)) == 10.0f);
}

TEST_CASE("a shape keeps the year's sum exactly and its form to a byte", "[emissions][hourly]") {
    const DayCounts days = day_counts(0);
    SlotValues form{};
    for (std::size_t slot = 0; slot < slot_count; ++slot)
        form[slot] = 10.0f + 9.0f * std::sin(0.1f * static_cast<float>(slot));
    ShapeTable table;
    table.resize(1, days);
    table.resize(3, days);
    table.set(1, form, days);
    double sum = 0, flat = 0, form_sum = 0;
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        sum += static_cast<double>(table.per_annual(slot, 1) * days.of_slot(slot));
        flat += static_cast<double>(table.per_annual(slot, 2) * days.of_slot(slot));
        form_sum += static_cast<double>(form[slot] * days.of_slot(slot));
    }
    CHECK_THAT(sum, WithinAbs(1.0, 1e-6));
    CHECK_THAT(flat, WithinAbs(1.0, 1e-6));
    for (const std::size_t slot : {std::size_t{16}, std::size_t{47}, std::size_t{300}})
        CHECK_THAT(static_cast<double>(table.per_annual(slot, 1)) * form_sum,
                   WithinAbs(static_cast<double>(form[slot]), 0.1));
}

TEST_CASE("typical days times days per month are the year, for every quantity, method and scenario",
          "[emissions][hourly]") {
    for (const bool china : {false, true})
        for (const Method method : {Method::benchmark, Method::physics}) {
            const auto city = sample::make_sample_city(
                {.style = china ? sample::Style::china : sample::Style::california,
                 .buildings = 120,
                 .seed = 4});
            const auto baseline = baseline_of(city, method);
            Scenario scenario;
            for (const char* measure :
                 {"envelope", "heat_pump", "led", "efficient_cooling", "rooftop_pv"})
                set_share(scenario, measure, 0.5f);
            for (const Scenario& one : {Scenario{}, scenario}) {
                const Results results = evaluate(*baseline, one);
                const auto check = [&](const AmountPerKwh& amount, const Column& column) {
                    const HourlyAmounts hours(baseline->shapes,
                                              building_amounts(*baseline, one, amount));
                    std::size_t wrong = 0;
                    float largest = 0;
                    for (const float value : column)
                        largest =
                            std::max(largest, std::abs(value));  // a missing one is never larger
                    for (std::size_t i = 0; i < column.size(); ++i) {
                        const double year = year_of(*baseline, hours, i), annual = column[i];
                        if (city::is_missing(column[i]) != std::isnan(year))
                            ++wrong;
                        else if (!std::isnan(year) &&
                                 std::abs(year - annual) >
                                     1e-4 * std::abs(annual) + 1e-6 * static_cast<double>(largest))
                            ++wrong;
                    }
                    CHECK(wrong == 0);
                };
                check(kw_of_carrier(*baseline, Carrier::electricity),
                      results.buildings.carrier_kwh[Carrier::electricity]);
                check(kw_of_carrier(*baseline, baseline->fuel),
                      results.buildings.carrier_kwh[baseline->fuel]);
                check(kw_of_carrier(*baseline, Carrier::district_heat),
                      results.buildings.carrier_kwh[Carrier::district_heat]);
                for (const EndUse use : city::all_of<EndUse>())
                    check(kw_of_end_use(use), results.buildings.end_use_kwh[use]);
                for (const Pollutant p : {Pollutant::co2e, Pollutant::nox})
                    check(kg_of(*baseline, one, p), results.buildings.emitted_kg[p]);
                check(kw_of_solar(), results.buildings.pv_kwh);
            }
        }
}

TEST_CASE("the city's hour is the sum of its buildings', unknown ones left out",
          "[emissions][hourly]") {
    const auto baseline = baseline_of(three_houses(), Method::physics);
    const HourlyAmounts hours(baseline->shapes, building_amounts(*baseline, {}, kw_of_all()));
    const auto city = hours.city();
    std::vector<float> values(3);
    for (const std::size_t slot :
         {slot_of(0, DayKind::weekday, 7), slot_of(6, DayKind::weekend, 15)}) {
        hours.at(slot, values);
        CHECK(values[0] == hours.at(slot, 0));
        CHECK(city::is_missing(values[2]));
        CHECK_THAT(static_cast<double>(city.total(slot)),
                   WithinRel(static_cast<double>(values[0] + values[1]), 1e-4));
    }
}

TEST_CASE("homes peak in the evening, offices on a weekday's working hours, heating in winter",
          "[emissions][hourly]") {
    for (const Method method : {Method::benchmark, Method::physics}) {
        const auto baseline = baseline_of(three_houses(), method);
        const HourlyAmounts power(
            baseline->shapes,
            building_amounts(*baseline, {}, kw_of_carrier(*baseline, Carrier::electricity)));
        const HourlyAmounts heating(
            baseline->shapes, building_amounts(*baseline, {}, kw_of_end_use(EndUse::heating)));
        const auto peak_hour = [&](std::size_t building) {
            std::size_t peak = 0;
            for (std::size_t hour = 1; hour < 24; ++hour)
                if (power.at(slot_of(3, DayKind::weekday, hour), building) >
                    power.at(slot_of(3, DayKind::weekday, peak), building))
                    peak = hour;
            return peak;
        };
        CHECK(peak_hour(0) >= 17);
        CHECK(peak_hour(1) >= 8);
        CHECK(peak_hour(1) <= 17);
        CHECK(power.at(slot_of(3, DayKind::weekday, 11), 1) >
              2.0f * power.at(slot_of(3, DayKind::weekend, 11), 1));
        CHECK(heating.at(slot_of(0, DayKind::weekday, 7), 0) >
              1.5f * heating.at(slot_of(7, DayKind::weekday, 7), 0));
    }
}

TEST_CASE("the roof's power comes at noon and takes nothing at night", "[emissions][hourly]") {
    const auto baseline = baseline_of(three_houses(), Method::benchmark);
    Scenario scenario;
    set_share(scenario, "rooftop_pv", 1.0f);
    const HourlyAmounts solar(baseline->shapes,
                              building_amounts(*baseline, scenario, kw_of_solar()));
    const std::size_t noon = slot_of(5, DayKind::weekday, 12),
                      night = slot_of(5, DayKind::weekday, 1);
    CHECK(solar.at(noon, 0) > solar.at(slot_of(11, DayKind::weekday, 12), 0));
    CHECK(solar.at(night, 0) == 0.0f);
    CHECK_FALSE(baseline->shapes.season_assumed);
}

TEST_CASE("per m2 is the building's own hour over its floor", "[emissions][hourly]") {
    const auto& city = three_houses();
    const auto baseline = baseline_of(city, Method::benchmark);
    const BuildingAmounts amounts = building_amounts(*baseline, {}, kw_of_all());
    HourlyAmounts whole(baseline->shapes, amounts), per_m2(baseline->shapes, amounts);
    per_m2.divide_by(city.buildings.floor_area_m2);
    CHECK_THAT(static_cast<double>(per_m2.at(100, 1) * 900.0f),
               WithinRel(static_cast<double>(whole.at(100, 1)), 1e-5));
}

TEST_CASE("traffic of the typical days is the year's, lorries keep to the night in China",
          "[emissions][hourly]") {
    for (const char* country : {"US", "CN"}) {
        const auto shapes = traffic_shapes(test::reference_tables(), country, day_counts(0));
        REQUIRE(shapes);
        for (const SlotValues& one : {shapes->light_per_daily, shapes->heavy_per_daily}) {
            double days = 0;
            for (std::size_t slot = 0; slot < slot_count; ++slot)
                days += static_cast<double>(one[slot] * day_counts(0).of_slot(slot));
            CHECK_THAT(days, WithinRel(365.0, 1e-5));
        }
        CHECK(shapes->light_per_daily[slot_of(0, DayKind::weekday, 17)] >
              1.1f * shapes->light_per_daily[slot_of(0, DayKind::weekday, 11)]);
        CHECK(shapes->light_per_daily[slot_of(0, DayKind::weekday, 8)] >
              shapes->light_per_daily[slot_of(0, DayKind::weekend, 8)]);
    }
    const auto china = traffic_shapes(test::reference_tables(), "CN", day_counts(0));
    CHECK(china->heavy_per_daily[slot_of(0, DayKind::weekday, 1)] >
          china->heavy_per_daily[slot_of(0, DayKind::weekday, 17)]);
}

TEST_CASE("light and heavy vehicles together are the road's year", "[emissions][hourly]") {
    const auto city =
        sample::make_sample_city({.style = sample::Style::california, .buildings = 60, .seed = 2});
    const auto baseline = baseline_of(city, Method::benchmark);
    const Results results = evaluate(*baseline, {});
    const RoadResults light =
        light_vehicle_part(baseline->traffic, factors_for(*baseline, {}), fleet_of(*baseline, {}));
    std::size_t compared = 0;
    for (std::size_t i = 0; i < light.count(); ++i) {
        if (!(results.roads.aadt[i] > 0.0f)) continue;
        ++compared;
        CHECK(light.emitted_kg[Pollutant::nox][i] < results.roads.emitted_kg[Pollutant::nox][i]);
        CHECK_THAT(static_cast<double>(light.aadt[i]),
                   WithinRel(static_cast<double>(results.roads.aadt[i] *
                                                 (1.0f - baseline->traffic.heavy_share[i])),
                             1e-5));
    }
    CHECK(compared > 0);
}

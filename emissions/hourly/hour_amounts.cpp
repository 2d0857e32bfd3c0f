#include "emissions/hourly/hour_amounts.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "emissions/accounting/factors.h"
#include "emissions/measures/building_year.h"
#include "emissions/model/baseline.h"
#include "geo/city/missing.h"

namespace emissions {

AmountPerKwh kw_of_carrier(const Baseline& baseline, Carrier carrier) {
    AmountPerKwh amount;
    amount.everywhere({carrier == Carrier::electricity ? 1.0f : 0.0f,
                       carrier == baseline.fuel ? 1.0f : 0.0f,
                       carrier == Carrier::district_heat ? 1.0f : 0.0f});
    if (carrier == Carrier::electricity) amount.solar_for_own_use = -1.0f;
    return amount;
}

AmountPerKwh kw_of_end_use(EndUse use) {
    AmountPerKwh amount;
    amount.of[use] = {1.0f, 1.0f, 1.0f};
    return amount;
}

AmountPerKwh kw_of_all() {
    AmountPerKwh amount;
    amount.everywhere({1.0f, 1.0f, 1.0f});
    amount.solar_for_own_use = -1.0f;
    return amount;
}

AmountPerKwh kw_of_solar() {
    AmountPerKwh amount;
    amount.solar = 1.0f;
    return amount;
}

AmountPerKwh kg_of(const Baseline& baseline, const Scenario& scenario, Pollutant pollutant) {
    const EmissionFactors factors = factors_for(baseline, scenario);
    const auto grid_kg = static_cast<float>(factors.delivered_kg_per_kwh(pollutant));
    AmountPerKwh amount;
    amount.everywhere({grid_kg, static_cast<float>(factors.kg_per_kwh[baseline.fuel][pollutant]),
                       static_cast<float>(factors.kg_per_kwh[Carrier::district_heat][pollutant])});
    amount.solar_for_own_use = -grid_kg;
    return amount;
}

BuildingAmounts building_amounts(const Baseline& baseline, const Scenario& scenario,
                                 const AmountPerKwh& per_kwh) {
    BuildingAmounts amounts;
    amounts.count = baseline.building_count();
    const auto counts = [](const AmountPerKwh::ByCarrier& one) {
        return one.electricity != 0.0f || one.fuel != 0.0f || one.district_heat != 0.0f;
    };
    for (const EndUse use : city::all_of<EndUse>())
        if (counts(per_kwh.of[use])) amounts.of[use].resize(amounts.count);
    const bool solar = per_kwh.solar != 0.0f || per_kwh.solar_for_own_use != 0.0f;
    if (solar) amounts.solar.resize(amounts.count);
    const ScenarioYear scenario_year(baseline, scenario);
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, amounts.count, 2048), [&](const auto& range) {
            for (std::size_t i = range.begin(); i < range.end(); ++i) {
                const BuildingYear year = scenario_year.of(i);
                const auto put = [&](EndUse use, float electric, float fuel, float district) {
                    if (!amounts.of[use].empty())
                        amounts.of[use][i] = electric * per_kwh.of[use].electricity +
                                             fuel * per_kwh.of[use].fuel +
                                             district * per_kwh.of[use].district_heat;
                };
                put(EndUse::heating, year.heating_electric, year.heating_fuel,
                    year.heating_district);
                put(EndUse::cooling, year.cooling, 0.0f, 0.0f);
                put(EndUse::hot_water, year.hot_water_electric, year.hot_water_fuel, 0.0f);
                put(EndUse::lighting, year.lighting, 0.0f, 0.0f);
                put(EndUse::appliances, year.appliances, 0.0f, 0.0f);
                put(EndUse::cooking, year.cooking_electric, year.cooking_fuel, 0.0f);
                if (solar)
                    amounts.solar[i] = year.generated_for_own_use() * per_kwh.solar_for_own_use +
                                       year.generated * per_kwh.solar;
            }
        });
    return amounts;
}

HourlyAmounts::HourlyAmounts(const LoadShapes& shapes, BuildingAmounts amounts)
    : shapes_(&shapes), amounts_(std::move(amounts)) {
    for (const EndUse use : city::all_of<EndUse>()) {
        Column& column = amounts_.of[use];
        const auto per_code = shapes.table(use).per_code();
        const auto& rows = shapes.rows(use);
        tbb::parallel_for(std::size_t{0}, column.size(),
                          [&](std::size_t i) { column[i] *= per_code[rows[i]]; });
    }
}

void HourlyAmounts::divide_by(std::span<const float> divisor) {
    for (Column* column :
         {&amounts_.of[EndUse::heating], &amounts_.of[EndUse::cooling],
          &amounts_.of[EndUse::hot_water], &amounts_.of[EndUse::lighting],
          &amounts_.of[EndUse::appliances], &amounts_.of[EndUse::cooking], &amounts_.solar})
        for (std::size_t i = 0; i < column->size(); ++i)
            (*column)[i] = divisor[i] > 0.0f ? (*column)[i] / divisor[i] : city::missing;
}

float HourlyAmounts::at(std::size_t slot, std::size_t building) const {
    float sum =
        amounts_.solar.empty() ? 0.0f : amounts_.solar[building] * shapes_->solar_kw_per_kwh[slot];
    for (const EndUse use : city::all_of<EndUse>()) {
        if (amounts_.of[use].empty()) continue;
        const float code = shapes_->table(use).codes(slot)[shapes_->rows(use)[building]];
        sum += amounts_.of[use][building] * code * code;
    }
    return sum;
}

void HourlyAmounts::at(std::size_t slot, std::span<float> values) const {
    struct Part {
        const float* amount;
        const std::uint32_t* row;
        const std::uint8_t* code;
    };
    std::array<Part, city::enum_count<EndUse>> parts;
    std::size_t used = 0;
    for (const EndUse use : city::all_of<EndUse>())
        if (!amounts_.of[use].empty())
            parts[used++] = {amounts_.of[use].data(), shapes_->rows(use).data(),
                             shapes_->table(use).codes(slot).data()};
    const float sun = shapes_->solar_kw_per_kwh[slot];
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, values.size(), 8192),
                      [&](const auto& range) {
                          for (std::size_t i = range.begin(); i < range.end(); ++i) {
                              float sum = amounts_.solar.empty() ? 0.0f : amounts_.solar[i] * sun;
                              for (std::size_t k = 0; k < used; ++k) {
                                  const float code = parts[k].code[parts[k].row[i]];
                                  sum += parts[k].amount[i] * code * code;
                              }
                              values[i] = sum;
                          }
                      });
}

float HourlyAmounts::City::total(std::size_t slot) const {
    float sum = solar[slot];
    for (const SlotValues& one : of) sum += one[slot];
    return sum;
}

HourlyAmounts::City HourlyAmounts::city() const {
    City city;
    for (const EndUse use : city::all_of<EndUse>()) {
        if (amounts_.of[use].empty()) continue;
        // All buildings of a row first: a slot is then one product of two columns.
        const ShapeTable& table = shapes_->table(use);
        const auto& rows = shapes_->rows(use);
        std::vector<float> of_row(table.rows(), 0.0f);
        for (std::size_t i = 0; i < amounts_.count; ++i)
            if (const float amount = amounts_.of[use][i]; !city::is_missing(amount))
                of_row[rows[i]] += amount;
        tbb::parallel_for(std::size_t{0}, slot_count, [&](std::size_t slot) {
            const auto codes = table.codes(slot);
            // Blocks keep float sums exact enough for a million rows.
            double sum = 0;
            for (std::size_t first = 0; first < of_row.size(); first += 1024) {
                float block = 0;
                for (std::size_t row = first; row < std::min(first + 1024, of_row.size()); ++row) {
                    const float code = codes[row];
                    block += of_row[row] * code * code;
                }
                sum += static_cast<double>(block);
            }
            city.of[use][slot] = static_cast<float>(sum);
        });
    }
    double solar = 0;
    for (const float amount : amounts_.solar)
        solar += city::is_missing(amount) ? 0.0 : static_cast<double>(amount);
    for (std::size_t slot = 0; slot < slot_count; ++slot)
        city.solar[slot] = static_cast<float>(solar) * shapes_->solar_kw_per_kwh[slot];
    return city;
}

}  // namespace emissions

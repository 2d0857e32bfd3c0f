#include "emissions/accounting/factors.h"

#include "emissions/measures/whole_city.h"
#include "emissions/reference/country.h"
#include "emissions/reference/tables.h"

namespace emissions {

namespace {
constexpr std::array<std::string_view, city::enum_count<GwpSet>> gwp_names{"ar4", "ar5", "ar6"};
}

city::Result<EmissionFactors> emission_factors(const reference::Library& library,
                                               const std::string& region, int year, GwpSet gwp) {
    const auto country = country_tables_of(region);
    if (!country) return tl::unexpected(country.error());
    const auto& tables = library.tables();
    EmissionFactors factors;
    const std::string_view set = gwp_names[static_cast<std::size_t>(gwp)];
    factors.gwp_ch4 = tables.gwp.value("world", "ch4", set).value_or(0.0);
    factors.gwp_n2o = tables.gwp.value("world", "n2o", set).value_or(0.0);
    const auto missing_fact = [](std::string_view what) {
        return city::fail("reference tables hold no " + std::string(what));
    };

    for (const Pollutant pollutant : city::all_of<Pollutant>()) {
        if (pollutant == Pollutant::co2e) continue;
        for (const Carrier carrier : {Carrier::natural_gas, Carrier::lpg, Carrier::coal,
                                      Carrier::oil, Carrier::district_heat}) {
            const auto value = tables.fuels.value(*country, name_of(carrier), name_of(pollutant));
            if (!value)
                return missing_fact(std::string(name_of(carrier)) + " " +
                                    std::string(name_of(pollutant)));
            factors.kg_per_kwh[carrier][pollutant] = *value;
        }
        // The state's or province's own grid where it is known, else the nation's.
        const std::string national = national_grid(*country);
        auto grid = tables.grid.value_in_year(region, "electricity", name_of(pollutant), year);
        if (!grid)
            grid = tables.grid.value_in_year(national, "electricity", name_of(pollutant), year);
        if (!grid) return missing_fact("grid " + std::string(name_of(pollutant)));
        factors.kg_per_kwh[Carrier::electricity][pollutant] = *grid;
        factors.grid_loss_share =
            tables.grid.value(national, "electricity", "loss_share").value_or(0.0);
    }
    // Air pollutants of power plants fall with the CO2 of scenario years: the same plants stop
    // running.
    const bool own = tables.grid.find(region, "electricity", "co2") != nullptr;
    const std::string place = own ? region : national_grid(*country);
    const double reference_co2 =
        tables.grid.value_in_year(place, "electricity", "co2", 2023).value_or(0.0);
    if (year > 2024 && reference_co2 > 0.0) {
        auto& grid = factors.kg_per_kwh[Carrier::electricity];
        const double ratio = grid[Pollutant::co2] / reference_co2;
        for (const Pollutant pollutant : city::all_of<Pollutant>())
            if (pollutant != Pollutant::co2 && pollutant != Pollutant::co2e)
                grid[pollutant] *= ratio;
    }
    for (const Carrier carrier : {Carrier::petrol, Carrier::diesel})
        factors.kg_per_kwh[carrier][Pollutant::co2] =
            tables.fuels.value(*country, name_of(carrier), "co2").value_or(0.0);
    for (auto& carrier : factors.kg_per_kwh)
        carrier[Pollutant::co2e] = carrier[Pollutant::co2] +
                                   factors.gwp_ch4 * carrier[Pollutant::ch4] +
                                   factors.gwp_n2o * carrier[Pollutant::n2o];
    return factors;
}

EmissionFactors factors_for(const Baseline& baseline, const Scenario& scenario) {
    EmissionFactors factors =
        emission_factors(*baseline.library, baseline.region, scenario.year, scenario.gwp)
            .value_or(EmissionFactors{});
    // The one place where measures change what a kWh brings.
    const double grid = grid_of(baseline, scenario).grid_share,
                 network = network_of(baseline, scenario).heat_network_share;
    for (double& kg : factors.kg_per_kwh[Carrier::electricity]) kg *= grid;
    for (double& kg : factors.kg_per_kwh[Carrier::district_heat]) kg *= network;
    return factors;
}

}  // namespace emissions

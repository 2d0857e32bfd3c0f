#include "emissions/provenance.h"

#include <algorithm>
#include <cstdlib>

#include "emissions/building/archetype.h"
#include "emissions/building/benchmark.h"
#include "emissions/model/demand.h"
#include "emissions/reference/country.h"
#include "emissions/reference/tables.h"

namespace emissions {

namespace {

using reference::Fact;
using reference::Table;

Status status_of(const Fact& fact) {
    return fact.status == "seen"       ? Status::seen
           : fact.status == "recalled" ? Status::recalled
                                       : Status::assumed;
}

// Counts facts and their sources.
class Collector {
  public:
    explicit Collector(std::string_view part) { ground_.part = part; }
    void add(const Fact& fact) {
        ++ground_.facts[status_of(fact)];
        for (auto& [source, rows] : sources_)
            if (source == fact.source) {
                ++rows;
                return;
            }
        sources_.emplace_back(fact.source, 1);
    }
    template <class Wanted>
    Collector& from(const Table& table, Wanted wanted) {
        for (const Fact& fact : table.facts())
            if (wanted(fact)) add(fact);
        return *this;
    }
    void into(std::vector<Ground>& grounds) {
        if (ground_.count() == 0) return;
        std::stable_sort(sources_.begin(), sources_.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        for (auto& [source, rows] : sources_) ground_.sources.push_back(std::move(source));
        grounds.push_back(std::move(ground_));
    }

  private:
    Ground ground_;
    std::vector<std::pair<std::string, std::size_t>> sources_;
};

// The one or two years that a value of `year` is read between.
void add_years(Collector& collector, const Table& table, std::string_view place,
               std::string_view quantity, int year) {
    const Fact *before = nullptr, *after = nullptr;
    const auto year_of = [](const Fact& fact) { return std::atoi(fact.year.c_str()); };
    for (const Fact& fact : table.facts()) {
        if (fact.place != place || fact.subject != "electricity" || fact.quantity != quantity)
            continue;
        if (year_of(fact) <= year && (before == nullptr || year_of(fact) > year_of(*before)))
            before = &fact;
        if (year_of(fact) >= year && (after == nullptr || year_of(fact) < year_of(*after)))
            after = &fact;
    }
    if (before != nullptr) collector.add(*before);
    if (after != nullptr && after != before) collector.add(*after);
}

void energy_grounds(const Baseline& baseline, const city::CityModel& city, std::size_t row,
                    std::vector<Ground>& grounds) {
    const auto& t = baseline.library->tables();
    const std::string use(name_of(city.buildings.use[row])),
        era(era_of(baseline.country, city.buildings.construction_year[row]));
    const auto of_use = [&](const Fact& fact) {
        return fact.place == baseline.country && fact.subject == use;
    };
    if (baseline.method == Method::physics) {
        const std::string subject = use + "; " + era;
        Collector("loads")
            .from(t.archetypes,
                  [&](const Fact& fact) {
                      return fact.place == baseline.country && fact.subject == subject;
                  })
            .into(grounds);
        if (const auto envelope =
                envelope_row_of(city, *baseline.library, city.buildings.use[row], era))
            Collector("envelope")
                .from(t.envelopes,
                      [&](const Fact& fact) {
                          return fact.place == envelope->place && fact.subject == envelope->subject;
                      })
                .into(grounds);
    } else {
        Collector("intensity").from(t.intensities, of_use).into(grounds);
        Collector("era")
            .from(t.eras,
                  [&](const Fact& fact) {
                      return fact.place == baseline.country && fact.subject == era;
                  })
            .into(grounds);
    }
    Collector("systems")
        .from(t.systems, [&](const Fact& fact) { return fact.place == baseline.country; })
        .into(grounds);
}

std::vector<Ground> factor_grounds(const Baseline& baseline, const BuildingResults& results,
                                   std::size_t row, const Scenario& scenario,
                                   std::initializer_list<Pollutant> pollutants) {
    const auto& t = baseline.library->tables();
    std::vector<Ground> grounds;
    const auto bought = [&](Carrier carrier) {
        return row < results.carrier_kwh[carrier].size() &&
               results.carrier_kwh[carrier][row] > 0.0f;
    };
    // Nothing bought, or not known how much: no factor was used.
    const auto carriers = city::all_of<Carrier>();
    if (std::none_of(carriers.begin(), carriers.end(), bought)) return grounds;
    Collector grid("grid"), fuel("fuel"), gwp("gwp");
    for (const Pollutant pollutant : pollutants) {
        const std::string_view name = name_of(pollutant);
        if (bought(Carrier::electricity)) {
            // The region's own grid where it is in the table, else the nation's.
            const bool own = t.grid.find(baseline.region, "electricity", name) != nullptr;
            add_years(grid, t.grid, own ? baseline.region : national_grid(baseline.country), name,
                      scenario.year);
        }
        for (const Carrier carrier : {Carrier::natural_gas, Carrier::lpg, Carrier::coal,
                                      Carrier::oil, Carrier::district_heat})
            if (bought(carrier))
                fuel.from(t.fuels, [&](const Fact& fact) {
                    return fact.place == baseline.country && fact.subject == name_of(carrier) &&
                           fact.quantity == name;
                });
        constexpr const char* sets[] = {"ar4", "ar5", "ar6"};
        if (pollutant == Pollutant::ch4 || pollutant == Pollutant::n2o)
            gwp.from(t.gwp, [&](const Fact& fact) {
                return fact.subject == name &&
                       fact.quantity == sets[static_cast<std::size_t>(scenario.gwp)];
            });
    }
    grid.into(grounds);
    fuel.into(grounds);
    gwp.into(grounds);
    return grounds;
}

}  // namespace

std::string_view name_of(Status status) {
    constexpr std::string_view names[] = {"seen", "recalled", "assumed"};
    return names[static_cast<std::size_t>(status)];
}

Provenance provenance_of(const Baseline& baseline, const city::CityModel& city,
                         const Results& results, std::size_t row, const Scenario& scenario) {
    Provenance found;
    if (baseline.library == nullptr || row >= city.buildings.count()) return found;
    energy_grounds(baseline, city, row, found.energy);
    found.co2e = factor_grounds(baseline, results.buildings, row, scenario,
                                {Pollutant::co2, Pollutant::ch4, Pollutant::n2o});
    found.nox = factor_grounds(baseline, results.buildings, row, scenario, {Pollutant::nox});
    found.pm25 = factor_grounds(baseline, results.buildings, row, scenario, {Pollutant::pm25});
    return found;
}

Status weakest(const std::vector<Ground>& grounds) {
    if (grounds.empty()) return Status::assumed;
    Status worst = Status::seen;
    for (const Ground& ground : grounds)
        for (const Status status : {Status::recalled, Status::assumed})
            if (ground.facts[status] > 0) worst = std::max(worst, status);
    return worst;
}

}  // namespace emissions

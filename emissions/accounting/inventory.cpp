#include "emissions/accounting/inventory.h"

#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include "emissions/accounting/factors.h"
#include "emissions/model/baseline.h"
#include "geo/city/missing.h"

namespace emissions {

namespace {

using city::BuildingUse;

struct Subsector {
    const char* gpc;
    const char* name;
};
constexpr std::array<Subsector, 4> stationary{{{"I.1", "residential_buildings"},
                                               {"I.2", "commercial_and_institutional"},
                                               {"I.3", "manufacturing_and_construction"},
                                               {"I.4", "energy_industries"}}};

std::size_t subsector_of(BuildingUse use) {
    if (is_residential(use)) return 0;
    if (use == BuildingUse::industry) return 2;
    return use == BuildingUse::utility ? 3 : 1;
}

// kWh by carrier of everything that has a result, in double.
using Energy = city::EnumArray<Carrier, double>;

class RowWriter {
  public:
    RowWriter(const EmissionFactors& factors, std::vector<InventoryRow>& rows)
        : factors_(factors), rows_(rows) {}

    void burnt(const std::string& gpc, const char* sector, const char* subsector, Carrier carrier,
               double kwh, const city::EnumArray<Pollutant, double>& kg) {
        energy(gpc + ".1", sector, subsector, carrier, 1, kwh);
        for (const Pollutant p : city::all_of<Pollutant>())
            add({gpc + ".1", sector, subsector, std::string(name_of(carrier)), 1,
                 std::string(name_of(p)), kg[p], "kg"});
    }
    city::EnumArray<Pollutant, double> from_factors(Carrier carrier, double kwh) const {
        city::EnumArray<Pollutant, double> kg{};
        for (const Pollutant p : city::all_of<Pollutant>())
            kg[p] = kwh * factors_.kg_per_kwh[carrier][p];
        return kg;
    }
    // Delivered by a network: scope 2, and for electricity the loss on the way as scope 3.
    void delivered(const std::string& gpc, const char* sector, const char* subsector,
                   Carrier carrier, double kwh) {
        energy(gpc + ".2", sector, subsector, carrier, 2, kwh);
        const auto kg = from_factors(carrier, kwh);
        for (const Pollutant p : city::all_of<Pollutant>())
            add({gpc + ".2", sector, subsector, std::string(name_of(carrier)), 2,
                 std::string(name_of(p)), kg[p], "kg"});
        if (carrier != Carrier::electricity) return;
        const double lost = factors_.grid_loss_share / (1.0 - factors_.grid_loss_share);
        for (const Pollutant p : city::all_of<Pollutant>())
            add({gpc + ".3", sector, subsector, std::string(name_of(carrier)), 3,
                 std::string(name_of(p)), kg[p] * lost, "kg"});
    }

  private:
    void energy(const std::string& gpc, const char* sector, const char* subsector, Carrier carrier,
                int scope, double kwh) {
        add({gpc, sector, subsector, std::string(name_of(carrier)), scope, "final_energy", kwh,
             "kWh"});
    }
    void add(InventoryRow row) { rows_.push_back(std::move(row)); }

    const EmissionFactors& factors_;
    std::vector<InventoryRow>& rows_;
};

void add_totals(std::vector<InventoryRow>& rows) {
    std::vector<std::pair<std::string, std::string>> order;
    std::map<std::string, std::pair<double, std::string>> sums;
    for (const InventoryRow& row : rows) {
        if (sums.find(row.quantity) == sums.end()) order.emplace_back(row.quantity, row.unit);
        sums[row.quantity].first += row.value;
    }
    for (const auto& [quantity, unit] : order)
        rows.push_back({"total", "total", "total", "all", 0, quantity, sums[quantity].first, unit});
}

}  // namespace

Inventory inventory_of(const Baseline& baseline, const Scenario& scenario, const Results& results) {
    Inventory inventory;
    const EmissionFactors factors = factors_for(baseline, scenario);
    RowWriter write(factors, inventory.rows);

    std::array<Energy, stationary.size()> energy{};
    const BuildingResults& b = results.buildings;
    for (std::size_t i = 0; i < b.count(); ++i) {
        if (city::is_missing(b.carrier_kwh[Carrier::electricity][i]) ||
            city::is_missing(b.carrier_kwh[baseline.fuel][i])) {
            ++inventory.buildings_without_result;
            continue;
        }
        Energy& sum = energy[subsector_of(baseline.traits.use[i])];
        for (const Carrier carrier : city::all_of<Carrier>())
            sum[carrier] += static_cast<double>(b.carrier_kwh[carrier][i]);
    }
    for (std::size_t s = 0; s < stationary.size(); ++s)
        for (const Carrier carrier : city::all_of<Carrier>()) {
            const double kwh = energy[s][carrier];
            if (kwh == 0.0) continue;
            if (carrier == Carrier::electricity || carrier == Carrier::district_heat)
                write.delivered(stationary[s].gpc, "stationary_energy", stationary[s].name, carrier,
                                kwh);
            else
                write.burnt(stationary[s].gpc, "stationary_energy", stationary[s].name, carrier,
                            kwh, write.from_factors(carrier, kwh));
        }

    // On-road: exhaust and wear come from the segments, not from a factor per kWh.
    Energy road_kwh{};
    city::EnumArray<Pollutant, double> road_kg{};
    for (std::size_t i = 0; i < results.roads.count(); ++i) {
        if (city::is_missing(results.roads.vehicle_km[i])) {
            ++inventory.roads_without_result;
            continue;
        }
        for (const Carrier carrier : city::all_of<Carrier>())
            road_kwh[carrier] += static_cast<double>(results.roads.carrier_kwh[carrier][i]);
        for (const Pollutant p : city::all_of<Pollutant>())
            road_kg[p] += static_cast<double>(results.roads.emitted_kg[p][i]);
    }
    if (results.roads.count() > 0) {
        city::EnumArray<Pollutant, double> exhaust_kg{};
        for (const Pollutant p : city::all_of<Pollutant>())
            exhaust_kg[p] =
                road_kg[p] - road_kwh[Carrier::electricity] * factors.delivered_kg_per_kwh(p);
        // Split over petrol and diesel by the CO2 each one gives.
        const double petrol_co2 =
            road_kwh[Carrier::petrol] * factors.kg_per_kwh[Carrier::petrol][Pollutant::co2];
        const double diesel_co2 =
            road_kwh[Carrier::diesel] * factors.kg_per_kwh[Carrier::diesel][Pollutant::co2];
        const double petrol_share =
            petrol_co2 + diesel_co2 > 0.0 ? petrol_co2 / (petrol_co2 + diesel_co2) : 1.0;
        for (const auto& [carrier, share] : {std::pair(Carrier::petrol, petrol_share),
                                             std::pair(Carrier::diesel, 1.0 - petrol_share)}) {
            city::EnumArray<Pollutant, double> kg = exhaust_kg;
            for (double& value : kg) value *= share;
            write.burnt("II.1", "transportation", "on_road", carrier, road_kwh[carrier], kg);
        }
        write.delivered("II.1", "transportation", "on_road", Carrier::electricity,
                        road_kwh[Carrier::electricity]);
    }
    add_totals(inventory.rows);
    return inventory;
}

}  // namespace emissions

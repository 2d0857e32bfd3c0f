#pragma once

#include <string>
#include <vector>

#include "emissions/model/baseline.h"
#include "emissions/model/results.h"
#include "emissions/model/scenario.h"

namespace emissions {

/// One line of the GPC table (Global Protocol for Community-Scale GHG Inventories).
struct InventoryRow {
    std::string gpc_ref;  ///< "I.1.1", "II.1.1"...
    std::string sector;   ///< "stationary_energy", "transportation", "total"
    std::string
        subsector;        ///< "residential_buildings", "commercial_and_institutional"..., "on_road"
    std::string carrier;  ///< "electricity"..., "all" in totals
    int scope = 0;        ///< 1, 2, 3; 0 = all scopes (totals)
    std::string quantity;  ///< final_energy, co2, ch4, n2o, co2e, nox, so2, pm25, pm10, co, voc
    double value = 0.0;
    std::string unit;  ///< "kWh" or "kg", a year
};

struct Inventory {
    std::vector<InventoryRow> rows;
    std::size_t buildings_without_result = 0;  ///< left out of the sums, said beside every total
    std::size_t roads_without_result = 0;
};

/// GPC table of `results`; its sums are the sums of the columns.
Inventory inventory_of(const Baseline& baseline, const Scenario& scenario, const Results& results);

}  // namespace emissions

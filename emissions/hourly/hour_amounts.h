#pragma once

#include <span>

#include "emissions/model/baseline.h"
#include "emissions/model/load_shapes.h"
#include "emissions/model/results.h"
#include "emissions/model/scenario.h"

namespace emissions {

/// What is being watched: how much of it one kWh of an end use brings, by what serves it.
/// Electricity in kW: 1 for electricity and 0 for the rest; CO2e in kg/h: the carriers' factors.
struct AmountPerKwh {
    struct ByCarrier {
        float electricity = 0, fuel = 0, district_heat = 0;
    };
    city::EnumArray<EndUse, ByCarrier> of{};
    float solar_for_own_use = 0;  ///< per kWh of the roof that is taken off the bill
    float solar = 0;              ///< per kWh of the roof

    void everywhere(ByCarrier one) { of.fill(one); }
};
AmountPerKwh kw_of_carrier(const Baseline& baseline, Carrier carrier);
AmountPerKwh kw_of_end_use(EndUse use);
AmountPerKwh kw_of_all();  ///< final energy, what the roof makes taken off
AmountPerKwh kw_of_solar();
AmountPerKwh kg_of(const Baseline& baseline, const Scenario& scenario, Pollutant pollutant);

/// A year's amount by building and end use, final. Columns that hold nothing are empty. `solar` has
/// the sign it counts with. The sum over all is the column of BuildingResults. Unknown buildings
/// are city::missing throughout.
struct BuildingAmounts {
    std::size_t count = 0;
    city::EnumArray<EndUse, Column> of;
    Column solar;
};
BuildingAmounts building_amounts(const Baseline& baseline, const Scenario& scenario,
                                 const AmountPerKwh& per_kwh);

/// The same hour by hour, for one layer under one scenario: kW or kg/h. Made off the UI thread; one
/// hour of 100 000 buildings then costs a fraction of a millisecond. Refers to `shapes`.
class HourlyAmounts {
  public:
    HourlyAmounts() = default;
    HourlyAmounts(const LoadShapes& shapes, BuildingAmounts amounts);

    std::size_t count() const { return amounts_.count; }
    float at(std::size_t slot, std::size_t building) const;
    /// One value per building. Parallel.
    void at(std::size_t slot, std::span<float> values) const;
    /// The city: one value per end use and slot, solar last. Unknown buildings are left out.
    /// Parallel.
    struct City {
        city::EnumArray<EndUse, SlotValues> of{};
        SlotValues solar{};
        float total(std::size_t slot) const;
    };
    City city() const;
    /// Divides every building's amounts, to show them per m2. Missing where the divisor is not
    /// above zero.
    void divide_by(std::span<const float> divisor);

  private:
    const LoadShapes* shapes_ = nullptr;
    BuildingAmounts amounts_;  ///< worth of one squared code of each building's row
};

}  // namespace emissions

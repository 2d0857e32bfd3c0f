#pragma once

#include <span>
#include <vector>

#include "emissions/hourly/hour_amounts.h"
#include "emissions/model/baseline.h"
#include "geo/city/city_model.h"
#include "study/hour_amount.h"
#include "viewer/layers/layer_choice.h"

namespace viewer {

/// One quantity of all buildings and roads of a city under one scenario, hour by hour: kW or kg/h a
/// building, the same per metre of a road, traffic in veh/h. Refers to the baseline.
class HourRows {
  public:
    HourRows() = default;
    HourRows(const city::Roads& roads, const emissions::Baseline& baseline,
             emissions::BuildingAmounts buildings, study::RoadDays days, Quantity quantity);
    /// Buildings per m2.
    void divide_by(std::span<const float> floor_m2) { buildings_.divide_by(floor_m2); }

    std::size_t buildings() const { return buildings_.count(); }
    std::size_t roads() const { return days_.light.size(); }
    /// city::missing where there is no such row.
    float building_at(std::size_t slot, std::size_t row) const;
    float road_at(std::size_t slot, std::size_t row) const;
    /// One value per row.
    void buildings_at(std::size_t slot, std::vector<float>& values) const;  ///< parallel
    void roads_at(std::size_t slot, std::vector<float>& values) const;

  private:
    emissions::HourlyAmounts buildings_;
    study::RoadDays days_;  ///< per metre
    const emissions::TrafficShapes* hours_ = nullptr;
};

}  // namespace viewer

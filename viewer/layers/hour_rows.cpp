#include "viewer/layers/hour_rows.h"

namespace viewer {

HourRows::HourRows(const city::Roads& roads, const emissions::Baseline& baseline,
                   emissions::BuildingAmounts buildings, study::RoadDays days, Quantity quantity)
    : buildings_(baseline.shapes, std::move(buildings)),
      days_(std::move(days)),
      hours_(&baseline.traffic_hours) {
    if (quantity == Quantity::traffic) return;
    for (std::vector<float>* day : {&days_.light, &days_.heavy})
        for (std::size_t i = 0; i < day->size(); ++i)
            (*day)[i] = roads.length_m[i] > 0.0f ? (*day)[i] / roads.length_m[i] : city::missing;
}

float HourRows::building_at(std::size_t slot, std::size_t row) const {
    return row < buildings() ? buildings_.at(slot, row) : city::missing;
}

float HourRows::road_at(std::size_t slot, std::size_t row) const {
    return row < roads() ? days_.light[row] * hours_->light_per_daily[slot] +
                               days_.heavy[row] * hours_->heavy_per_daily[slot]
                         : city::missing;
}

void HourRows::buildings_at(std::size_t slot, std::vector<float>& values) const {
    values.resize(buildings());
    buildings_.at(slot, values);
}

void HourRows::roads_at(std::size_t slot, std::vector<float>& values) const {
    values.resize(roads());
    const float light = hours_->light_per_daily[slot], heavy = hours_->heavy_per_daily[slot];
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = days_.light[i] * light + days_.heavy[i] * heavy;
}

}  // namespace viewer

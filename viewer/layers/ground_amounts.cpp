#include "viewer/layers/ground_amounts.h"

#include "geo/city/chunks.h"
#include "geo/city/units.h"

namespace viewer {

namespace {

void subtract_column(std::vector<float>& from, const std::vector<float>& what) {
    for (std::size_t i = 0; i < what.size(); ++i) from[i] -= what[i];
}

// From values per metre of road; traffic comes as vehicles and becomes vehicle-km.
void over_length(std::vector<float>& per_m, const city::Roads& roads, Quantity quantity) {
    const float per_value =
        quantity == Quantity::traffic ? static_cast<float>(city::km_per_m) : 1.0f;
    for (std::size_t i = 0; i < per_m.size(); ++i) {
        const float length_m = roads.length_m[i];
        // Paths and rails carry no motor traffic: nothing, not "unknown".
        per_m[i] = length_m > 0.0f && carries_motor_traffic(roads.road_class[i])
                       ? per_m[i] * length_m * per_value
                       : 0.0f;
    }
}

void mix(std::vector<float>& from, const std::vector<float>& to, float share) {
    city::in_chunks(from.size(), [&](std::size_t first, std::size_t rows) {
        for (std::size_t i = first; i < first + rows; ++i) from[i] += (to[i] - from[i]) * share;
    });
}

}  // namespace

void GroundAmounts::subtract(const GroundAmounts& what) {
    subtract_column(buildings, what.buildings);
    subtract_column(roads, what.roads);
}

GroundAmounts year_amounts(const city::CityModel& city, const emissions::Results& results,
                           Quantity quantity) {
    GroundAmounts amounts;
    if (on_buildings(quantity))
        building_values(city, results, quantity, Per::total, amounts.buildings);
    if (!on_roads(quantity)) return amounts;
    road_values(city, results, quantity, amounts.roads);
    over_length(amounts.roads, city.roads, quantity);
    return amounts;
}

GroundAmounts hour_amounts(const HourLayer& hours, std::size_t city, const SlotMix& moment,
                           bool for_scale) {
    const Quantity quantity = hours.layer().quantity;
    GroundAmounts amounts;
    std::vector<float> next;
    const auto between = [&](auto at, std::vector<float>& values) {
        at(moment.from, values);
        if (moment.share == 0.0f) return;
        at(moment.to, next);
        mix(values, next, moment.share);
    };
    const HourRows& rows = for_scale ? hours.rows_of_scale(city) : hours.rows(city);
    if (on_buildings(quantity))
        between(
            [&](std::size_t slot, std::vector<float>& values) { rows.buildings_at(slot, values); },
            amounts.buildings);
    if (!on_roads(quantity)) return amounts;
    between([&](std::size_t slot, std::vector<float>& values) { rows.roads_at(slot, values); },
            amounts.roads);
    over_length(amounts.roads, hours.city(city).roads, quantity);
    return amounts;
}

}  // namespace viewer

#include "viewer/layers/hour_layer.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "emissions/model/baseline.h"
#include "study/hour_amount.h"

namespace viewer {

namespace {

using emissions::BuildingAmounts;
using emissions::EndUse;
using emissions::slot_count;

constexpr std::size_t sampled_rows = 400;  // x 576 slots say enough about percentiles

void subtract(std::vector<float>& from, const std::vector<float>& what) {
    if (what.empty()) return;
    if (from.empty()) from.assign(what.size(), 0.0f);
    for (std::size_t i = 0; i < from.size(); ++i) from[i] -= what[i];
}

BuildingAmounts difference(BuildingAmounts now, const BuildingAmounts& today) {
    for (const EndUse use : city::all_of<EndUse>()) subtract(now.of[use], today.of[use]);
    subtract(now.solar, today.solar);
    return now;
}

}  // namespace

HourLayer::HourLayer(const Cities& cities, const LayerChoice& layer,
                     const emissions::Scenario& scenario, bool dark)
    : layer_(layer) {
    std::array<std::vector<float>, city_slots> building_samples, road_samples;
    std::vector<std::span<const float>> for_buildings, for_roads;
    float top_per_m2 = 0;
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!cities[c] || !cities[c]->baseline) continue;
        cities_[c].data = cities[c];
        make_city(cities_[c], scenario, building_samples[c], road_samples[c]);
        for_buildings.emplace_back(building_samples[c]);
        for_roads.emplace_back(road_samples[c]);
        top_per_m2 = std::max(top_per_m2, cities_[c].curve_top);
    }
    if (per() == Per::m2 && layer_.quantity != Quantity::traffic)
        for (City& city : cities_) city.curve_top = top_per_m2;
    const auto palette = layer_.compare == Compare::difference ? render::Palette::difference
                         : dark                                ? render::Palette::amount_on_dark
                                                               : render::Palette::amount;
    building_scale_ = render::ColorScale::from_values(for_buildings, palette, layer_.spacing);
    road_scale_ = render::ColorScale::from_values(for_roads, palette, layer_.spacing);
}

void HourLayer::make_city(City& city, const emissions::Scenario& scenario,
                          std::vector<float>& building_sample,
                          std::vector<float>& road_sample) const {
    const LoadedSlot& slot = *city.data;
    city.baseline = slot.baseline;
    const emissions::Baseline& baseline = *city.baseline;
    const Quantity quantity = layer_.quantity;
    const emissions::Scenario as_is;
    const bool before = layer_.compare == Compare::before,
               between = layer_.compare == Compare::difference;
    const auto& floor_m2 = slot.loaded.city.buildings.floor_area_m2;
    const float per_floor = per() == Per::m2 && slot.floor_area_m2 > 0
                                ? static_cast<float>(1.0 / slot.floor_area_m2)
                                : 1.0f;

    BuildingAmounts today = building_amounts(baseline, as_is,
                                             amount_per_kwh(baseline, as_is, quantity)),
                    now = before ? today
                                 : building_amounts(baseline, scenario,
                                                    amount_per_kwh(baseline, scenario, quantity));
    study::RoadDays roads_today = road_days(baseline, as_is, quantity),
                    roads_now = before ? roads_today : road_days(baseline, scenario, quantity);
    // The curve shows the whole of what is; a difference is read between its two lines.
    city.curve.buildings = emissions::HourlyAmounts(baseline.shapes, now).city();
    city.curve.roads = city_roads(slot.loaded.city, baseline, roads_now, quantity);
    const auto city_today = emissions::HourlyAmounts(baseline.shapes, today).city();
    city.curve.today = city_roads(slot.loaded.city, baseline, roads_today, quantity);
    for (std::size_t s = 0; s < slot_count; ++s) {
        city.curve.today[s] = (city.curve.today[s] + city_today.total(s)) *
                              (quantity == Quantity::traffic ? 1.0f : per_floor);
        if (quantity != Quantity::traffic) {
            for (emissions::SlotValues& one : city.curve.buildings.of) one[s] *= per_floor;
            city.curve.buildings.solar[s] *= per_floor;
            city.curve.roads[s] *= per_floor;
        }
    }
    city.curve_top = study::highest_hour(city.curve);

    const auto rows_of = [&](BuildingAmounts amounts, study::RoadDays days) {
        HourRows rows(slot.loaded.city.roads, baseline, std::move(amounts), std::move(days),
                      quantity);
        if (per() == Per::m2) rows.divide_by(floor_m2);
        return rows;
    };
    if (between) {
        now = difference(std::move(now), today);
        subtract(roads_now.light, roads_today.light);
        subtract(roads_now.heavy, roads_today.heavy);
    }
    city.rows = rows_of(std::move(now), std::move(roads_now));
    if (scale_is_of_today() && !before)
        city.rows_of_scale = rows_of(std::move(today), std::move(roads_today));
    const HourRows& for_scale = city.rows_of_scale ? *city.rows_of_scale : city.rows;
    if (on_buildings(quantity))
        for (std::size_t i = 0; i < for_scale.buildings();
             i += std::max<std::size_t>(1, for_scale.buildings() / sampled_rows))
            for (std::size_t s = 0; s < slot_count; ++s)
                building_sample.push_back(for_scale.building_at(s, i));
    for (std::size_t i = 0; i < for_scale.roads();
         i += std::max<std::size_t>(1, for_scale.roads() / sampled_rows)) {
        if (!carries_motor_traffic(slot.loaded.city.roads.road_class[i])) continue;
        // Months do not differ for traffic: one weekday and one weekend day say all.
        for (std::size_t s = 0; s < 48; ++s) road_sample.push_back(for_scale.road_at(s, i));
    }
    if (layer_.shown == ShownAs::buildings) city.rows_of_scale.reset();
}

bool HourLayer::has_scale_of(const HourLayer& other) const {
    if (this == &other) return true;
    if (!scale_is_of_today() || layer_ != other.layer_) return false;
    for (std::size_t c = 0; c < city_slots; ++c)
        if (cities_[c].data != other.cities_[c].data ||
            cities_[c].baseline != other.cities_[c].baseline)
            return false;
    return true;
}

}  // namespace viewer

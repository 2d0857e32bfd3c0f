#include "viewer/hour_layer.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "emissions/baseline.h"
#include "viewer/hour_amount.h"

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

HourLayer::HourLayer(const Cities& cities, const LayerChoice& layer, const emissions::Scenario& scenario, bool dark) : layer_(layer) {
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
    if (layer_.per == Per::m2 && layer_.quantity != Quantity::traffic)
        for (City& city : cities_) city.curve_top = top_per_m2;
    const auto palette = layer_.compare == Compare::difference ? render::Palette::difference : dark ? render::Palette::amount_on_dark : render::Palette::amount;
    building_scale_ = render::ColorScale::from_values(for_buildings, palette, layer_.spacing);
    road_scale_ = render::ColorScale::from_values(for_roads, palette, layer_.spacing);
}

void HourLayer::make_city(City& city, const emissions::Scenario& scenario, std::vector<float>& building_sample, std::vector<float>& road_sample) const {
    const LoadedSlot& slot = *city.data;
    const emissions::Baseline& baseline = *slot.baseline;
    const Quantity quantity = layer_.quantity;
    const emissions::Scenario as_is;
    const bool before = layer_.compare == Compare::before, between = layer_.compare == Compare::difference;
    const auto& floor_m2 = slot.loaded.city.buildings.floor_area_m2;
    const float per_floor = layer_.per == Per::m2 && slot.floor_area_m2 > 0 ? static_cast<float>(1.0 / slot.floor_area_m2) : 1.0f;

    BuildingAmounts today = building_amounts(baseline, as_is, amount_per_kwh(baseline, as_is, quantity)), now = before ? today : building_amounts(baseline, scenario, amount_per_kwh(baseline, scenario, quantity));
    const RoadDays roads_today = road_days(baseline, as_is, quantity), roads_now = before ? roads_today : road_days(baseline, scenario, quantity);
    // The curve shows the whole of what is; a difference is read between its two lines.
    city.curve.buildings = emissions::HourlyAmounts(baseline.shapes, now).city();
    city.curve.roads = city_roads(slot.loaded.city, baseline, roads_now, quantity);
    const auto city_today = emissions::HourlyAmounts(baseline.shapes, today).city();
    city.curve.today = city_roads(slot.loaded.city, baseline, roads_today, quantity);
    for (std::size_t s = 0; s < slot_count; ++s) {
        city.curve.today[s] = (city.curve.today[s] + city_today.total(s)) * (quantity == Quantity::traffic ? 1.0f : per_floor);
        if (quantity != Quantity::traffic) {
            for (emissions::SlotValues& one : city.curve.buildings.of) one[s] *= per_floor;
            city.curve.buildings.solar[s] *= per_floor;
            city.curve.roads[s] *= per_floor;
        }
        // What the roof takes off lies below the stack's top: the uses alone make its height.
        float uses = city.curve.roads[s] + std::max(0.0f, city.curve.buildings.solar[s]);
        for (const emissions::SlotValues& one : city.curve.buildings.of) uses += one[s];
        city.curve_top = std::max({city.curve_top, uses, city.curve.today[s]});
    }

    const bool scale_of_today = layer_.compare == Compare::after && quantity != Quantity::pv;
    emissions::HourlyAmounts for_scale(baseline.shapes, scale_of_today ? today : between ? difference(now, today) : now);
    if (between) now = difference(std::move(now), today);
    city.buildings = emissions::HourlyAmounts(baseline.shapes, std::move(now));
    if (layer_.per == Per::m2) {
        city.buildings.divide_by(floor_m2);
        for_scale.divide_by(floor_m2);
    }
    if (on_buildings(quantity))
        for (std::size_t i = 0; i < for_scale.count(); i += std::max<std::size_t>(1, for_scale.count() / sampled_rows))
            for (std::size_t s = 0; s < slot_count; ++s) building_sample.push_back(for_scale.at(s, i));

    const auto& length_m = slot.loaded.city.roads.length_m;
    const auto per_length = [&](const std::vector<float>& day, std::size_t i) { return quantity == Quantity::traffic ? day[i] : length_m[i] > 0.0f ? day[i] / length_m[i] : city::missing; };
    const std::size_t roads = roads_now.light.size(), step = std::max<std::size_t>(1, roads / sampled_rows);
    city.road_light.resize(roads);
    city.road_heavy.resize(roads);
    const emissions::TrafficShapes& hours = baseline.traffic_hours;
    for (std::size_t i = 0; i < roads; ++i) {
        const float light_today = per_length(roads_today.light, i), heavy_today = per_length(roads_today.heavy, i);
        city.road_light[i] = per_length(roads_now.light, i) - (between ? light_today : 0.0f);
        city.road_heavy[i] = per_length(roads_now.heavy, i) - (between ? heavy_today : 0.0f);
        if (i % step != 0 || !carries_motor_traffic(slot.loaded.city.roads.road_class[i])) continue;
        // Months do not differ for traffic: one weekday and one weekend day say all.
        for (std::size_t s = 0; s < 48; ++s) {
            const float light = scale_of_today ? light_today : city.road_light[i], heavy = scale_of_today ? heavy_today : city.road_heavy[i];
            road_sample.push_back(light * hours.light_per_daily[s] + heavy * hours.heavy_per_daily[s]);
        }
    }
}

void HourLayer::buildings_at(std::size_t city, std::size_t slot, std::vector<float>& values) const {
    values.resize(cities_[city].buildings.count());
    cities_[city].buildings.at(slot, values);
}

float HourLayer::building_at(std::size_t city, std::size_t slot, std::size_t row) const { return row < cities_[city].buildings.count() ? cities_[city].buildings.at(slot, row) : city::missing; }

void HourLayer::roads_at(std::size_t city, std::size_t slot, std::vector<float>& values) const {
    const City& one = cities_[city];
    const emissions::TrafficShapes& hours = one.data->baseline->traffic_hours;
    const float light = hours.light_per_daily[slot], heavy = hours.heavy_per_daily[slot];
    values.resize(one.road_light.size());
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = one.road_light[i] * light + one.road_heavy[i] * heavy;
}

float HourLayer::road_at(std::size_t city, std::size_t slot, std::size_t row) const {
    const City& one = cities_[city];
    if (row >= one.road_light.size()) return city::missing;
    const emissions::TrafficShapes& hours = one.data->baseline->traffic_hours;
    return one.road_light[row] * hours.light_per_daily[slot] + one.road_heavy[row] * hours.heavy_per_daily[slot];
}

}  // namespace viewer

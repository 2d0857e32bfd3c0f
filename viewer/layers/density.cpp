#include "viewer/layers/density.h"

#include <algorithm>
#include <cmath>

#include "geo/grid/kernel.h"
#include "text/number_text.h"

namespace viewer {

std::string_view name_of(ShownAs shown) {
    constexpr std::array<std::string_view, 3> names{"buildings", "field", "columns"};
    return names[static_cast<std::size_t>(shown)];
}

namespace {

// A quarter of the bandwidth is fine enough that the raster cannot be seen.
constexpr float field_cells_per_bandwidth = 4.0f;
// A place is unknown when nearly nothing known is near and something unknown is.
constexpr float least_known_share = 0.05f;
// A scale of the hours is made from some of them: 24 of the year's 576, each at another time of day
// and all months and both kinds of day among them.
constexpr std::size_t slots_between_scaled = 25;

grid::CellSums sums_of(const CityDensity& density, const GroundAmounts& amounts) {
    grid::CellSums sums;
    for (auto* column : {&sums.amount, &sums.known, &sums.unknown})
        column->assign(density.grid.count(), 0.0f);
    if (density.buildings && !amounts.buildings.empty())
        grid::add_to_cells(*density.buildings, amounts.buildings, sums);
    if (density.roads && !amounts.roads.empty())
        grid::add_to_cells(*density.roads, amounts.roads, sums);
    return sums;
}

std::vector<float> per_ha_of(const grid::CellSums& sums, const grid::GroundGrid& grid,
                             ShownAs shown, float bandwidth_m) {
    const auto ha_per_cell = static_cast<float>(grid.cell_ha());
    std::vector<float> per_ha;
    if (shown == ShownAs::field) {
        per_ha = grid::smoothed(sums.amount, grid, bandwidth_m);
        if (std::any_of(sums.unknown.begin(), sums.unknown.end(),
                        [](float rows) { return rows > 0.0f; })) {
            const auto known = grid::smoothed(sums.known, grid, bandwidth_m),
                       unknown = grid::smoothed(sums.unknown, grid, bandwidth_m);
            const float noticed = 0.02f * *std::max_element(unknown.begin(), unknown.end());
            for (std::size_t c = 0; c < per_ha.size(); ++c)
                if (unknown[c] > noticed && known[c] < least_known_share * (known[c] + unknown[c]))
                    per_ha[c] = city::missing;
        }
    } else {
        per_ha = sums.amount;
        for (std::size_t c = 0; c < per_ha.size(); ++c)
            if (sums.is_unknown(c)) per_ha[c] = city::missing;
    }
    for (float& value : per_ha) value /= ha_per_cell;
    return per_ha;
}

// The scale is that of places where something stands: the tails of the kernel would fill it with
// nearly nothing.
std::vector<float> where_built(const std::vector<float>& per_ha, const grid::CellSums& sums) {
    std::vector<float> values;
    for (std::size_t c = 0; c < per_ha.size(); ++c)
        if (!sums.is_empty(c)) values.push_back(per_ha[c]);
    return values;
}

float home_extent_m(const LoadedSlot& slot) {
    const glm::vec2 size = slot.mesh.home_high - slot.mesh.home_low;
    return std::max(size.x, size.y);
}

// The grid, and what of each building and road lies in which of its cells; from `before` where
// nothing of that changed.
std::shared_ptr<CityDensity> empty_density(const std::shared_ptr<LoadedSlot>& slot,
                                           const LayerChoice& layer, const Density& whole,
                                           const std::shared_ptr<const CityDensity>& before) {
    const city::CityModel& city = slot->loaded.city;
    auto density = std::make_shared<CityDensity>();
    density->of = slot;
    density->shown = layer.shown;
    density->grid = layer.shown == ShownAs::field
                        ? grid::grid_over(city, whole.bandwidth_m / field_cells_per_bandwidth,
                                          grid::kernel_reach * whole.bandwidth_m)
                        : grid::grid_over(city, whole.cell_m);
    if (before && before->of == slot && before->grid == density->grid) {
        density->buildings = before->buildings;
        density->roads = before->roads;
    }
    if (on_buildings(layer.quantity) && !density->buildings)
        density->buildings = std::make_shared<const grid::CellShares>(
            grid::shares_of_footprints(city.buildings.footprints, city.frame, density->grid));
    if (on_roads(layer.quantity) && !density->roads) {
        std::vector<std::uint8_t> counted(city.roads.count());
        for (std::size_t i = 0; i < counted.size(); ++i)
            counted[i] = carries_motor_traffic(city.roads.road_class[i]) ? 1 : 0;
        density->roads = std::make_shared<const grid::CellShares>(
            grid::shares_of_lines(city.roads.lines, city.frame, density->grid, counted));
    }
    return density;
}

GroundAmounts shown_of_year(const DensityInput& input, const LayerChoice& layer) {
    const auto today = [&] {
        return year_amounts(input.slot->loaded.city, input.slot->today, layer.quantity);
    };
    GroundAmounts shown =
        layer.compare == Compare::before || layer.compare == Compare::methods ? today() : input.now;
    if (layer.compare == Compare::difference) shown.subtract(today());
    if (layer.compare == Compare::methods) {
        shown.subtract(
            {year_amounts(input.slot->loaded.city, input.slot->by_benchmark(), layer.quantity)
                 .buildings,
             {}});
        shown.roads.clear();  // the methods differ in buildings only
    }
    return shown;
}

}  // namespace

std::array<DensityInput, city_slots> density_inputs(const LayerChoice& layer,
                                                    const std::array<CitySlot, city_slots>& slots,
                                                    const DensityMoment& moment) {
    std::array<DensityInput, city_slots> inputs;
    if (layer.shown == ShownAs::buildings) return inputs;
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!slots[c].data) continue;
        inputs[c].slot = slots[c].data;
        if (moment.hours || layer.compare == Compare::before || layer.compare == Compare::methods)
            continue;  // at hand, or of today, which is constant
        inputs[c].now =
            year_amounts(slots[c].data->loaded.city, slots[c].data->now, layer.quantity);
    }
    return inputs;
}

Density density_of(const std::array<DensityInput, city_slots>& inputs, const LayerChoice& layer,
                   render::Palette palette, const Density* previous, const DensityMoment& moment) {
    Density result;
    result.layer = layer;
    result.moment = moment;
    float extent_m = 0.0f;
    for (const DensityInput& input : inputs)
        if (input.slot) extent_m = std::max(extent_m, home_extent_m(*input.slot));
    result.cell_m = layer.cell_m > 0.0f ? layer.cell_m : grid::cell_for_extent_m(extent_m);
    result.bandwidth_m =
        layer.bandwidth_m > 0.0f ? layer.bandwidth_m : grid::bandwidth_for_extent_m(extent_m);
    // While hours pass one colour means one amount.
    const bool scale_stays = moment.hours && previous != nullptr && previous->moment.hours &&
                             moment.hours->has_scale_of(*previous->moment.hours) &&
                             previous->scale.palette() == palette;
    std::array<std::vector<float>, city_slots> for_scale;
    std::vector<std::span<const float>> columns;
    for (std::size_t c = 0; c < city_slots; ++c) {
        const DensityInput& input = inputs[c];
        if (!input.slot || (moment.hours && !moment.hours->is_of(c, input.slot.get()))) continue;
        const auto density = empty_density(input.slot, layer, result,
                                           previous != nullptr ? previous->cities[c] : nullptr);
        const GroundAmounts shown =
            moment.hours ? hour_amounts(*moment.hours, c, moment.at) : shown_of_year(input, layer);
        density->hourly = moment.hours != nullptr;
        density->sums = sums_of(*density, shown);
        density->per_ha = per_ha_of(density->sums, density->grid, layer.shown, result.bandwidth_m);
        for (const auto* values : {&shown.buildings, &shown.roads})
            for (const float value : *values)
                density->unknown_rows += city::is_missing(value) ? 1 : 0;
        const auto scaled_by = [&](const GroundAmounts& amounts) {
            const grid::CellSums sums = sums_of(*density, amounts);
            const std::vector<float> values =
                where_built(per_ha_of(sums, density->grid, layer.shown, result.bandwidth_m), sums);
            for_scale[c].insert(for_scale[c].end(), values.begin(), values.end());
        };
        if (moment.hours) {
            for (std::size_t slot = 0; slot < emissions::slot_count && !scale_stays;
                 slot += slots_between_scaled)
                scaled_by(hour_amounts(*moment.hours, c, {slot, slot, 0.0f}, true));
        } else if (layer.compare != Compare::after || layer.quantity == Quantity::pv) {
            for_scale[c] = where_built(
                density->per_ha,
                density->sums);  // solar of today is nothing: a scale of it would be empty
        } else {
            scaled_by(year_amounts(input.slot->loaded.city, input.slot->today, layer.quantity));
        }
        columns.emplace_back(for_scale[c]);
        result.cities[c] = density;
    }
    result.scale = scale_stays ? previous->scale
                               : render::ColorScale::from_values(columns, palette, layer.spacing);
    return result;
}

std::string amount_text(Quantity quantity, double value, bool hourly) {
    if (quantity == Quantity::traffic)
        return text::plain_text(value) + (!std::isfinite(value) ? ""
                                          : hourly              ? " veh-km/h"
                                                                : " veh-km/d");
    return hourly ? hour_text(quantity, Per::total, value)
                  : quantity_text(quantity, Per::total, value);
}

std::string per_ha_text(Quantity quantity, double value, bool hourly) {
    if (!std::isfinite(value)) return amount_text(quantity, value, hourly);
    if (!hourly) return amount_text(quantity, value) + "/ha";
    if (quantity == Quantity::traffic) return text::plain_text(value) + " veh-km/(ha h)";
    return unit_of(quantity)[1] == 'g' ? text::mass_text(value) + "/(ha h)"
                                       : text::power_text(value) + "/ha";
}

}  // namespace viewer

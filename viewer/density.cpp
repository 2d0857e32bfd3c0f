#include "viewer/density.h"

#include <algorithm>
#include <cmath>

#include "geo/city/units.h"
#include "geo/grid/kernel.h"
#include "viewer/number_text.h"

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

struct Amounts {
    std::vector<float> buildings, roads;
};

// What adds up over ground: amounts of a year; traffic as vehicle-km a day.
Amounts amounts_of(const city::CityModel& city, const emissions::Results& results, Quantity quantity) {
    Amounts amounts;
    if (on_buildings(quantity)) building_values(city, results, quantity, Per::total, amounts.buildings);
    if (!on_roads(quantity)) return amounts;
    road_values(city, results, quantity, amounts.roads);
    const float per_m = quantity == Quantity::traffic ? static_cast<float>(city::km_per_m) : 1.0f;
    for (std::size_t i = 0; i < amounts.roads.size(); ++i) {
        const float length_m = city.roads.length_m[i];
        // Paths and rails carry no motor traffic: nothing, not "unknown".
        amounts.roads[i] = length_m > 0.0f && carries_motor_traffic(city.roads.road_class[i]) ? amounts.roads[i] * length_m * per_m : 0.0f;
    }
    return amounts;
}

void subtract(std::vector<float>& from, const std::vector<float>& what) {
    for (std::size_t i = 0; i < from.size(); ++i) from[i] -= what[i];
}

grid::CellSums sums_of(const CityDensity& density, const Amounts& amounts) {
    grid::CellSums sums;
    for (auto* column : {&sums.amount, &sums.known, &sums.unknown}) column->assign(density.grid.count(), 0.0f);
    if (density.buildings && !amounts.buildings.empty()) grid::add_to_cells(*density.buildings, amounts.buildings, sums);
    if (density.roads && !amounts.roads.empty()) grid::add_to_cells(*density.roads, amounts.roads, sums);
    return sums;
}

std::vector<float> per_ha_of(const grid::CellSums& sums, const grid::GroundGrid& grid, ShownAs shown, float bandwidth_m) {
    const auto ha_per_cell = static_cast<float>(grid.cell_ha());
    std::vector<float> per_ha;
    if (shown == ShownAs::field) {
        per_ha = grid::smoothed(sums.amount, grid, bandwidth_m);
        if (std::any_of(sums.unknown.begin(), sums.unknown.end(), [](float rows) { return rows > 0.0f; })) {
            const auto known = grid::smoothed(sums.known, grid, bandwidth_m), unknown = grid::smoothed(sums.unknown, grid, bandwidth_m);
            const float noticed = 0.02f * *std::max_element(unknown.begin(), unknown.end());
            for (std::size_t c = 0; c < per_ha.size(); ++c)
                if (unknown[c] > noticed && known[c] < least_known_share * (known[c] + unknown[c])) per_ha[c] = city::missing;
        }
    } else {
        per_ha = sums.amount;
        for (std::size_t c = 0; c < per_ha.size(); ++c)
            if (sums.is_unknown(c)) per_ha[c] = city::missing;
    }
    for (float& value : per_ha) value /= ha_per_cell;
    return per_ha;
}

// The scale is that of places where something stands: the tails of the kernel would fill it with nearly nothing.
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

}  // namespace

std::array<DensityInput, city_slots> density_inputs(const LayerChoice& layer, const std::array<CitySlot, city_slots>& slots) {
    std::array<DensityInput, city_slots> inputs;
    if (layer.shown == ShownAs::buildings) return inputs;
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!slots[c].data) continue;
        inputs[c].slot = slots[c].data;
        if (layer.compare == Compare::before || layer.compare == Compare::methods) continue;  // of today, which is constant
        Amounts now = amounts_of(slots[c].data->loaded.city, slots[c].data->now, layer.quantity);
        inputs[c].building_amounts = std::move(now.buildings);
        inputs[c].road_amounts = std::move(now.roads);
    }
    return inputs;
}

Density density_of(const std::array<DensityInput, city_slots>& inputs, const LayerChoice& layer, render::Palette palette, const Density* previous) {
    Density result;
    result.layer = layer;
    float extent_m = 0.0f;
    for (const DensityInput& input : inputs)
        if (input.slot) extent_m = std::max(extent_m, home_extent_m(*input.slot));
    result.cell_m = layer.cell_m > 0.0f ? layer.cell_m : grid::cell_for_extent_m(extent_m);
    result.bandwidth_m = layer.bandwidth_m > 0.0f ? layer.bandwidth_m : grid::bandwidth_for_extent_m(extent_m);
    const bool field = layer.shown == ShownAs::field;
    std::array<std::vector<float>, city_slots> for_scale;
    std::vector<std::span<const float>> columns;
    for (std::size_t c = 0; c < city_slots; ++c) {
        const DensityInput& input = inputs[c];
        if (!input.slot) continue;
        const city::CityModel& city = input.slot->loaded.city;
        auto density = std::make_shared<CityDensity>();
        density->of = input.slot;
        density->shown = layer.shown;
        density->grid = field ? grid::grid_over(city, result.bandwidth_m / field_cells_per_bandwidth, grid::kernel_reach * result.bandwidth_m) : grid::grid_over(city, result.cell_m);
        const auto before = previous != nullptr ? previous->cities[c] : nullptr;
        if (before && before->of == input.slot && before->grid == density->grid) {
            density->buildings = before->buildings;
            density->roads = before->roads;
        }
        if (on_buildings(layer.quantity) && !density->buildings)
            density->buildings = std::make_shared<const grid::CellShares>(grid::shares_of_footprints(city.buildings.footprints, city.frame, density->grid));
        if (on_roads(layer.quantity) && !density->roads) {
            std::vector<std::uint8_t> counted(city.roads.count());
            for (std::size_t i = 0; i < counted.size(); ++i) counted[i] = carries_motor_traffic(city.roads.road_class[i]) ? 1 : 0;
            density->roads = std::make_shared<const grid::CellShares>(grid::shares_of_lines(city.roads.lines, city.frame, density->grid, counted));
        }
        const bool changes = layer.compare == Compare::difference || layer.compare == Compare::methods;
        Amounts today, shown{input.building_amounts, input.road_amounts};
        if (layer.compare != Compare::after || layer.quantity != Quantity::pv) today = amounts_of(city, input.slot->today, layer.quantity);
        if (layer.compare == Compare::before || layer.compare == Compare::methods) shown = today;
        if (layer.compare == Compare::difference) {
            subtract(shown.buildings, today.buildings);
            subtract(shown.roads, today.roads);
        }
        if (layer.compare == Compare::methods) {
            subtract(shown.buildings, amounts_of(city, input.slot->by_benchmark(), layer.quantity).buildings);
            shown.roads.clear();  // the methods differ in buildings only
        }
        density->sums = sums_of(*density, shown);
        density->per_ha = per_ha_of(density->sums, density->grid, layer.shown, result.bandwidth_m);
        for (const auto* values : {&shown.buildings, &shown.roads})
            for (const float value : *values) density->unknown_rows += city::is_missing(value) ? 1 : 0;
        // Solar of today is nothing: a scale of it would be empty.
        if (changes || layer.compare == Compare::before || layer.quantity == Quantity::pv) {
            for_scale[c] = where_built(density->per_ha, density->sums);
        } else {
            const grid::CellSums then = sums_of(*density, today);
            for_scale[c] = where_built(per_ha_of(then, density->grid, layer.shown, result.bandwidth_m), then);
        }
        columns.emplace_back(for_scale[c]);
        result.cities[c] = std::move(density);
    }
    result.scale = render::ColorScale::from_values(columns, palette, layer.spacing);
    return result;
}

std::string amount_text(Quantity quantity, double value) {
    if (quantity == Quantity::traffic) return plain_text(value) + (std::isfinite(value) ? " veh-km/d" : "");
    return unit_of(quantity)[1] == 'g' ? mass_text(value) : energy_text(value);
}

std::string per_ha_text(Quantity quantity, double value) { return amount_text(quantity, value) + (std::isfinite(value) ? "/ha" : ""); }

}  // namespace viewer

// What Scene puts on the ground: a density as a field or as columns, and how wide roads flow.
#include <algorithm>
#include <cmath>

#include "viewer/scene/scene.h"

namespace viewer {

namespace {

// The scale's upper end stands for 98 % of the cells; the few above it may be this much higher.
constexpr float highest_over_reference = 3.0f;
constexpr float unknown_height_share = 0.03f;

std::vector<render::GroundColumn> columns_of(const CityDensity& density,
                                             const render::ColorScale& scale, float reference_m) {
    std::vector<render::GroundColumn> columns;
    const float reference = std::max(scale.high(), -scale.low());
    for (std::size_t cell = 0; cell < density.per_ha.size(); ++cell) {
        const float value = density.per_ha[cell];
        if (value == 0.0f) continue;
        const glm::vec2 middle = density.grid.middle_local(cell);
        const float share = city::is_missing(value) || !(reference > 0.0f)
                                ? unknown_height_share
                                : std::min(std::abs(value) / reference, highest_over_reference);
        columns.push_back({middle.x, middle.y, share * reference_m, scale.place_of(value),
                           static_cast<std::uint32_t>(cell)});
    }
    return columns;
}

}  // namespace

float column_reference_m(const std::array<CitySlot, city_slots>& slots) {
    constexpr float share_of_extent = 0.055f;
    float extent_m = 0.0f;
    for (const CitySlot& slot : slots)
        if (slot.data)
            extent_m = std::max({extent_m, slot.data->mesh.home_high.x - slot.data->mesh.home_low.x,
                                 slot.data->mesh.home_high.y - slot.data->mesh.home_low.y});
    return share_of_extent * extent_m;
}

DensityMoment Scene::density_moment(const AppState& state) const {
    if (state.layer.shown == ShownAs::buildings || !shows_hours(state)) return {};
    return {hours_.layer(), slot_mix(*state.sun_time)};
}

void Scene::show(std::shared_ptr<const Density> density, std::array<CitySlot, city_slots>& slots) {
    density_ = std::move(density);
    for (std::size_t c = 0; c < city_slots; ++c) {
        slots[c].density = density_ ? density_->cities[c] : nullptr;
        const CityDensity* shown = slots[c].density.get();
        if (shown == nullptr || !slots[c].uploaded || shown->of != slots[c].data ||
            shown->grid.count() == 0)
            continue;
        if (shown->shown == ShownAs::field) {
            std::vector<float> places(shown->per_ha.size());
            density_->scale.places_of(shown->per_ha, places);
            renderer_.set_field(
                slots[c].handle,
                {shown->grid.low_local, shown->grid.cell_m, shown->grid.columns, shown->grid.lines},
                places);
        } else {
            renderer_.set_columns(slots[c].handle, shown->grid.cell_m,
                                  columns_of(*shown, density_->scale, column_reference_m(slots)));
        }
    }
}

void Scene::set_flow_widths(const AppState& state, const std::array<CitySlot, city_slots>& slots) {
    if (!state.layer.flows) return;
    const bool today =
        state.layer.compare == Compare::before || state.layer.compare == Compare::methods;
    // One width for one traffic in both cities, and the same under every scenario.
    widest_flow_veh_d_ = 0.0f;
    for (const CitySlot& slot : slots)
        if (slot.data)
            for (const float aadt : slot.data->today.roads.aadt)
                if (aadt > widest_flow_veh_d_) widest_flow_veh_d_ = aadt;
    std::vector<float> shares;
    for (const CitySlot& slot : slots) {
        if (!slot.uploaded) continue;
        const auto& aadt = (today ? slot.data->today : slot.data->now).roads.aadt;
        shares.resize(aadt.size());
        for (std::size_t i = 0; i < aadt.size(); ++i)
            shares[i] = city::is_missing(aadt[i])   ? -1.0f
                        : widest_flow_veh_d_ > 0.0f ? aadt[i] / widest_flow_veh_d_
                                                    : 0.0f;
        renderer_.set_flow_widths(slot.handle, shares);
    }
}

}  // namespace viewer

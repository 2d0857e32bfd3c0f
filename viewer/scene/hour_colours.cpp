#include "viewer/scene/hour_colours.h"

#include <algorithm>

namespace viewer {

namespace {

// Missing and plain rows are so in both hours and stay as they are.
render::WritePlaces mix(const std::vector<float>& from, const std::vector<float>& to, float share) {
    return [&from, &to, share](std::size_t first, std::span<float> mixed) {
        for (std::size_t i = 0; i < mixed.size(); ++i)
            mixed[i] = from[first + i] + (to[first + i] - from[first + i]) * share;
    };
}

}  // namespace

void HourColours::set(std::shared_ptr<const HourLayer> layer) {
    layer_ = std::move(layer);
    for (auto& city : kept_)
        for (Places& one : city) one.slot = emissions::slot_count;
    shown_.reset();
}

bool HourColours::fits(const AppState& state) const {
    return layer_ && state.sun_time && state.sun_time->loads && HourLayer::can_show(state.layer) &&
           layer_->layer() == state.layer;
}

bool HourColours::buildings_coloured() const {
    return on_buildings(layer_->layer().quantity) && layer_->layer().shown == ShownAs::buildings;
}

bool HourColours::roads_coloured() const {
    return on_roads(layer_->layer().quantity) &&
           (layer_->layer().flows || layer_->layer().shown == ShownAs::buildings);
}

const HourColours::Places& HourColours::places(std::size_t city, std::size_t slot,
                                               std::size_t keep_slot, const LoadedSlot& data) {
    auto& kept = kept_[city];
    for (const Places& one : kept)
        if (one.slot == slot) return one;
    Places& one = kept[kept[0].slot == keep_slot ? 1 : 0];
    one.slot = slot;
    const auto place = [&](const render::ColorScale& scale, std::vector<float>& places) {
        places.resize(values_.size());
        if (scale.empty())
            std::fill(places.begin(), places.end(), render::place_plain);
        else
            scale.places_of(values_, places);
    };
    if (buildings_coloured()) {
        layer_->rows(city).buildings_at(slot, values_);
        place(layer_->building_scale(), one.buildings);
    } else {
        one.buildings.assign(data.loaded.city.buildings.count(), render::place_plain);
    }
    const auto& classes = data.loaded.city.roads.road_class;
    if (roads_coloured()) {
        layer_->rows(city).roads_at(slot, values_);
        place(layer_->road_scale(), one.roads);
        for (std::size_t i = 0; i < one.roads.size(); ++i)
            if (!carries_motor_traffic(classes[i])) one.roads[i] = render::place_plain;
    } else {
        one.roads.assign(classes.size(), render::place_plain);
    }
    return one;
}

void HourColours::colour(render::Renderer& renderer, const AppState& state,
                         const std::array<CitySlot, city_slots>& slots, bool anew) {
    const SlotMix moment = slot_mix(*state.sun_time);
    if (!anew && shown_ == moment) return;
    shown_ = moment;
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!slots[c].uploaded || !layer_->is_of(c, slots[c].data.get())) continue;
        const Places& from = places(c, moment.from, moment.to, *slots[c].data);
        const Places& to = places(c, moment.to, moment.from, *slots[c].data);
        // What is plain stays so.
        if (anew || buildings_coloured())
            renderer.set_building_places(slots[c].handle,
                                         mix(from.buildings, to.buildings, moment.share));
        if (anew || roads_coloured())
            renderer.set_road_places(slots[c].handle, mix(from.roads, to.roads, moment.share));
    }
}

}  // namespace viewer

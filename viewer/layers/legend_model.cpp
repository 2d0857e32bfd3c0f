#include "viewer/layers/legend_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/number_text.h"
#include "viewer/layers/density.h"
#include "viewer/layers/layer_rows.h"

namespace viewer {

namespace {

using charts::ColourBar;
using Note = charts::LegendModel::Note;

charts::Colour packed(glm::vec3 c) {
    const auto byte = [](float share) {
        return static_cast<std::uint8_t>(std::clamp(share, 0.0f, 1.0f) * 255.0f + 0.5f);
    };
    return {byte(c.x), byte(c.y), byte(c.z), 255};
}

// Three figures: the ends and the middle.
template <class TextOf>
ColourBar bar_of(const render::ColorScale& scale, TextOf text_of) {
    constexpr int steps = 64;
    ColourBar bar;
    for (int k = 0; k < steps; ++k)
        bar.steps.push_back(packed(scale.colour_at((static_cast<float>(k) + 0.5f) / steps)));
    for (const float place : {0.0f, 0.5f, 1.0f})
        bar.labels.push_back({place, text_of(static_cast<double>(scale.value_at(place)))});
    return bar;
}

// As high as the columns of these values stand; the lowest is still seen.
std::vector<float> heights_of(const render::ColorScale& scale, std::size_t steps) {
    const float most = std::max(std::abs(scale.value_at(0.0f)), std::abs(scale.value_at(1.0f)));
    std::vector<float> heights;
    for (std::size_t k = 0; k < steps; ++k) {
        const float place = (static_cast<float>(k) + 0.5f) / static_cast<float>(steps);
        heights.push_back(
            most > 0.0f ? 0.12f + 0.88f * std::min(std::abs(scale.value_at(place)) / most, 1.0f)
                        : 1.0f);
    }
    return heights;
}

void add_ground(charts::LegendModel& model, const Density& density, ShownAs shown_as,
                const text::Messages& text) {
    ColourBar bar = bar_of(density.scale, [&](double value) {
        return per_ha_text(density.layer.quantity, value, density.moment.hours != nullptr);
    });
    const bool field = shown_as == ShownAs::field;
    if (field)
        bar.parts = 8;
    else
        bar.heights = heights_of(density.scale, bar.steps.size());
    model.parts.emplace_back(std::move(bar));
    model.parts.emplace_back(Note{fmt::format("{}, {} {:.0f} m", text["legend.per_ha"],
                                              text[field ? "legend.bandwidth" : "card.cell"],
                                              field ? density.bandwidth_m : density.cell_m)});
    if (!field) model.parts.emplace_back(Note{text["legend.column_height"]});
}

// Three streets: a round figure near the widest, its half and its tenth.
charts::WidthKey width_key(float widest_veh_d, float widest_px) {
    const float step = std::pow(10.0f, std::floor(std::log10(widest_veh_d))),
                top = std::floor(widest_veh_d / step) * step;
    charts::WidthKey key;
    for (const float share : {0.1f, 0.5f, 1.0f})
        key.strokes.push_back(
            {std::max(share * top / widest_veh_d * widest_px, 1.0f),
             text::plain_text(static_cast<double>(share * top)) + (share == 1.0f ? " veh/d" : "")});
    return key;
}

}  // namespace

std::string legend_title(const LayerChoice& layer, const ShownLayer& shown,
                         const text::Messages& text) {
    std::string title = text["quantity." + std::string(name_of(layer.quantity))];
    if (layer.compare != Compare::after)
        title += ", " + text["compare." + std::string(name_of(layer.compare))];
    // A density follows the clock a moment later.
    if (layer.shown == ShownAs::buildings ? shown.shows_hours
                                          : shown.density != nullptr && shown.density->moment.hours)
        title += ", " + text["legend.this_hour"];
    return title;
}

charts::LegendModel legend_model(const LayerChoice& layer, const ShownLayer& shown,
                                 std::size_t cities, float widest_flow_px,
                                 const text::Messages& text) {
    charts::LegendModel model;
    const bool hours = shown.shows_hours, on_ground = layer.shown != ShownAs::buildings,
               coloured = !on_ground && on_buildings(layer.quantity);
    if (on_ground && shown.density != nullptr && !shown.density->scale.empty()) {
        add_ground(model, *shown.density, layer.shown, text);
    } else if (coloured && !shown.building_scale->empty()) {
        model.parts.emplace_back(bar_of(*shown.building_scale, [&](double value) {
            return (hours ? hour_text(layer.quantity, layer.per, value)
                          : quantity_text(layer.quantity, layer.per, value)) +
                   (layer.per == Per::capita ? "/" + text["unit.person"] : "");
        }));
    } else if (coloured && layer.per == Per::capita) {
        model.parts.emplace_back(Note{text["legend.no_population"], true});
    }
    const bool roads_coloured = layer.flows || (on_roads(layer.quantity) && !on_ground);
    if (roads_coloured && !shown.road_scale->empty()) {
        const Quantity quantity = road_quantity(layer);
        std::string name = text["summary.roads"];
        if (quantity != layer.quantity)
            name += ", " + text["quantity." + std::string(name_of(quantity))];
        model.parts.emplace_back(Note{std::move(name)});
        model.parts.emplace_back(bar_of(*shown.road_scale, [&](double value) {
            return hours ? hour_text_per_road_metre(quantity, value) : road_text(quantity, value);
        }));
    }
    if (layer.flows && shown.widest_flow_veh_d > 0.0f) {
        model.parts.emplace_back(Note{text["legend.flow_width"]});
        model.parts.emplace_back(width_key(shown.widest_flow_veh_d, widest_flow_px));
    }
    model.parts.emplace_back(charts::HatchKey{text["legend.missing"],
                                              cities > 1 ? text["legend.shared"] : std::string()});
    if (layer.per == Per::capita && !on_ground)
        model.parts.emplace_back(Note{text["legend.homes"]});
    return model;
}

}  // namespace viewer

#include "viewer/layers/layer_rows.h"

#include <array>
#include <optional>

#include "study/quantity.h"

namespace viewer {

namespace {

// The values themselves, or what they are more than `without`.
template <class Values>
render::WritePlaces less(const Values& values, const std::optional<Values>& without) {
    return [values, without](std::size_t first, std::span<float> out) {
        values.write(first, out);
        if (!without) return;
        std::array<float, city::rows_per_chunk> taken;
        const std::span<float> off = std::span(taken).first(out.size());
        without->write(first, off);
        for (std::size_t i = 0; i < out.size(); ++i) out[i] -= off[i];
    };
}

}  // namespace

Quantity road_quantity(const LayerChoice& layer) {
    return on_roads(layer.quantity) ? layer.quantity : Quantity::co2e;
}

// For a difference, now minus today; between methods, today's two answers.
render::WritePlaces layer_values(const LoadedSlot& slot, const LayerChoice& layer, bool roads) {
    const bool methods = layer.compare == Compare::methods;
    const emissions::Results& shown =
        layer.compare == Compare::before || methods ? slot.today : slot.now;
    const emissions::Results* without = methods ? &slot.by_benchmark()
                                        : layer.compare == Compare::difference ? &slot.today
                                                                               : nullptr;
    const city::CityModel& city = slot.loaded.city;
    if (roads) {
        const auto of = [&](const emissions::Results& results) {
            return study::RoadValues(city, results, road_quantity(layer));
        };
        return less(of(shown), without != nullptr ? std::optional(of(*without)) : std::nullopt);
    }
    const auto of = [&](const emissions::Results& results) {
        return study::BuildingValues(city, results, layer.quantity, layer.per);
    };
    return less(of(shown), without != nullptr ? std::optional(of(*without)) : std::nullopt);
}

render::WritePlaces layer_places(const LoadedSlot& slot, const LayerChoice& layer, bool roads,
                                 const render::ColorScale& scale) {
    const bool homes_only = !roads && layer.per == Per::capita;
    return [values = layer_values(slot, layer, roads), roads, homes_only, &scale,
            &city = slot.loaded.city](std::size_t first, std::span<float> places) {
        values(first, places);
        scale.places_of(places, places);
        for (std::size_t i = 0; i < places.size() && (roads || homes_only); ++i) {
            // Paths and rails carry no motor traffic, nobody lives in an office: plain, not "zero"
            // or "unknown".
            const bool known = roads ? carries_motor_traffic(city.roads.road_class[first + i])
                                     : is_residential(city.buildings.use[first + i]);
            if (!known) places[i] = render::place_plain;
        }
    };
}

std::vector<float> all_layer_values(const LoadedSlot& slot, const LayerChoice& layer, bool roads) {
    const render::WritePlaces write = layer_values(slot, layer, roads);
    std::vector<float> values(roads ? slot.loaded.city.roads.count()
                                    : slot.loaded.city.buildings.count());
    city::in_chunks(values.size(), [&](std::size_t first, std::size_t rows) {
        write(first, std::span(values).subspan(first, rows));
    });
    return values;
}

}  // namespace viewer

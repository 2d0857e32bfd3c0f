#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "geo/grid/cell_sums.h"
#include "geo/grid/ground_grid.h"
#include "render/color_scale.h"
#include "viewer/layers/ground_amounts.h"
#include "viewer/layers/layer_choice.h"
#include "viewer/slots/city_slot.h"
#include "viewer/slots/city_slots.h"

namespace viewer {

/// The amounts of one city on the ground: buildings spread over their footprints, roads along their
/// lines. Everything is per hectare of ground, whatever the layer's `per` says.
struct CityDensity {
    std::shared_ptr<LoadedSlot> of;
    ShownAs shown = ShownAs::columns;
    grid::GroundGrid grid;
    std::shared_ptr<const grid::CellShares> buildings,
        roads;            ///< only ask for the city and the grid: kept from change to change
    grid::CellSums sums;  ///< as GroundAmounts
    bool hourly = false;
    std::vector<float>
        per_ha;  ///< of the field smoothed; missing where all that stands there is unknown
    std::size_t unknown_rows = 0;  ///< buildings and roads that are in no sum
};

/// The hour that a density is of; none: it is of the year.
struct DensityMoment {
    std::shared_ptr<const HourLayer> hours;
    SlotMix at{};
    bool operator==(const DensityMoment&) const = default;
};

/// What the ground shows of both cities, on one scale; hour by hour that of all hours of the year.
struct Density {
    LayerChoice layer;  ///< what it was made for
    std::array<std::shared_ptr<const CityDensity>, city_slots> cities;
    render::ColorScale scale;
    float cell_m = 0, bandwidth_m = 0;  ///< as chosen by the user or by the larger city
    DensityMoment moment;
};

/// What changes from move to move of a slider, taken on the UI thread; everything else is constant.
struct DensityInput {
    std::shared_ptr<LoadedSlot> slot;  ///< none: no city there
    GroundAmounts now;                 ///< of the year; nothing where it is not asked for
};
std::array<DensityInput, city_slots> density_inputs(const LayerChoice& layer,
                                                    const std::array<CitySlot, city_slots>& slots,
                                                    const DensityMoment& moment = {});

/// Pure, parallel, some milliseconds for a large city; `previous` lends its shares where city and
/// grid are the same. The scale stays that of today while sliders move.
Density density_of(const std::array<DensityInput, city_slots>& inputs, const LayerChoice& layer,
                   render::Palette palette, const Density* previous = nullptr,
                   const DensityMoment& moment = {});

/// 12.3 t/ha, 1.20 GWh/ha; of an hour 84 kg/(ha h), 1.2 MW/ha.
std::string per_ha_text(Quantity quantity, double value, bool hourly = false);
/// 12.3 t, 1.20 GWh, traffic as vehicle-km a day; of an hour 84 kg/h, 1.2 MW, vehicle-km/h.
std::string amount_text(Quantity quantity, double value, bool hourly = false);

}  // namespace viewer

#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "emissions/hourly/hour_amounts.h"
#include "render/color_scale.h"
#include "viewer/app_state.h"
#include "viewer/city_slot.h"

namespace viewer {

/// What a layer shows hour by hour: power in kW, emissions in kg/h, traffic in veh/h, instead of the year's amounts. Made
/// by a worker for one layer and scenario; asking it for an hour is cheap. Buildings per m2 where the layer is, roads
/// per metre.
class HourLayer {
  public:
    using Cities = std::array<std::shared_ptr<const LoadedSlot>, city_slots>;
    HourLayer(const Cities& cities, const LayerChoice& layer, const emissions::Scenario& scenario, bool dark);

    /// Not the difference between methods: only one of them is at hand hour by hour. Nor per person: that is of a year, as is a density on the ground.
    static bool can_show(const LayerChoice& layer) { return layer.shown == ShownAs::buildings && layer.compare != Compare::methods && layer.per != Per::capita; }

    const LayerChoice& layer() const { return layer_; }
    /// Of the data that it was made from.
    bool is_of(std::size_t city, const LoadedSlot* data) const { return cities_[city].data.get() == data; }

    /// One value per row of a city. Parallel.
    void buildings_at(std::size_t city, std::size_t slot, std::vector<float>& values) const;
    void roads_at(std::size_t city, std::size_t slot, std::vector<float>& values) const;
    float building_at(std::size_t city, std::size_t slot, std::size_t row) const;
    float road_at(std::size_t city, std::size_t slot, std::size_t row) const;

    /// From all hours of the year of both cities: one colour means one amount all through.
    const render::ColorScale& building_scale() const { return building_scale_; }
    const render::ColorScale& road_scale() const { return road_scale_; }

    /// The whole city, per m2 of floor where the layer is. Traffic in vehicle-km per hour.
    struct Curve {
        emissions::HourlyAmounts::City buildings;
        emissions::SlotValues roads{}, today{};  ///< `today`: the total without the scenario
        float total(std::size_t slot) const { return buildings.total(slot) + roads[slot]; }
    };
    const Curve& curve(std::size_t city) const { return cities_[city].curve; }
    /// Largest hour that the curve of `city` must hold: per m2 that of both cities, so that they compare.
    float curve_top(std::size_t city) const { return cities_[city].curve_top; }

  private:
    struct City {
        std::shared_ptr<const LoadedSlot> data;
        emissions::HourlyAmounts buildings;
        std::vector<float> road_light, road_heavy;  ///< at the year's mean hour x 24
        Curve curve;
        float curve_top = 0;
    };
    void make_city(City& city, const emissions::Scenario& scenario, std::vector<float>& building_sample, std::vector<float>& road_sample) const;

    LayerChoice layer_;
    std::array<City, city_slots> cities_;
    render::ColorScale building_scale_, road_scale_;
};

}  // namespace viewer

#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "render/color_scale.h"
#include "study/day_chart.h"
#include "viewer/layers/hour_rows.h"
#include "viewer/layers/layer_choice.h"
#include "viewer/slots/city_slots.h"
#include "viewer/slots/loaded_slot.h"

namespace viewer {

/// What a layer shows hour by hour: power in kW, emissions in kg/h, traffic in veh/h, instead of
/// the year's amounts. Made by a worker for one layer and scenario; asking it for an hour is cheap.
/// Buildings per m2 where the layer is (not where they lie on the ground, per hectare of it), roads
/// per metre.
class HourLayer {
  public:
    using Cities = std::array<std::shared_ptr<const LoadedSlot>, city_slots>;
    HourLayer(const Cities& cities, const LayerChoice& layer, const emissions::Scenario& scenario,
              bool dark);

    /// Not the difference between methods: only one of them is at hand hour by hour. Nor per
    /// person: that is of a year.
    static bool can_show(const LayerChoice& layer) {
        return layer.compare != Compare::methods && per_of(layer) != Per::capita;
    }

    const LayerChoice& layer() const { return layer_; }
    Per per() const { return per_of(layer_); }  ///< of buildings and of the curve
    /// Of the data that it was made from.
    bool is_of(std::size_t city, const LoadedSlot* data) const {
        return cities_[city].data.get() == data;
    }

    const HourRows& rows(std::size_t city) const { return cities_[city].rows; }
    /// What a scale of the ground is made of: today's where it stays while sliders move. For layers
    /// on the ground only.
    const HourRows& rows_of_scale(std::size_t city) const {
        return cities_[city].rows_of_scale ? *cities_[city].rows_of_scale : cities_[city].rows;
    }
    /// Whether a scale made from `other` holds here too.
    bool has_scale_of(const HourLayer& other) const;
    const city::CityModel& city(std::size_t city) const { return cities_[city].data->loaded.city; }

    /// From all hours of the year of both cities: one colour means one amount all through.
    const render::ColorScale& building_scale() const { return building_scale_; }
    const render::ColorScale& road_scale() const { return road_scale_; }

    /// The whole city, per m2 of floor where the layer is. Traffic in vehicle-km per hour.
    const study::CityHours& curve(std::size_t city) const { return cities_[city].curve; }
    /// Largest hour that the curve of `city` must hold: per m2 that of both cities, so that they
    /// compare.
    float curve_top(std::size_t city) const { return cities_[city].curve_top; }

  private:
    struct City {
        std::shared_ptr<const LoadedSlot> data;
        emissions::BaselinePtr
            baseline;  ///< a simulation that ends meanwhile replaces that of the data
        HourRows rows;
        std::optional<HourRows> rows_of_scale;
        study::CityHours curve;
        float curve_top = 0;
    };
    static Per per_of(const LayerChoice& layer) {
        return layer.shown == ShownAs::buildings ? layer.per : Per::total;
    }
    bool scale_is_of_today() const {
        return layer_.compare == Compare::before ||
               (layer_.compare == Compare::after && layer_.quantity != Quantity::pv);
    }
    void make_city(City& city, const emissions::Scenario& scenario,
                   std::vector<float>& building_sample, std::vector<float>& road_sample) const;

    LayerChoice layer_;
    std::array<City, city_slots> cities_;
    render::ColorScale building_scale_, road_scale_;
};

}  // namespace viewer

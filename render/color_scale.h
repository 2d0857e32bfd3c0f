#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec3.hpp>

namespace render {

/// `amount_on_dark` is `amount` the other way round: on a dark ground the high values must be the
/// light ones.
enum class Palette : std::uint8_t { amount, difference, amount_on_dark };
enum class Spacing : std::uint8_t { linear, logarithmic, quantile };

/// Marks in a column of places: see shaders/heat.glsl.
inline constexpr float place_missing = -1.0f, place_plain = -2.0f;

/// Value -> place 0..1 -> colour: the only colour table. `amount` runs from pale to dark with
/// steadily falling lightness (readable without red-green vision and in greyscale), `difference`
/// from blue over near white to brown.
class ColorScale {
  public:
    ColorScale() = default;
    /// From the values it will show: the 2nd and 98th percentile are its ends, so that one odd
    /// building does not wash out a city. `difference` scales are symmetric around zero.
    static ColorScale from_values(std::span<const std::span<const float>> columns, Palette palette,
                                  Spacing spacing);

    /// 0..1, or place_missing; place_plain where the scale is empty.
    float place_of(float value) const;
    void places_of(std::span<const float> values, std::span<float> places) const;  ///< parallel
    float value_at(float place) const;

    glm::vec3 colour_at(float place) const;
    static std::array<glm::vec3, 256> colours(Palette palette);

    Palette palette() const { return palette_; }
    Spacing spacing() const { return spacing_; }
    float low() const { return low_; }
    float high() const { return high_; }
    bool empty() const { return !(high_ > low_); }

  private:
    Palette palette_ = Palette::amount;
    Spacing spacing_ = Spacing::linear;
    float low_ = 0.0f, high_ = 1.0f;
    /// Of the piecewise linear way from values to places of a quantile scale.
    struct Knot {
        float from, place, slope, next_from;
    };
    void index_knots();
    float quantile_place(float value) const;
    template <class Use>
    void with_place(Use use) const;
    std::vector<float> steps_;  ///< quantile: 65 values at equal shares of the rows
    std::vector<Knot>
        knots_;  ///< the different ones of the steps, rising, and an endless one behind
    /// The bits of a positive float grow with it. The upper ones name a bucket, those next to them
    /// a part of it, as fine as the knots there need: so that no part holds more than one knot, and
    /// no value has to be searched.
    struct Bucket {
        std::uint32_t first_part, bits_within_part;
    };
    std::vector<Bucket> buckets_;
    std::vector<std::uint8_t> knot_before_part_;
    std::uint32_t first_bits_ = 0;
};

}  // namespace render

#include "render/color_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "tests/support/catch.h"

using namespace render;

TEST_CASE("missing is not the lowest value", "[render]") {
    const std::vector<float> values{1, 2, 3, 4, std::nanf("")};
    const std::span<const float> columns[] = {values};
    const auto scale = ColorScale::from_values(columns, Palette::amount, Spacing::linear);
    CHECK(scale.place_of(values[4]) == place_missing);
    CHECK(scale.place_of(1.0f) >= 0.0f);
}

TEST_CASE("place and value are inverse on every spacing", "[render]") {
    std::vector<float> values;
    for (int i = 1; i <= 1000; ++i) values.push_back(static_cast<float>(i * i));
    const std::span<const float> columns[] = {values};
    for (const Spacing spacing : {Spacing::linear, Spacing::logarithmic, Spacing::quantile}) {
        const auto scale = ColorScale::from_values(columns, Palette::amount, spacing);
        for (const float place : {0.1f, 0.5f, 0.9f})
            CHECK_THAT(scale.place_of(scale.value_at(place)), WithinAbs(place, 2e-3f));
    }
}

TEST_CASE("quantile places rise with the value, through ties, tiny and huge values", "[render]") {
    std::vector<float> values;
    for (int i = 0; i < 5000; ++i)
        values.push_back(std::exp(0.004f * static_cast<float>(i) - 8.0f));
    for (int i = 0; i < 900; ++i) values.push_back(7.5f);  // a tie wider than a step
    const std::span<const float> columns[] = {values};
    const auto scale = ColorScale::from_values(columns, Palette::amount, Spacing::quantile);
    std::vector<float> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    float before = 0.0f;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const float place = scale.place_of(sorted[i]);
        CHECK(place >= before - 1e-6f);
        before = place;
        // The share of values below, to within a step, outside of the tie.
        if (sorted[i] != 7.5f)
            CHECK(std::abs(place - static_cast<float>(i) / static_cast<float>(sorted.size())) <
                  0.035f);
    }
    CHECK(scale.place_of(0.0f) == 0.0f);
    CHECK(scale.place_of(1e30f) == 1.0f);
    CHECK(scale.place_of(-3.0f) == 0.0f);
}

TEST_CASE(
    "a quantile place is found as by a search of all steps, where values differ in their last bits "
    "as well",
    "[render]") {
    std::mt19937 random(7);
    std::vector<float> values;
    for (int i = 0; i < 4000; ++i) {
        const float near = std::exp(std::normal_distribution<float>(0.0f, 3.0f)(random));
        values.insert(values.end(),
                      {near, 51.0f + 1e-4f * std::normal_distribution<float>()(random), 3.0f});
    }
    for (float close = 0.7f; close < 0.7001f; close = std::nextafter(close, 1.0f))
        values.push_back(close);
    const std::span<const float> columns[] = {values};
    const auto scale = ColorScale::from_values(columns, Palette::amount, Spacing::quantile);
    std::vector<float> steps;
    for (int i = 0; i <= 64; ++i) steps.push_back(scale.value_at(static_cast<float>(i) / 64.0f));
    values.insert(values.end(),
                  {std::nanf(""), -1.0f, 0.0f, 1e38f, std::numeric_limits<float>::infinity(),
                   steps.front(), steps.back()});
    std::vector<float> places(values.size());
    scale.places_of(values, places);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        float expected = place_missing;
        if (!std::isnan(values[i])) {
            const auto above = std::upper_bound(steps.begin(), steps.end(), values[i]);
            const auto k = static_cast<std::size_t>(above - steps.begin());
            expected = k == 0 ? 0.0f
                       : k == steps.size()
                           ? 1.0f
                           : (static_cast<float>(k - 1) +
                              (values[i] - steps[k - 1]) / (steps[k] - steps[k - 1])) /
                                 64.0f;
        }
        if (!(std::abs(places[i] - expected) < 1e-5f) || places[i] != scale.place_of(values[i]))
            ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("values that differ by less than a slope can hold still get places", "[render]") {
    std::vector<float> values;
    for (int i = 1; i <= 1000; ++i)
        values.push_back(static_cast<float>(i) * std::numeric_limits<float>::denorm_min());
    const std::span<const float> columns[] = {values};
    const auto scale = ColorScale::from_values(columns, Palette::amount, Spacing::quantile);
    for (const float value : values)
        CHECK((scale.place_of(value) >= 0.0f && scale.place_of(value) <= 1.0f));
}

TEST_CASE("amounts get steadily darker, so that grey and colour-blind readers see the order",
          "[render]") {
    float before = 2.0f;
    for (const glm::vec3 c : ColorScale::colours(Palette::amount)) {
        const float luminance = 0.2126f * c.x + 0.7152f * c.y + 0.0722f * c.z;
        CHECK(luminance <= before + 1e-4f);
        before = luminance;
    }
}

TEST_CASE("where nothing differs there is no scale, rather than one with zero at its end",
          "[render]") {
    const std::vector<float> values(50, 0.0f);
    const std::span<const float> columns[] = {values};
    const auto scale = ColorScale::from_values(columns, Palette::difference, Spacing::linear);
    CHECK(scale.empty());
    CHECK(scale.place_of(0.0f) == place_plain);
    CHECK(scale.place_of(std::nanf("")) == place_missing);  // unknown is not "no difference"
}

TEST_CASE("a difference scale is symmetric around zero", "[render]") {
    const std::vector<float> values{-5, -1, 0, 2};
    const std::span<const float> columns[] = {values};
    const auto scale = ColorScale::from_values(columns, Palette::difference, Spacing::quantile);
    CHECK_THAT(scale.place_of(0.0f), WithinAbs(0.5f, 1e-6f));
    CHECK(scale.low() == -scale.high());
}

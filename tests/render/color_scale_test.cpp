#include "render/color_scale.h"

#include <algorithm>
#include <cmath>
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
        for (const float place : {0.1f, 0.5f, 0.9f}) CHECK_THAT(scale.place_of(scale.value_at(place)), WithinAbs(place, 2e-3f));
    }
}

TEST_CASE("quantile places rise with the value, through ties, tiny and huge values", "[render]") {
    std::vector<float> values;
    for (int i = 0; i < 5000; ++i) values.push_back(std::exp(0.004f * static_cast<float>(i) - 8.0f));
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
        if (sorted[i] != 7.5f) CHECK(std::abs(place - static_cast<float>(i) / static_cast<float>(sorted.size())) < 0.035f);
    }
    CHECK(scale.place_of(0.0f) == 0.0f);
    CHECK(scale.place_of(1e30f) == 1.0f);
    CHECK(scale.place_of(-3.0f) == 0.0f);
}

TEST_CASE("amounts get steadily darker, so that grey and colour-blind readers see the order", "[render]") {
    float before = 2.0f;
    for (const glm::vec3 c : ColorScale::colours(Palette::amount)) {
        const float luminance = 0.2126f * c.x + 0.7152f * c.y + 0.0722f * c.z;
        CHECK(luminance <= before + 1e-4f);
        before = luminance;
    }
}

TEST_CASE("where nothing differs there is no scale, rather than one with zero at its end", "[render]") {
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

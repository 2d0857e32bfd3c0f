#include "render/color_scale.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <glm/common.hpp>
#include <limits>

namespace render {

namespace {

constexpr std::size_t quantile_steps = 65;

glm::vec3 hex(std::uint32_t rgb) {
    return glm::vec3((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF) / 255.0f;
}

}  // namespace

std::array<glm::vec3, 256> ColorScale::colours(Palette palette) {
    // Key colours of our own, lightness falling in even steps from 95 to 25 (amount), and from both
    // ends to the middle (difference).
    static const std::array<glm::vec3, 9> amount{hex(0xFBF3C9), hex(0xF9DE8F), hex(0xF7C15F),
                                                 hex(0xF09D48), hex(0xE2763F), hex(0xC9503F),
                                                 hex(0xA93A4C), hex(0x84305A), hex(0x5A2860)};
    static const std::array<glm::vec3, 9> difference{hex(0x12385F), hex(0x2C699A), hex(0x64A0C8),
                                                     hex(0xB3D2E3), hex(0xF4F3EF), hex(0xECCFAE),
                                                     hex(0xD39B63), hex(0xA5652F), hex(0x653512)};
    static const std::array<glm::vec3, 9> on_dark{hex(0x4A2A52), hex(0x77305A), hex(0xA33A58),
                                                  hex(0xC94E4C), hex(0xE27042), hex(0xF09545),
                                                  hex(0xF7BA5A), hex(0xF9DB8C), hex(0xFDF6D6)};
    const auto& keys = palette == Palette::amount       ? amount
                       : palette == Palette::difference ? difference
                                                        : on_dark;
    std::array<glm::vec3, 256> table;
    for (std::size_t i = 0; i < 256; ++i) {
        const float at = static_cast<float>(i) / 255.0f * 8.0f;
        const auto k = std::min(static_cast<std::size_t>(at), std::size_t{7});
        table[i] = glm::mix(keys[k], keys[k + 1], at - static_cast<float>(k));
    }
    return table;
}

ColorScale ColorScale::from_values(std::span<const std::span<const float>> columns, Palette palette,
                                   Spacing spacing) {
    std::vector<float> sorted;
    std::size_t total = 0;
    for (const auto column : columns) total += column.size();
    // Some ten thousands of a million values say the same about percentiles, to a tenth of one.
    const std::size_t stride = std::max<std::size_t>(1, total / 40'000);
    std::size_t k = 0;
    for (const auto column : columns)
        for (const float value : column)
            if (k++ % stride == 0 && std::isfinite(value) &&
                (palette == Palette::difference || value > 0.0f))
                sorted.push_back(value);
    ColorScale scale;
    scale.palette_ = palette;
    scale.spacing_ = palette == Palette::difference ? Spacing::linear : spacing;
    if (sorted.empty()) {
        scale.low_ = scale.high_ = 0.0f;
        return scale;
    }
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&](double share) {
        return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
    };
    if (palette == Palette::difference) {
        scale.high_ = std::max(std::abs(at(0.02)), std::abs(at(0.98)));
        scale.low_ = -scale.high_;
        if (scale.high_ == 0.0f) return scale;  // nothing differs: an empty scale, drawn plain
    } else {
        scale.high_ = at(0.98);
        scale.low_ = scale.spacing_ == Spacing::linear ? 0.0f : at(0.02);
        if (scale.spacing_ == Spacing::logarithmic)
            scale.low_ = std::max(scale.low_, scale.high_ * 1e-4f);
    }
    if (!(scale.high_ > scale.low_)) scale.low_ = scale.high_ > 0.0f ? 0.0f : scale.high_ - 1.0f;
    if (scale.spacing_ == Spacing::quantile) {
        scale.steps_.resize(quantile_steps);
        for (std::size_t i = 0; i < quantile_steps; ++i)
            scale.steps_[i] = at(static_cast<double>(i) / (quantile_steps - 1));
        scale.index_knots();
    }
    return scale;
}

namespace {
// Exponent and six bits of the fraction: some hundred buckets for a usual scale.
constexpr std::uint32_t bucket_bits = 17;
std::uint32_t bits_of(float value) {
    return std::bit_cast<std::uint32_t>(value);
}
}  // namespace

void ColorScale::index_knots() {
    // All that is less than the least step is at 0, as what is just below it.
    knots_.push_back({std::nextafter(steps_.front(), 0.0f), 0.0f, 0.0f, 0.0f});
    // Where many rows share a value, the last of its steps counts.
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        const float place = static_cast<float>(i) / static_cast<float>(quantile_steps - 1);
        if (steps_[i] <= knots_.back().from)
            knots_.back().place = place;
        else
            knots_.push_back({steps_[i], place, 0.0f, 0.0f});
    }
    for (std::size_t k = 1; k + 1 < knots_.size(); ++k) {
        // The way rises by one step to the next knot, even where the next knot stands for several:
        // there it jumps.
        const float rise = 1.0f / static_cast<float>(quantile_steps - 1);
        knots_[k].slope = rise / std::max(knots_[k + 1].from - knots_[k].from,
                                          1e-30f);  // or nothing times endless would be no number
    }
    first_bits_ = bits_of(knots_.front().from) >> bucket_bits << bucket_bits;
    buckets_.resize(((bits_of(knots_.back().from) - first_bits_) >> bucket_bits) + 1);
    knots_.push_back({std::numeric_limits<float>::infinity(), 1.0f, 0.0f, 0.0f});
    for (std::size_t k = 0; k + 1 < knots_.size(); ++k) knots_[k].next_from = knots_[k + 1].from;
    std::size_t before = 0;  // the last knot at or before where we are
    for (std::size_t b = 0; b < buckets_.size(); ++b) {
        const std::uint32_t start = first_bits_ + (static_cast<std::uint32_t>(b) << bucket_bits);
        // Parts as large as the closest two knots of the bucket are apart, rounded down to a power
        // of two.
        std::uint32_t within = bucket_bits;
        for (std::size_t k = before + 1;
             k + 1 < knots_.size() && bits_of(knots_[k + 1].from) < start + (1u << bucket_bits);
             ++k)
            if (bits_of(knots_[k].from) > start)
                within =
                    std::min(within, static_cast<std::uint32_t>(std::bit_width(
                                         bits_of(knots_[k + 1].from) - bits_of(knots_[k].from))) -
                                         1);
        buckets_[b] = {static_cast<std::uint32_t>(knot_before_part_.size()), within};
        for (std::uint32_t part = start; part < start + (1u << bucket_bits); part += 1u << within) {
            while (bits_of(knots_[before + 1].from) <= part) ++before;
            knot_before_part_.push_back(static_cast<std::uint8_t>(before));
        }
    }
}

// No branch: the values of a city come in no order, and a processor that guesses wrong loses more
// than all of this takes.
inline float ColorScale::quantile_place(float value) const {
    const float inside = std::min(std::max(knots_.front().from, value),
                                  knots_[knots_.size() - 2].from);  // a NaN becomes the first
    const std::uint32_t bits = bits_of(inside) - first_bits_;
    const Bucket bucket = buckets_[bits >> bucket_bits];
    const Knot* knot =
        knots_.data() + knot_before_part_[bucket.first_part + ((bits & ((1u << bucket_bits) - 1)) >>
                                                               bucket.bits_within_part)];
    knot += knot->next_from <= inside ? 1 : 0;
    return std::min(knot->place + (inside - knot->from) * knot->slope, 1.0f);
}

// Hands `use` what finds a place under the spacing: what is the same for all rows is decided once.
template <class Use>
void ColorScale::with_place(Use use) const {
    switch (spacing_) {
        case Spacing::linear:
            return use([low = low_, span = high_ - low_](float value) {
                return std::clamp((value - low) / span, 0.0f, 1.0f);
            });
        case Spacing::logarithmic:
            return use([low = low_, span = std::log(high_ / low_)](float value) {
                return value <= 0.0f ? 0.0f : std::clamp(std::log(value / low) / span, 0.0f, 1.0f);
            });
        case Spacing::quantile:
            return use([this](float value) { return quantile_place(value); });
    }
}

float ColorScale::place_of(float value) const {
    float place = value;
    if (std::isnan(value) || empty()) return std::isnan(value) ? place_missing : place_plain;
    with_place([&](auto place_at) { place = place_at(value); });
    return place;
}

void ColorScale::places_of(std::span<const float> values, std::span<float> places) const {
    const auto each = [&](auto place_at) {
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, values.size(), 8192),
                          [&](const auto& range) {
                              for (std::size_t i = range.begin(); i < range.end(); ++i) {
                                  const float place = place_at(values[i]);
                                  places[i] = std::isnan(values[i]) ? place_missing : place;
                              }
                          });
    };
    if (empty())
        each([](float) { return place_plain; });
    else
        with_place(each);
}

float ColorScale::value_at(float place) const {
    switch (spacing_) {
        case Spacing::linear:
            return low_ + place * (high_ - low_);
        case Spacing::logarithmic:
            return low_ * std::pow(high_ / low_, place);
        case Spacing::quantile: {
            if (steps_.empty()) return low_;
            const float at = std::clamp(place, 0.0f, 1.0f) * static_cast<float>(steps_.size() - 1);
            const auto k = std::min(static_cast<std::size_t>(at), steps_.size() - 2);
            return glm::mix(steps_[k], steps_[k + 1], at - static_cast<float>(k));
        }
    }
    return low_;
}

glm::vec3 ColorScale::colour_at(float place) const {
    static const std::array tables{colours(Palette::amount), colours(Palette::difference),
                                   colours(Palette::amount_on_dark)};
    const auto& table = tables[static_cast<std::size_t>(palette_)];
    return table[static_cast<std::size_t>(std::clamp(place, 0.0f, 1.0f) * 255.0f + 0.5f)];
}

}  // namespace render

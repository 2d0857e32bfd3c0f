#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "geo/city/city_model.h"

namespace sample {

enum class Style : std::uint8_t { california, china };

std::optional<Style> style_from_name(std::string_view name);

struct SampleOptions {
    Style style = Style::california;
    std::uint32_t buildings = 6000;  ///< about; up to a million
    std::uint64_t seed = 1;
};

/// An invented city, the same for the same options on every machine. Its info says it is invented.
///
/// California: street grid with detached houses and gardens, arterials with malls, a downtown of
/// towers. China: superblocks with rows of slabs and tower estates, a business centre, an
/// industrial quarter.
city::CityModel make_sample_city(const SampleOptions& options);

}  // namespace sample

#include "render/place_code.h"

#include "render/color_scale.h"

namespace render {

void encode_places(std::span<const float> places, std::span<PlaceCode> codes) {
    constexpr float steps = highest_place / (1.0f - place_plain);
    static_assert(steps * (place_missing - place_plain) == code_missing &&
                  steps * (0.0f - place_plain) == lowest_place);
    for (std::size_t i = 0; i < codes.size(); ++i)
        codes[i] = static_cast<PlaceCode>(
            static_cast<std::int32_t>((places[i] - place_plain) * steps + 0.5f));
}

}  // namespace render

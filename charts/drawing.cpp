#include "charts/drawing.h"

#include <algorithm>

namespace charts {

std::optional<std::size_t> Drawing::datum_at(glm::vec2 at) const {
    const auto found = std::find_if(regions.rbegin(), regions.rend(),
                                    [at](const HoverRegion& one) { return one.box.holds(at); });
    return found == regions.rend() ? std::nullopt : std::optional(found->datum);
}

}  // namespace charts

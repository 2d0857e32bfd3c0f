#include "viewer/tools/scale_bar.h"

#include <cmath>
#include <initializer_list>

namespace viewer {

ScaleBar scale_bar(float metres_per_px, float most_px) {
    const float most_m = metres_per_px * most_px;
    if (!(most_m > 0.0f) || !std::isfinite(most_m)) return {};
    const float ten = std::pow(10.0f, std::floor(std::log10(most_m)));
    float metres = ten;
    for (const float step : {2.0f, 5.0f, 10.0f})
        if (step * ten <= most_m * 1.0001f) metres = step * ten;
    return {metres, metres / metres_per_px};
}

}  // namespace viewer

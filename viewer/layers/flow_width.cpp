#include "viewer/layers/flow_width.h"

#include <algorithm>
#include <cmath>

namespace viewer {

float widest_flow_px(const render::Camera& camera, float view_height_px) {
    constexpr float share_of_view = 0.02f, street_m = 18.0f;
    return std::max(share_of_view * view_height_px,
                    street_m / std::max(camera.metres_per_px(view_height_px), 1e-3f));
}

}  // namespace viewer

#pragma once

#include "render/camera.h"

namespace viewer {

/// The widest flow in pixels at the point that the camera looks at: some part of the view, never
/// less than a real street.
float widest_flow_px(const render::Camera& camera, float view_height_px);

}  // namespace viewer

#pragma once

namespace viewer {

/// A round length and how long it is on the screen.
struct ScaleBar {
    float metres = 0, px = 0;
};

/// The longest of 1, 2, 5, 10, 20... metres that is at most `most_px` long.
ScaleBar scale_bar(float metres_per_px, float most_px);

}  // namespace viewer

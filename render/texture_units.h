#pragma once

namespace render {

// Texture units, the same in every pass.
//   0 heights of buildings   1 places of rows   2 colour scale   3 shadow map   4 height map   5
//   marks of rows   6 field on the ground   7 widths of flows   8 walls or blocks
namespace unit {
inline constexpr int heights = 0, row_places = 1, colour_scale = 2, shadow_map = 3, height_map = 4,
                     row_marks = 5, field = 6, row_widths = 7, quad_words = 8;
}

}  // namespace render

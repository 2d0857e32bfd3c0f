#include "render/views.h"

#include <algorithm>
#include <glm/mat4x4.hpp>

namespace render {

namespace {

// In doubles: a part's matrix must not shift what it draws against its neighbours.
glm::dmat4 exact_clip_from_view(const CityView& view) {
    const glm::dvec2 whole(view.picture_size_px()), size(view.size_px);
    glm::dmat4 clip(
        view.camera.clip_from_view(static_cast<float>(whole.x / std::max(whole.y, 1.0))));
    if (view.whole_size_px.x <= 0) return clip;
    const glm::dvec2 scale = whole / size,
                     shift =
                         (glm::dvec2(2 * (view.picture_low_px() - view.low_px)) + whole - size) /
                         size;
    for (int column = 0; column < 4; ++column)
        for (int row = 0; row < 2; ++row)
            clip[column][row] = scale[row] * clip[column][row] + shift[row] * clip[column][3];
    return clip;
}

}  // namespace

std::string_view name_of(Pass pass) {
    constexpr std::array<std::string_view, pass_count> names{"shadow", "sky",   "ground", "roads",
                                                             "walls",  "roofs", "blocks"};
    return names[static_cast<std::size_t>(pass)];
}

glm::mat4 CityView::clip_from_view() const {
    return glm::mat4(exact_clip_from_view(*this));
}
glm::mat4 CityView::clip_from_local() const {
    return glm::mat4(exact_clip_from_view(*this) * glm::dmat4(camera.view_from_local()));
}

}  // namespace render

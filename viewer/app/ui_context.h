#pragma once

#include <memory>

#include "viewer/panels/ui_view.h"

namespace viewer {

/// Dear ImGui with its OpenGL backend, with or without a window behind it.
class UiContext {
  public:
    explicit UiContext(bool with_gl);
    ~UiContext();
    UiContext(const UiContext&) = delete;
    UiContext& operator=(const UiContext&) = delete;

    /// Fonts and style for the state; call when language, theme, size or the cities' names change.
    void restyle(const AppState& state, const Layout& layout,
                 const std::array<CitySlot, city_slots>& slots);
    /// One frame of panels without input, to be drawn by render_part.
    void lay_out_still(const UiView& view);
    /// A rectangle of the panels (pixels from the top left) into the framebuffer that is bound,
    /// from its corner on.
    void render_part(ImVec2 low, ImVec2 size);
    void render_gl();
    /// After a frame that was left half laid out: all its windows are closed, nothing is drawn.
    void end_broken_frame();

  private:
    bool with_gl_;
};

}  // namespace viewer

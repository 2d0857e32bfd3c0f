#pragma once

#include <array>
#include <memory>

#include "render/frame_part.h"
#include "render/offscreen.h"
#include "viewer/app/ui_context.h"
#include "viewer/commands/picture_arguments.h"
#include "viewer/scene/scene.h"
#include "viewer/state/apply.h"

namespace viewer {

/// Cities on a GPU with no window around them: what a command draws its pictures from.
class Stage {
  public:
    /// Loads, evaluates and uploads the cities, and looks at them as the arguments say.
    static city::Result<std::unique_ptr<Stage>> open(const PictureArguments& arguments,
                                                     const commands::CommandLine& line);

    AppState state;
    std::array<CitySlot, city_slots> slots;
    std::array<CityTotals, city_slots> totals{};

    std::size_t shown() const { return shown_cities(slots); }
    glm::ivec2 size_px() const { return size_px_; }
    render::Renderer& renderer() { return *renderer_; }
    /// After a change of `state`: new results, colours, totals, fonts, as far as they are due.
    void refresh(const Effects& effects);
    /// The cities as the state has them, laid out for the whole picture.
    render::FrameView frame() const;
    void draw(const render::PicturePart& part, int supersample, bool transparent,
              std::uint32_t target);
    bool has_ui() const { return ui_ != nullptr; }
    /// Lays the panels out for the state of now; then any part of them can be drawn over the
    /// picture that is bound.
    void lay_out_panels();
    void draw_panels(const render::PicturePart& part);

  private:
    void show_density();
    glm::ivec4 area_px()
        const;  ///< of the cities, beside the panels: x, y from the bottom left, width, height
    Stage(render::OffscreenContext context, std::unique_ptr<render::Renderer> renderer,
          AppState state_, glm::ivec2 size_px, bool ui);

    render::OffscreenContext context_;
    std::unique_ptr<render::Renderer> renderer_;
    Scene scene_;
    std::unique_ptr<UiContext> ui_;
    Layout layout_;
    glm::ivec2 size_px_;
};

}  // namespace viewer

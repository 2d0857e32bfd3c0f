#include "viewer/commands/stage.h"

#include <spdlog/spdlog.h>

#include <future>

#include "commands/load_messages.h"

#include "viewer/scene/hour_job.h"

namespace viewer {

Stage::Stage(render::OffscreenContext context, std::unique_ptr<render::Renderer> renderer,
             AppState state_now, glm::ivec2 size_px, bool ui)
    : state(std::move(state_now)),
      context_(std::move(context)),
      renderer_(std::move(renderer)),
      scene_(*renderer_),
      size_px_(size_px) {
    if (ui) ui_ = std::make_unique<UiContext>(true);
}

city::Result<std::unique_ptr<Stage>> Stage::open(const PictureArguments& arguments,
                                                 const commands::CommandLine& line) {
    const auto size = size_of(arguments);
    if (!size) return tl::unexpected(size.error());
    auto state = state_of(arguments);
    if (!state) return tl::unexpected(state.error());
    const auto sources = arguments.cities.sources();
    for (const auto& source : sources) commands::show_network_sources(source);
    std::array<CitySlot, city_slots> slots;
    std::array<std::future<city::Result<std::shared_ptr<LoadedSlot>>>, city_slots> loads;
    for (std::size_t c = 0; c < std::min(sources.size(), city_slots); ++c)
        loads[c] = std::async(std::launch::async, [&, c] {
            return load_slot(
                sources[c], state->scenario, commands::method_of(arguments.evaluation),
                commands::progress_for(line, sources[c].city.empty() ? "city" : sources[c].city),
                commands::traffic_of(arguments.evaluation));
        });
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!loads[c].valid()) continue;
        auto loaded = loads[c].get();
        if (!loaded) return tl::unexpected(loaded.error());
        slots[c].data = *loaded;
        commands::tell_load_warnings(sources[c].city.empty() ? "city" : sources[c].city,
                                     slots[c].data->loaded.report);
    }
    auto context = render::OffscreenContext::create();
    if (!context) return tl::unexpected(context.error());
    auto renderer = render::Renderer::create();
    if (!renderer) return tl::unexpected(renderer.error());
    spdlog::debug("drawing with {}", (*renderer)->gl_renderer());
    auto stage = std::unique_ptr<Stage>(new Stage(std::move(*context), std::move(*renderer),
                                                  std::move(*state), *size, arguments.ui));
    stage->slots = std::move(slots);
    AppState& now = stage->state;
    const std::size_t shown = stage->shown();
    stage->layout_ =
        layout_for({static_cast<float>(size->x), static_cast<float>(size->y)}, now, shown);
    for (std::size_t c = 0; c < shown; ++c) {
        if (auto uploaded = stage->scene_.upload(stage->slots[c]); !uploaded)
            return tl::unexpected(uploaded.error());
        const glm::vec4 area(stage->area_px());
        now.cameras[c] = home_camera(*stage->slots[c].data,
                                     area.z / static_cast<float>(shown) / std::max(area.w, 1.0f));
        if (auto placed = place_camera(arguments.camera, now.cameras[c]); !placed)
            return tl::unexpected(placed.error());
    }
    // Side by side means the same metres per pixel.
    if (shown == 2 && arguments.camera.empty())
        now.cameras[0].distance_m = now.cameras[1].distance_m =
            std::min(now.cameras[0].distance_m, now.cameras[1].distance_m);
    if (arguments.select >= 0) now.selected[0].building = arguments.select;
    const glm::vec4 area(stage->area_px());
    const glm::vec2 map_px(
        (area.z - 2.0f * static_cast<float>(shown - 1)) / static_cast<float>(shown), area.w);
    for (std::size_t c = 0; c < shown; ++c) {
        now.building_counts[c] = stage->slots[c].data->loaded.city.buildings.count();
        if (arguments.choose.empty()) continue;
        const auto box = choose_box(arguments.choose, map_px);
        if (!box) return tl::unexpected(box.error());
        now.chosen[c] =
            rows_inside(stage->slots[c].data->near.centres, now.cameras[c], {c, map_px, *box});
    }
    if (!arguments.measure.empty()) {
        const auto tape = tape_from(arguments.measure);
        if (!tape) return tl::unexpected(tape.error());
        now.tape = *tape;
    }
    stage->refresh({.recolour = true, .new_fonts = true, .rechosen = true});
    return stage;
}

void Stage::refresh(const Effects& effects) {
    // The time bar and the curves take room while they are shown.
    layout_ = layout_for(layout_.size, state, shown());
    if (effects.reevaluate) Scene::reevaluate(state, slots);
    const bool recolour = effects.recolour || effects.reevaluate;
    if (recolour) {
        if (auto hours = make_hours(state, slots)) scene_.set_hours(std::move(hours));
        scene_.recolour(state, slots);
        if (state.layer.shown != ShownAs::buildings) show_density();
        for (std::size_t c = 0; c < shown(); ++c)
            totals[c] = totals_of(*slots[c].data, state.scenario);
    }
    if (recolour && ui_) scene_.redraw_overviews(state, slots);
    if (recolour || effects.rechosen) {
        scene_.mark_chosen(state, slots);
        for (std::size_t c = 0; c < shown(); ++c)
            totals[c].chosen = chosen_totals(*slots[c].data, state.chosen[c]);
    }
    if (effects.new_fonts && ui_) ui_->restyle(state, layout_, slots);
}

void Stage::show_density() {
    const DensityMoment moment = scene_.density_moment(state);
    scene_.show(std::make_shared<const Density>(
                    density_of(density_inputs(state.layer, slots, moment), state.layer,
                               palette_of(state), scene_.density(), moment)),
                slots);
}

glm::ivec4 Stage::area_px() const {
    if (!ui_) return {0, 0, size_px_};
    const int side = static_cast<int>(layout_.side_w),
              summary = static_cast<int>(layout_.below_views_h()),
              above = static_cast<int>(layout_.top_bar_h + layout_.below_views_h());
    return {side, summary, size_px_.x - side, size_px_.y - above};
}

render::FrameView Stage::frame() const {
    return scene_.frame(state, slots, area_px(), size_px_);
}

void Stage::draw(const render::PicturePart& part, int supersample, bool transparent,
                 std::uint32_t target) {
    scene_.follow_hour(state, slots);
    if (scene_.density() != nullptr && state.layer.shown != ShownAs::buildings &&
        scene_.density()->moment != scene_.density_moment(state))
        show_density();
    render::FrameView whole = frame();
    whole.transparent = transparent;
    renderer_->draw(render::part_of(whole, part, supersample), target);
}

void Stage::lay_out_panels() {
    if (!ui_) return;
    const ShownLayer shown = scene_.shown(state);
    ui_->lay_out_still({state, text::Messages::in(state.language), layout_, slots, totals, &shown});
}

void Stage::draw_panels(const render::PicturePart& part) {
    if (ui_)
        ui_->render_part({static_cast<float>(part.low_px.x), static_cast<float>(part.low_px.y)},
                         {static_cast<float>(part.size_px.x), static_cast<float>(part.size_px.y)});
}

}  // namespace viewer

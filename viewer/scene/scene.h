#pragma once

#include <array>
#include <optional>

#include "render/overview.h"
#include "render/renderer.h"
#include "viewer/layers/density.h"
#include "viewer/layers/shown_layer.h"
#include "viewer/scene/hour_colours.h"
#include "viewer/slots/city_slot.h"
#include "viewer/state/app_state.h"

namespace viewer {

/// Cities and state -> what the renderer draws. Owns the shared colour scales.
class Scene {
  public:
    explicit Scene(render::Renderer& renderer) : renderer_(renderer) {}

    /// What the slot has of its mesh, which is emptied.
    city::Result<void> upload(CitySlot& slot);
    /// Shows what has been read of a city that is being opened, in place of what was shown of it
    /// before.
    void show_early(CitySlot& slot, const mesh::CityMesh& mesh);
    void end_early(CitySlot& slot);
    /// The part seen from near, where that was made later: as Renderer::add_near.
    city::Result<bool> add_near(const CitySlot& slot, const mesh::NearMesh& mesh,
                                std::size_t most_bytes = ~std::size_t{0});
    /// New places on the colour scale for every row of every city; geometry is not touched.
    void recolour(const AppState& state, const std::array<CitySlot, city_slots>& slots);
    /// Marks the chosen rows; neither places nor geometry are touched.
    void mark_chosen(const AppState& state, const std::array<CitySlot, city_slots>& slots);
    /// The layer hour by hour, as a worker has made it; shown while the state asks for loads.
    void set_hours(std::shared_ptr<const HourLayer> hours) { hours_.set(std::move(hours)); }
    const HourLayer* hours() const { return hours_.layer().get(); }
    bool shows_hours(const AppState& state) const { return hours_.fits(state); }
    /// Once a frame: follows the clock. Costs nothing while it stands.
    void follow_hour(const AppState& state, const std::array<CitySlot, city_slots>& slots);
    /// What the ground shows from now on, on its own scale; each slot gets its part.
    void show(std::shared_ptr<const Density> density, std::array<CitySlot, city_slots>& slots);
    /// Runs the scenario on the cities that are there.
    static void reevaluate(const AppState& state, std::array<CitySlot, city_slots>& slots);

    /// The cities side by side in `area` (x, y from bottom left, width, height).
    render::FrameView frame(const AppState& state, const std::array<CitySlot, city_slots>& slots,
                            glm::ivec4 area_px, glm::ivec2 size_px) const;

    /// The small maps in the corners, drawn anew: after a recolour or a change of theme, not each
    /// frame.
    void redraw_overviews(const AppState& state, const std::array<CitySlot, city_slots>& slots);
    /// None before it was drawn.
    const render::Overview* overview(std::size_t city) const {
        return overviews_[city] ? &*overviews_[city] : nullptr;
    }

    const render::ColorScale& building_scale() const { return building_scale_; }
    const render::ColorScale& road_scale() const { return road_scale_; }
    /// What a density is to be of: the hour that the state shows, where it shows hours.
    DensityMoment density_moment(const AppState& state) const;
    const Density* density() const { return density_.get(); }
    const std::shared_ptr<const Density>& shared_density() const {
        return density_;
    }  ///< for a worker that outlives a frame
    /// For the panels; refers to this scene.
    ShownLayer shown(const AppState& state) const;
    /// Vehicles a day of the widest flow of both cities; 0 without traffic.
    float widest_flow_veh_d() const { return widest_flow_veh_d_; }

  private:
    render::Renderer& renderer_;
    void set_flow_widths(const AppState& state, const std::array<CitySlot, city_slots>& slots);

    std::array<std::optional<render::Overview>, city_slots> overviews_;
    render::ColorScale building_scale_, road_scale_;
    /// What a scale of today's values was made from: while that stays, a slider that moves asks for
    /// no new one.
    struct ScaleOrigin {
        LayerChoice layer;
        render::Palette palette{};
        std::array<emissions::BaselinePtr, city_slots> baselines;
        bool operator==(const ScaleOrigin&) const = default;
    };
    std::array<std::optional<ScaleOrigin>, 2> scale_origin_;  ///< buildings, roads
    HourColours hours_;
    std::shared_ptr<const Density> density_;
    float widest_flow_veh_d_ = 0;
};

render::Palette palette_of(const AppState& state);
Selection selection_of(const render::Picked& picked);
/// How high a column of the scale's upper end stands.
float column_reference_m(const std::array<CitySlot, city_slots>& slots);

/// Everything of a city in view.
render::Camera home_camera(const LoadedSlot& slot, float aspect);
render::Camera home_camera(const mesh::CityMesh& mesh, float aspect);
std::size_t shown_cities(const std::array<CitySlot, city_slots>& slots);

}  // namespace viewer

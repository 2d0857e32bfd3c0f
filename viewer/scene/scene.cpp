#include "viewer/scene/scene.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>

#include "emissions/climate/sun_position.h"
#include "emissions/climate/synthetic_year.h"
#include "study/quantity.h"
#include "viewer/layers/flow_width.h"
#include "viewer/layers/layer_rows.h"

namespace viewer {

namespace {

const render::WritePlaces all_plain = [](std::size_t, std::span<float> places) {
    std::fill(places.begin(), places.end(), render::place_plain);
};

}  // namespace

render::Palette palette_of(const AppState& state) {
    const Compare compare = state.layer.compare;
    if (compare == Compare::difference || compare == Compare::methods)
        return render::Palette::difference;
    return state.dark ? render::Palette::amount_on_dark : render::Palette::amount;
}

Selection selection_of(const render::Picked& picked) {
    Selection selection;
    if (picked.kind == render::Picked::Kind::building)
        selection.building = static_cast<int>(picked.row);
    if (picked.kind == render::Picked::Kind::road) selection.road = static_cast<int>(picked.row);
    if (picked.kind == render::Picked::Kind::cell) selection.cell = static_cast<int>(picked.row);
    return selection;
}

city::Result<void> Scene::upload(CitySlot& slot) {
    end_early(slot);
    if (slot.uploaded) renderer_.remove_city(slot.handle);
    slot.uploaded = false;
    auto handle = renderer_.add_city(slot.data->mesh);
    if (!handle) return tl::unexpected(handle.error());
    slot.handle = *handle;
    slot.uploaded = true;
    // Only the extent is asked for again.
    mesh::CityMesh& mesh = slot.data->mesh;
    mesh::CityMesh kept;
    kept.low = mesh.low;
    kept.high = mesh.high;
    kept.home_low = mesh.home_low;
    kept.home_high = mesh.home_high;
    kept.top_m = mesh.top_m;
    mesh = std::move(kept);
    if (slot.data->near.mesh.tiles.empty()) return {};
    const auto near = add_near(slot, slot.data->near.mesh);
    slot.data->near.mesh = {};
    return near ? city::Result<void>() : tl::unexpected(near.error());
}

void Scene::show_early(CitySlot& slot, const mesh::CityMesh& mesh) {
    end_early(slot);
    // One that does not fit is said of the whole city soon.
    if (const auto handle = renderer_.add_city(mesh)) slot.early = *handle;
}

void Scene::end_early(CitySlot& slot) {
    if (slot.early) renderer_.remove_city(*slot.early);
    slot.early.reset();
}

city::Result<bool> Scene::add_near(const CitySlot& slot, const mesh::NearMesh& mesh,
                                   std::size_t most_bytes) {
    return slot.uploaded ? renderer_.add_near(slot.handle, mesh, most_bytes) : true;
}

void Scene::follow_hour(const AppState& state, const std::array<CitySlot, city_slots>& slots) {
    if (hours_.fits(state)) hours_.colour(renderer_, state, slots, false);
}

void Scene::recolour(const AppState& state, const std::array<CitySlot, city_slots>& slots) {
    const LayerChoice& layer = state.layer;
    set_flow_widths(state, slots);
    if (hours_.fits(state)) {
        scale_origin_ = {};
        building_scale_ = hours_.layer()->building_scale();
        road_scale_ = hours_.layer()->road_scale();
        renderer_.set_palette(building_scale_.palette());
        hours_.colour(renderer_, state, slots, true);
        return;
    }
    const auto palette = palette_of(state);
    renderer_.set_palette(palette);
    const bool buildings_coloured =
        on_buildings(layer.quantity) && layer.shown == ShownAs::buildings;
    const bool roads_coloured =
        layer.flows || (on_roads(layer.quantity) && layer.shown == ShownAs::buildings);
    for (const bool roads : {false, true}) {
        if (roads ? !roads_coloured : !buildings_coloured) continue;
        // The scale stays that of today while sliders move: what gets better gets paler.
        const bool of_today = (layer.compare == Compare::after && layer.quantity != Quantity::pv) ||
                              layer.compare == Compare::before;
        ScaleOrigin origin{layer, palette, {}};
        for (std::size_t c = 0; c < city_slots; ++c)
            if (slots[c].data) origin.baselines[c] = slots[c].data->baseline;
        render::ColorScale& scale = roads ? road_scale_ : building_scale_;
        if (!of_today || scale_origin_[roads] != origin) {
            LayerChoice shown = layer;
            if (of_today) shown.compare = Compare::before;
            std::array<std::vector<float>, city_slots> values;
            std::vector<std::span<const float>> for_scale;
            // The methods differ in buildings only: roads stay plain.
            for (std::size_t c = 0; c < city_slots && !(roads && layer.compare == Compare::methods);
                 ++c) {
                if (!slots[c].data) continue;
                values[c] = all_layer_values(*slots[c].data, shown, roads);
                for_scale.emplace_back(values[c]);
            }
            scale = render::ColorScale::from_values(for_scale, palette, layer.spacing);
        }
        scale_origin_[roads] = origin;
        for (std::size_t c = 0; c < city_slots; ++c) {
            if (!slots[c].uploaded) continue;
            const render::WritePlaces places = layer_places(*slots[c].data, layer, roads, scale);
            if (roads)
                renderer_.set_road_places(slots[c].handle, places);
            else
                renderer_.set_building_places(slots[c].handle, places);
        }
    }
    // A layer without buildings (traffic) or roads (cooling) shows the others plain; so does a
    // density, which lies on the ground.
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!slots[c].uploaded) continue;
        if (!buildings_coloured) renderer_.set_building_places(slots[c].handle, all_plain);
        if (!roads_coloured) renderer_.set_road_places(slots[c].handle, all_plain);
    }
}

void Scene::mark_chosen(const AppState& state, const std::array<CitySlot, city_slots>& slots) {
    std::vector<std::uint8_t> marks;
    const auto mark =
        [&marks](std::size_t count,
                 const std::vector<std::uint32_t>& rows) -> const std::vector<std::uint8_t>& {
        marks.assign(count, 0);
        for (const std::uint32_t row : rows)
            if (row < count) marks[row] = 255;
        return marks;
    };
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!slots[c].uploaded) continue;
        const auto& city = slots[c].data->loaded.city;
        renderer_.set_building_marks(slots[c].handle,
                                     mark(city.buildings.count(), state.chosen[c].buildings));
        renderer_.set_road_marks(slots[c].handle, mark(city.roads.count(), state.chosen[c].roads));
    }
}

void Scene::redraw_overviews(const AppState& state, const std::array<CitySlot, city_slots>& slots) {
    for (std::size_t c = 0; c < city_slots; ++c) {
        overviews_[c].reset();
        if (!slots[c].uploaded) continue;
        auto overview = render::Overview::make();
        if (!overview) {
            spdlog::warn("{}", overview.error().message);
            return;
        }
        render::FrameView frame;
        frame.theme = state.dark ? render::dark_theme() : render::light_theme();
        const mesh::CityMesh& mesh = slots[c].data->mesh;
        const glm::vec2 room = 0.08f * (mesh.home_high - mesh.home_low);
        overview->redraw(renderer_, frame, slots[c].handle, mesh.home_low - room,
                         mesh.home_high + room);
        overviews_[c] = std::move(*overview);
    }
}

void Scene::reevaluate(const AppState& state, std::array<CitySlot, city_slots>& slots) {
    for (CitySlot& slot : slots)
        if (slot.data)
            emissions::evaluate_into(*slot.data->baseline, state.scenario, slot.data->now);
}

std::size_t shown_cities(const std::array<CitySlot, city_slots>& slots) {
    std::size_t shown = 1;
    for (std::size_t c = 0; c < city_slots; ++c)
        if (slots[c].data || !slots[c].loading.empty() || !slots[c].failed.empty() ||
            slots[c].cancelled)
            shown = c + 1;
    return shown;
}

ShownLayer Scene::shown(const AppState& state) const {
    ShownLayer shown{&building_scale_,   &road_scale_,       density(), hours(),
                     shows_hours(state), widest_flow_veh_d_, {}};
    for (std::size_t c = 0; c < city_slots; ++c)
        if (overviews_[c])
            shown.small_maps[c] = {overviews_[c]->texture(), overviews_[c]->low(),
                                   overviews_[c]->high()};
    return shown;
}

render::FrameView Scene::frame(const AppState& state, const std::array<CitySlot, city_slots>& slots,
                               glm::ivec4 area_px, glm::ivec2 size_px) const {
    render::FrameView frame;
    frame.theme = state.dark ? render::dark_theme() : render::light_theme();
    frame.shadows = state.shadows;
    frame.size_px = size_px;
    const int shown = static_cast<int>(shown_cities(slots));
    for (int c = 0; c < shown; ++c) {
        const auto at = static_cast<std::size_t>(c);
        render::CityView view;
        view.masses = !slots[at].data && slots[at].early;
        view.city = slots[at].data || !slots[at].early ? slots[at].handle : *slots[at].early;
        constexpr int gap_px = 2;
        const int width = (area_px.z - gap_px * (shown - 1)) / shown;
        view.low_px = {area_px.x + c * (width + gap_px), area_px.y};
        view.size_px = {width, area_px.w};
        view.camera = state.cameras[at];
        if (state.sun_time && slots[at].data) {
            const city::CityModel& model = slots[at].data->loaded.city;
            const city::LonLat here = model.frame.origin_lonlat();
            const auto sun = emissions::sun_position(
                here, {2024, state.sun_time->month, state.sun_time->day,
                       static_cast<double>(state.sun_time->hour),
                       emissions::standard_time_h(model.info.region, here)});
            view.sun = {static_cast<float>(sun.azimuth_rad), static_cast<float>(sun.altitude_rad)};
        }
        view.ground_layer = state.layer.shown == ShownAs::field     ? render::GroundLayer::field
                            : state.layer.shown == ShownAs::columns ? render::GroundLayer::columns
                                                                    : render::GroundLayer::none;
        view.field_both_ways = density_ && density_->scale.palette() == render::Palette::difference;
        view.buildings = state.layer.shown != ShownAs::columns;
        view.flows = state.layer.flows;
        const auto view_height_px = static_cast<float>(std::max(view.size_px.y, 1));
        view.widest_flow_m =
            widest_flow_px(view.camera, view_height_px) * view.camera.metres_per_px(view_height_px);
        view.selected_cell = state.selected[at].cell;
        view.hovered_cell = state.hovered[at].cell;
        view.selected_building = state.selected[at].building;
        view.selected_road = state.selected[at].road;
        view.hovered_building = state.hovered[at].building;
        view.hovered_road = state.hovered[at].road;
        frame.cities.push_back(view);
    }
    return frame;
}

render::Camera home_camera(const LoadedSlot& slot, float aspect) {
    return home_camera(slot.mesh, aspect);
}

render::Camera home_camera(const mesh::CityMesh& mesh, float aspect) {
    render::Camera camera;
    camera.heading_rad = 0.35f;
    camera.pitch_rad = 0.62f;
    return render::framed(camera, mesh.home_low, mesh.home_high, aspect);
}

}  // namespace viewer

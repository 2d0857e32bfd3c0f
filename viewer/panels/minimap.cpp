// The whole city small from above, with what the view shows outlined; a click goes there.
#include <algorithm>

#include "viewer/layers/shown_layer.h"
#include "viewer/panels/overlay.h"
#include "viewer/tools/ground.h"

namespace viewer {

void draw_minimap(const UiView& view, std::size_t city, Commands& commands) {
    const CitySlot& slot = view.slots[city];
    if (!slot.data) return;
    const float s = view.layout.scale, margin = view.layout.margin, size = 172 * s;
    const Layout::Box map = view.layout.map(city);
    if (map.size.x < 3.2f * size || map.size.y < 2.4f * size)
        return;  // a small view is better off without
    // The square of ground that the picture shows; without a GPU, the city's own.
    glm::vec2 low = slot.data->mesh.home_low, high = slot.data->mesh.home_high;
    const std::optional<ShownLayer::SmallMap> small_map =
        view.shown != nullptr ? view.shown->small_maps[city] : std::nullopt;
    if (small_map) {
        low = small_map->low;
        high = small_map->high;
    }
    if (!(high.x > low.x) || !(high.y > low.y)) return;
    const ImVec2 at(map.low.x + margin, map.low.y + map.size.y - margin - size),
        end(at.x + size, at.y + size);
    ImGui::SetNextWindowPos(at);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::Begin(("##minimap" + std::to_string(city)).c_str(), nullptr,
                 floating_window | ImGuiWindowFlags_NoBackground);
    const bool pressed = ImGui::InvisibleButton("map", {size, size});
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, end, ImGui::GetColorU32(ImGuiCol_WindowBg));
    // GL counts rows from below.
    if (small_map)
        draw.AddImage((ImTextureID) static_cast<std::intptr_t>(small_map->texture), at, end, {0, 1},
                      {1, 0});
    const auto place = [&](glm::vec2 p) {
        return ImVec2(at.x + size * (p.x - low.x) / (high.x - low.x),
                      end.y - size * (p.y - low.y) / (high.y - low.y));
    };
    const render::Camera& camera = view.state.cameras[city];
    ImVec2 corners[4];
    const auto ground = visible_ground(camera, map.size.x / map.size.y, 3.0f * camera.distance_m);
    for (std::size_t k = 0; k < 4; ++k) corners[k] = place(ground[k]);
    draw.PushClipRect(at, end, true);
    draw.AddPolyline(corners, 4, ImGui::GetColorU32(ImGuiCol_WindowBg), ImDrawFlags_Closed,
                     4.5f * s);
    draw.AddPolyline(corners, 4, ImGui::GetColorU32(ImGuiCol_PlotHistogram), ImDrawFlags_Closed,
                     2.2f * s);
    draw.AddCircleFilled(place(glm::vec2(camera.target_local)), 3.0f * s,
                         ImGui::GetColorU32(ImGuiCol_PlotHistogram));
    draw.PopClipRect();
    draw.AddRect(at, end, ImGui::GetColorU32(ImGuiCol_Border), 0.0f, 0, 1.5f * s);
    if (pressed) {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        render::Camera to = camera;
        to.target_local = {low.x + (high.x - low.x) * (mouse.x - at.x) / size,
                           low.y + (high.y - low.y) * (end.y - mouse.y) / size, 0.0f};
        commands.push_back(FlyTo{city, to});
    }
    ImGui::End();
    ImGui::PopStyleVar();
}

}  // namespace viewer

#include "viewer/app/ui_context.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <imgui_internal.h>  // knows what is still open

#include "viewer/app/fonts.h"

namespace viewer {

UiContext::UiContext(bool with_gl) : with_gl_(with_gl) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    if (with_gl_) ImGui_ImplOpenGL3_Init("#version 410 core");
}

UiContext::~UiContext() {
    if (with_gl_) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

void UiContext::restyle(const AppState& state, const Layout& layout,
                        const std::array<CitySlot, city_slots>& slots) {
    std::vector<std::string> names;
    for (const CitySlot& slot : slots) {
        if (!slot.data) continue;
        const auto& city = slot.data->loaded.city;
        names.push_back(city.info.name.en + city.info.name.zh + city.info.name.ko +
                        city.info.name.ja);
        for (std::size_t i = 0; i < city.buildings.count(); ++i)
            if (!city.buildings.name[i].empty()) names.emplace_back(city.buildings.name[i]);
        for (std::size_t i = 0; i < city.roads.count(); ++i)
            if (!city.roads.name[i].empty()) names.emplace_back(city.roads.name[i]);
    }
    load_fonts(state.language, 17.0f * layout.scale, names);
    if (with_gl_) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    apply_style(state.dark, layout.scale);
}

void UiContext::render_gl() {
    ImGui::Render();
    if (with_gl_) ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void UiContext::end_broken_frame() {
    const ImGuiContext* context = ImGui::GetCurrentContext();
    if (context == nullptr || !context->WithinFrameScope) return;
    ImGui::ErrorCheckEndFrameRecover(nullptr);
    ImGui::EndFrame();
}

void UiContext::lay_out_still(const UiView& view) {
    // Twice: Dear ImGui sizes a window by what it held the frame before.
    for (int pass = 0; pass < 2; ++pass) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = view.layout.size;
        io.DeltaTime = 1.0f / 60.0f;
        if (with_gl_) ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        Commands ignored;
        draw_ui(view, ignored);
        if (pass == 0) ImGui::EndFrame();
    }
    ImGui::Render();
}

void UiContext::render_part(ImVec2 low, ImVec2 size) {
    if (!with_gl_) return;
    ImDrawData* data = ImGui::GetDrawData();
    data->DisplayPos = low;
    data->DisplaySize = size;
    ImGui_ImplOpenGL3_RenderDrawData(data);
}

}  // namespace viewer

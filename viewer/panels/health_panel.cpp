#include <fmt/format.h>

#include <algorithm>

#include "text/number_text.h"
#include "viewer/health/health.h"
#include "viewer/panels/ui_view.h"

namespace viewer {

namespace {

std::string ms_text(float ms) {
    return ms < 10 ? fmt::format("{:.1f} ms", ms) : fmt::format("{:.0f} ms", ms);
}

std::string bytes_text(std::size_t bytes) {
    const double mb = static_cast<double>(bytes) / 1048576.0;
    return mb < 1000 ? fmt::format("{:.0f} MB", mb) : fmt::format("{:.1f} GB", mb / 1024.0);
}

struct Part {
    const char* key;
    float FrameTime::*ms;
    ImVec4 colour;
};

// Told apart without red and green, on light and dark panels alike.
const Part parts[] = {{"health.update", &FrameTime::update_ms, {0.90f, 0.62f, 0.00f, 1}},
                      {"health.draw", &FrameTime::draw_ms, {0.00f, 0.45f, 0.70f, 1}},
                      {"health.wait", &FrameTime::wait_ms, {0.58f, 0.63f, 0.68f, 1}}};
const ImVec4 gpu_colour{0.80f, 0.30f, 0.60f, 1};

// A bar for each frame, oldest on the left, in the parts its time went to; the GPU's own time as a
// line over them.
void draw_graph(const FrameHistory& history, ImVec2 size, float scale) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + size.x, low.y + size.y};
    draw->AddRectFilled(low, high, ImGui::GetColorU32(ImGuiCol_FrameBg), 3 * scale);
    // The lines at 60 and 30 frames a second are always in view.
    const float top_ms = std::max(40.0f, 1.1f * history.all_ms(0.98f)), px_per_ms = size.y / top_ms;
    const float width = size.x / static_cast<float>(FrameHistory::most);
    const std::size_t missing = FrameHistory::most - history.count();
    ImVec2 last{0, 0};
    for (std::size_t k = 0; k < history.count(); ++k) {
        const FrameTime& frame = history.at(k);
        const float x = low.x + width * static_cast<float>(missing + k);
        float y = high.y;
        for (const Part& part : parts) {
            const float up = std::max(y - frame.*part.ms * px_per_ms, low.y);
            draw->AddRectFilled({x, up}, {x + std::max(width - 0.3f * scale, 1.0f), y},
                                ImGui::ColorConvertFloat4ToU32(part.colour));
            y = up;
        }
        if (frame.gpu_ms < 0) {
            last = {0, 0};
            continue;
        }
        const ImVec2 at{x + 0.5f * width, std::max(high.y - frame.gpu_ms * px_per_ms, low.y)};
        if (last.x > 0)
            draw->AddLine(last, at, ImGui::ColorConvertFloat4ToU32(gpu_colour), 1.6f * scale);
        last = at;
    }
    // Lines at 60 and 30 frames a second, as far as their names have room; past that the scale's
    // own end.
    float named_y = high.y;
    for (const float ms : {1000.0f / 60.0f, 1000.0f / 30.0f, 0.9f * top_ms}) {
        const float y = high.y - ms * px_per_ms;
        if (named_y - y < ImGui::GetTextLineHeight()) continue;
        named_y = y;
        draw->AddLine({low.x, y}, {high.x, y}, ImGui::GetColorU32(ImGuiCol_TextDisabled), scale);
        draw->AddText({low.x + 4 * scale, y}, ImGui::GetColorU32(ImGuiCol_Text),
                      ms_text(ms).c_str());
    }
    ImGui::Dummy(size);
}

void swatch(const char* label, ImVec4 colour, float scale) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = 9 * scale, y = at.y + 0.5f * (ImGui::GetTextLineHeight() - side);
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, y}, {at.x + side, y + side},
                                              ImGui::ColorConvertFloat4ToU32(colour), 2 * scale);
    ImGui::Dummy({side, 0});
    ImGui::SameLine();
    ImGui::TextDisabled("%s", label);
}

void draw_legend_of_graph(const text::Messages& text, float scale) {
    int k = 0;
    const float column = 0.5f * ImGui::GetContentRegionAvail().x, left = ImGui::GetCursorPosX();
    const auto next = [&](const char* key, ImVec4 colour) {
        if (k++ % 2 == 1) ImGui::SameLine(left + column);
        swatch(text[key].c_str(), colour, scale);
    };
    for (const Part& part : parts) next(part.key, part.colour);
    next("health.gpu", gpu_colour);
}

// The name on the left, the amount flush right.
void row(const std::string& name, const std::string& amount) {
    ImGui::TextDisabled("%s", name.c_str());
    const float x = ImGui::GetWindowContentRegionMax().x - ImGui::CalcTextSize(amount.c_str()).x;
    ImGui::SameLine(std::max(x, 0.0f));
    ImGui::TextUnformatted(amount.c_str());
}

void draw_why(const text::Messages& text, const Health& health) {
    const WhySlow why = why_slow(health);
    std::string line = text[key_of(why.reason)];
    if (why.reason == Slowness::triangles)
        line += fmt::format(", {} {}", text::plain_text(static_cast<double>(why.triangles)),
                            text["health.triangles"]);
    if (why.reason != Slowness::unknown) line += ": " + ms_text(why.ms);
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(line.c_str());
    ImGui::PopTextWrapPos();
}

void draw_passes(const text::Messages& text, const Health& health) {
    for (std::size_t k = 0; k < render::pass_count; ++k) {
        const render::PassStatistics& pass = health.frame.passes[k];
        if (pass.triangles == 0 && pass.gpu_ms <= 0) continue;
        std::string amount = pass.triangles > 0
                                 ? text::plain_text(static_cast<double>(pass.triangles)) + " " +
                                       text["health.triangles"]
                                 : std::string();
        if (pass.gpu_ms >= 0) amount += (amount.empty() ? "" : "   ") + ms_text(pass.gpu_ms);
        row(text["health.pass." + std::string(render::name_of(static_cast<render::Pass>(k)))],
            amount);
    }
}

void draw_memory(const text::Messages& text, const MemoryUse& memory, float scale) {
    const auto bar = [&](const char* key, std::size_t bytes, std::size_t bound) {
        row(text[key], bound > 0 ? fmt::format("{} {} {}", bytes_text(bytes), text["health.of"],
                                               bytes_text(bound))
                                 : bytes_text(bytes));
        if (bound > 0)
            ImGui::ProgressBar(
                std::min(static_cast<float>(bytes) / static_cast<float>(bound), 1.0f),
                {-1, 5 * scale}, "");
        else
            ImGui::TextDisabled("%s", text["health.bound_unknown"].c_str());
    };
    bar("health.memory.program", memory.program_bytes, memory.program_bound_bytes);
    bar("health.memory.gpu", memory.gpu_bytes, memory.gpu_bound_bytes);
}

void heading(const text::Messages& text, const char* key) {
    ImGui::Spacing();
    ImGui::TextUnformatted(text[key].c_str());
    ImGui::Separator();
}

}  // namespace

void draw_health_panel(const UiView& view, Commands& commands) {
    if (!view.state.show_health || view.health == nullptr) return;
    const text::Messages& text = view.text;
    const Health& health = *view.health;
    const float scale = view.layout.scale, width = 380 * scale;
    ImGui::SetNextWindowPos({view.layout.size.x - width - view.layout.margin,
                             view.layout.top_bar_h + view.layout.margin},
                            ImGuiCond_Appearing);
    ImGui::SetNextWindowSize({width, 0});
    bool open = true;
    ImGui::Begin((text["health.title"] + "###health").c_str(), &open,
                 ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoCollapse |
                     ImGuiWindowFlags_NoResize | ImGuiWindowFlags_AlwaysAutoResize);
    draw_graph(health.history, {ImGui::GetContentRegionAvail().x, 96 * scale}, scale);
    draw_legend_of_graph(text, scale);
    row(text["health.median"], ms_text(health.history.all_ms(0.5f)));
    row(text["health.slowest"], ms_text(health.history.all_ms(1.0f)));
    heading(text, "health.why");
    draw_why(text, health);
    heading(text, "health.passes");
    draw_passes(text, health);
    heading(text, "health.memory");
    draw_memory(text, health.memory, scale);
    heading(text, "health.drawing_with");
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(health.gl.renderer.c_str());
    ImGui::TextDisabled("OpenGL %s", health.gl.version.c_str());
    ImGui::PopTextWrapPos();
    heading(text, "health.switched_off");
    ImGui::PushTextWrapPos(0.0f);
    if (health.notes.empty()) ImGui::TextDisabled("%s", text["health.nothing"].c_str());
    for (const std::string& note : health.notes) ImGui::TextUnformatted(text[note].c_str());
    if (!health.gl_errors.empty()) {
        heading(text, "health.gl_errors");
        for (const auto& kind : health.gl_errors)
            ImGui::TextUnformatted(fmt::format("{} x  {}", kind.count, kind.text).c_str());
    }
    ImGui::PopTextWrapPos();
    ImGui::End();
    if (!open) commands.push_back(ShowHealth{false});
}

void draw_start_note(const UiView& view) {
    if (view.health == nullptr || view.health->note_seconds_left <= 0 || view.state.show_health)
        return;
    const text::Messages& text = view.text;
    const float scale = view.layout.scale, width = 460 * scale;
    // Along the lower edge of the last map, where no panel stands; the mouse goes through it.
    const Layout::Box map = view.layout.map(view.layout.cities - 1);
    ImGui::SetNextWindowPos(
        {map.low.x + 0.5f * map.size.x, map.low.y + map.size.y - view.layout.margin},
        ImGuiCond_Always, {0.5f, 1.0f});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::Begin("##start-note", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted((text["health.drawing_with"] + ": " + view.health->gl.renderer).c_str());
    for (const std::string& note : view.health->notes)
        ImGui::TextDisabled("%s", text[note].c_str());
    ImGui::TextDisabled("%s", text["health.more"].c_str());
    ImGui::PopTextWrapPos();
    ImGui::End();
}

}  // namespace viewer

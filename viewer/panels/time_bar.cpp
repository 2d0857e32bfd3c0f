#include <fmt/format.h>

#include <array>
#include <cmath>

#include "viewer/layers/hour_layer.h"
#include "viewer/panels/ui_view.h"

namespace viewer {

namespace {

// A button that looks pressed while its option is on.
bool toggle(const std::string& label, bool on) {
    if (on) ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_Header));
    const bool pressed = ImGui::Button(label.c_str());
    if (on) ImGui::PopStyleColor();
    ImGui::SameLine();
    return pressed;
}

float width_of(const std::string& label) {
    return ImGui::CalcTextSize(label.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x +
           ImGui::GetStyle().ItemSpacing.x;
}

constexpr std::array play_keys{"time.day", "time.year_of_days", "time.year_at_hour"};
constexpr std::array speeds{0.25f, 0.5f, 1.0f, 2.0f, 4.0f};

}  // namespace

void draw_time_bar(const UiView& view, Commands& commands) {
    if (!view.state.sun_time) return;
    const text::Messages& text = view.text;
    const Layout& layout = view.layout;
    SunTime time = *view.state.sun_time;
    ImGui::SetNextWindowPos({layout.side_w, layout.size.y - layout.time_bar_h});
    ImGui::SetNextWindowSize({layout.size.x - layout.side_w, layout.time_bar_h});
    ImGui::Begin("##time", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
    bool changed = false;
    const std::string play = text["time.play"], pause = text["time.pause"];
    // As wide as the longer of its two words, so that nothing moves when it is pressed.
    const float play_w = std::max(width_of(play), width_of(pause));
    if (time.playing)
        ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_Header));
    if (ImGui::Button(((time.playing ? pause : play) + "###play").c_str(), {play_w, 0})) {
        time.playing = !time.playing;
        changed = true;
    }
    if (view.state.sun_time->playing) ImGui::PopStyleColor();
    ImGui::SameLine();
    float widest = 0;
    for (const char* key : play_keys) widest = std::max(widest, width_of(text[key]));
    ImGui::SetNextItemWidth(widest + ImGui::GetFrameHeight());
    if (ImGui::BeginCombo("##what", text[play_keys[static_cast<std::size_t>(time.play)]].c_str())) {
        for (const Play one : city::all_of<Play>())
            if (ImGui::Selectable(text[play_keys[static_cast<std::size_t>(one)]].c_str(),
                                  one == time.play)) {
                time.play = one;
                changed = true;
            }
        ImGui::EndCombo();
    }
    ImGui::SameLine();
    const auto speed_text = [](float speed) { return fmt::format("\u00d7 {:g}", speed); };
    ImGui::SetNextItemWidth(width_of(speed_text(0.25f)) + ImGui::GetFrameHeight());
    if (ImGui::BeginCombo("##speed", speed_text(time.speed).c_str())) {
        for (const float one : speeds)
            if (ImGui::Selectable(speed_text(one).c_str(), one == time.speed)) {
                time.speed = one;
                changed = true;
            }
        ImGui::EndCombo();
    }
    ImGui::SameLine();

    // What is right of the hours, from its width; the hours get the rest.
    const std::string weekday = text["time.weekday"], weekend = text["time.weekend"],
                      annual = text["time.annual"], loads = text["time.loads"];
    float longest_month = 0;
    for (int month = 1; month <= 12; ++month)
        longest_month = std::max(longest_month, width_of(text["month." + std::to_string(month)]));
    const float month_w = longest_month + ImGui::GetFrameHeight();
    const float right_w = month_w + width_of(weekday) + width_of(weekend) + width_of(annual) +
                          width_of(loads) + 3 * ImGui::GetStyle().ItemSpacing.x;
    const int minutes = static_cast<int>(std::lround(time.hour * 60.0f)) % 1440;
    ImGui::SetNextItemWidth(
        std::max(80.0f * layout.scale, ImGui::GetContentRegionAvail().x - right_w));
    changed |= ImGui::SliderFloat("##hour", &time.hour, 0.0f, 23.99f,
                                  fmt::format("{:02d}:{:02d}", minutes / 60, minutes % 60).c_str());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(month_w);
    if (ImGui::BeginCombo("##month", text["month." + std::to_string(time.month)].c_str(),
                          ImGuiComboFlags_HeightLargest)) {
        for (int month = 1; month <= 12; ++month)
            if (ImGui::Selectable(text["month." + std::to_string(month)].c_str(),
                                  month == time.month)) {
                time.month = month;
                changed = true;
            }
        ImGui::EndCombo();
    }
    ImGui::SameLine();
    const auto choose = [&](const std::string& label, bool& flag, bool value) {
        if (toggle(label, flag == value)) {
            flag = value;
            changed = true;
        }
    };
    choose(weekday, time.weekend, false);
    choose(weekend, time.weekend, true);
    choose(annual, time.loads, false);
    choose(loads, time.loads, true);
    ImGui::End();
    if (changed) commands.push_back(SetSunTime{time});
}

void time_keys(const UiView& view, Commands& commands) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.WantTextInput || io.WantCaptureMouse) return;
    // Characters, not keys: brackets lie elsewhere on other keyboards.
    for (const ImWchar typed : io.InputQueueCharacters) {
        SunTime time = view.state.sun_time.value_or(SunTime{.loads = true});
        if (typed == ' ')
            time.playing = !time.playing;
        else if (typed == '[')
            time.hour = std::ceil(time.hour - 1.001f);
        else if (typed == ']')
            time.hour = std::floor(time.hour + 1.001f);
        else
            continue;
        commands.push_back(SetSunTime{time});
    }
}

}  // namespace viewer

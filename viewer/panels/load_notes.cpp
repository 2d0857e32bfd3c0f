// What opening a city repaired, guessed or left out, beside its map until it is put away: the same
// that the commands say on stderr.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/number_text.h"
#include "viewer/panels/overlay.h"

namespace viewer {

namespace {

constexpr std::size_t most_rows = 7;

}  // namespace

// Once each, with one button: servers are asked and rows are moved only where a person says so.
void draw_load_offer(const UiView& view, std::size_t city, Commands& commands) {
    const text::Messages& text = view.text;
    const LoadOffer& offer = view.state.load_offers[city];
    const auto button = [&](const char* key) {
        if (ImGui::Button((text[key] + "##offer" + std::to_string(city)).c_str()))
            commands.push_back(TakeLoadOffer{city});
    };
    ImGui::PushTextWrapPos(0.0f);
    if (!offer.servers.empty()) {
        ImGui::TextUnformatted(text["load.servers"].c_str());
        for (const std::string& server : offer.servers) ImGui::TextWrapped("%s", server.c_str());
        button("load.ask_servers");
    } else if (view.slots[city].data) {
        for (const city::FoundOffset& offset : view.slots[city].data->loaded.report.offsets)
            ImGui::TextUnformatted(
                fmt::format(fmt::runtime(text["load.offset." + offset.table]),
                            text::length_text(std::hypot(offset.east_m, offset.north_m)),
                            offset.shift == "bd09" ? "BD-09" : "GCJ-02")
                    .c_str());
        button("load.undo_offset");
    }
    ImGui::PopTextWrapPos();
}

void draw_load_notes(const UiView& view, std::size_t city, Commands& commands) {
    const text::Messages& text = view.text;
    const geo_io::LoadedCity& loaded = view.slots[city].data->loaded;
    const std::vector<city::Problem>& problems = loaded.report.problems;
    const float s = view.layout.scale;
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(
        fmt::format(fmt::runtime(text["load.title"]), loaded.city.info.name.in(view.state.language))
            .c_str());
    ImGui::Separator();
    const std::size_t shown = std::min(problems.size(), most_rows);
    for (std::size_t p = 0; p < shown; ++p) {
        const city::Problem& problem = problems[p];
        // Figures end on one line; a row's words wrap beside them.
        const std::string count = text::plain_text(static_cast<double>(problem.count));
        ImGui::SetCursorPosX(ImGui::GetStyle().WindowPadding.x + 58 * s -
                             ImGui::CalcTextSize(count.c_str()).x);
        ImGui::TextUnformatted(count.c_str());
        ImGui::SameLine(ImGui::GetStyle().WindowPadding.x + 66 * s);
        ImGui::TextWrapped("%s",
                           text["problem." + std::string(city::name_of(problem.kind))].c_str());
        if (ImGui::IsItemHovered() && !problem.example.empty())
            ImGui::SetTooltip("%s", problem.example.c_str());
    }
    if (problems.size() > shown)
        ImGui::TextDisabled(
            "%s", fmt::format(fmt::runtime(text["load.more"]), problems.size() - shown).c_str());
    ImGui::PopTextWrapPos();
    ImGui::Dummy({0, 2 * s});
    if (ImGui::Button((text["load.understood"] + "##notes" + std::to_string(city)).c_str()))
        commands.push_back(ShowLoadNotes{city, false});
}

}  // namespace viewer

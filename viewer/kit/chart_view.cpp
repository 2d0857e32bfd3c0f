#include "viewer/kit/chart_view.h"

#include <cfloat>
#include <cmath>
#include <vector>

namespace viewer {

namespace {

ImU32 packed(charts::Colour c) {
    return IM_COL32(c.red, c.green, c.blue, c.alpha);
}

charts::Colour theme_colour(ImGuiCol which) {
    const ImU32 c = ImGui::GetColorU32(which);
    const auto byte = [c](int shift) { return static_cast<std::uint8_t>(c >> shift & 0xff); };
    return {byte(IM_COL32_R_SHIFT), byte(IM_COL32_G_SHIFT), byte(IM_COL32_B_SHIFT),
            byte(IM_COL32_A_SHIFT)};
}

float width_of(std::string_view text, float line_px) {
    return ImGui::GetFont()
        ->CalcTextSizeA(line_px, FLT_MAX, 0.0f, text.data(), text.data() + text.size())
        .x;
}

class Painter {
  public:
    Painter(ImVec2 low, ImDrawList& list) : low_(low), list_(list) {}

    void operator()(const charts::Area& area) const {
        // No smoothing at the edges: quads side by side would show seams.
        const ImDrawListFlags flags = list_.Flags;
        list_.Flags &= ~ImDrawListFlags_AntiAliasedFill;
        for (std::size_t k = 0; k + 1 < area.upper.size(); ++k)
            list_.AddQuadFilled(at(area.upper[k]), at(area.upper[k + 1]), at(area.lower[k + 1]),
                                at(area.lower[k]), packed(area.fill));
        list_.Flags = flags;
    }
    void operator()(const charts::Polyline& line) const {
        std::vector<ImVec2> points;
        points.reserve(line.points.size());
        for (const glm::vec2 p : line.points) points.push_back(at(p));
        list_.AddPolyline(points.data(), static_cast<int>(points.size()), packed(line.colour), 0,
                          line.width);
    }
    void operator()(const charts::Rectangle& r) const {
        list_.AddRectFilled(at(r.box.low), at(r.box.high), packed(r.fill), r.corner_radius);
    }
    void operator()(const charts::Rule& r) const {
        list_.AddLine(at(r.from), at(r.to), packed(r.colour), r.width);
    }
    void operator()(const charts::Point& p) const {
        list_.AddCircleFilled(at(p.centre), p.radius, packed(p.fill));
    }
    void operator()(const charts::Text& t) const {
        const float share = t.anchor == charts::Anchor::start    ? 0.0f
                            : t.anchor == charts::Anchor::middle ? 0.5f
                                                                 : 1.0f;
        ImVec2 place = at(t.at);
        place.x -= share * width_of(t.text, t.line_px);
        // On whole pixels: letters between them are blurred.
        list_.AddText(ImGui::GetFont(), t.line_px, {std::floor(place.x), std::floor(place.y)},
                      packed(t.colour), t.text.data(), t.text.data() + t.text.size());
    }

  private:
    ImVec2 at(glm::vec2 p) const { return {low_.x + p.x, low_.y + p.y}; }

    ImVec2 low_;
    ImDrawList& list_;
};

}  // namespace

charts::Style chart_style(float scale) {
    return {.scale = scale,
            .line_px = ImGui::GetFontSize(),
            .gap_px = ImGui::GetStyle().ItemSpacing.y,
            .ink = theme_colour(ImGuiCol_Text),
            .faint = theme_colour(ImGuiCol_TextDisabled),
            .grid = theme_colour(ImGuiCol_Border),
            .ground = theme_colour(ImGuiCol_WindowBg),
            .text_width = width_of};
}

void paint(const charts::Drawing& drawing, ImVec2 low, ImDrawList& list) {
    const Painter painter(low, list);
    const charts::Box& clip = drawing.clip;
    for (const charts::Mark& mark : drawing.marks) {
        if (mark.clipped)
            list.PushClipRect({low.x + clip.low.x, low.y + clip.low.y},
                              {low.x + clip.high.x, low.y + clip.high.y}, true);
        std::visit(painter, mark.shape);
        if (mark.clipped) list.PopClipRect();
    }
}

}  // namespace viewer

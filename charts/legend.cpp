#include "charts/legend.h"

#include <algorithm>

#include "charts/scale.h"
#include "charts/text_layout.h"

namespace charts {

namespace {

// Puts parts under one another; `y` is where the next one begins.
class Column {
  public:
    Column(const Style& style, float width) : style_(style) { drawing_.size.x = width; }

    void operator()(const LegendModel::Note& note) {
        lines(note.text, note.strong ? style_.ink : style_.faint);
    }
    void operator()(const ColourBar& bar);
    void operator()(const WidthKey& key);
    void operator()(const HatchKey& key);

    Drawing finish() {
        drawing_.size.y = std::max(0.0f, y_ - gap());
        return std::move(drawing_);
    }

  private:
    float gap() const { return style_.gap_px; }
    void advance(float height) { y_ += height + gap(); }
    void text_line(float x, Anchor anchor, Colour colour, std::string text) {
        drawing_.add(Text{{x, y_}, anchor, style_.line_px, colour, std::move(text)});
    }
    void lines(const std::string& text, Colour colour) {
        for (std::string& line : wrapped(text, drawing_.size.x, style_)) {
            text_line(0, Anchor::start, colour, std::move(line));
            y_ += style_.line_px;
        }
        y_ += gap();
    }

    const Style& style_;
    Drawing drawing_;
    float y_ = 0;
};

void Column::operator()(const ColourBar& bar) {
    const float width = drawing_.size.x, height = (bar.heights.empty() ? 14 : 30) * style_.scale,
                step = width / static_cast<float>(std::max<std::size_t>(1, bar.steps.size()));
    for (std::size_t k = 0; k < bar.steps.size(); ++k) {
        // A pixel more at the right: no seams.
        const float low = step * static_cast<float>(k), high = std::min(width, low + step + 1.0f);
        const float rise = bar.heights.empty() ? 1.0f : std::clamp(bar.heights[k], 0.0f, 1.0f);
        drawing_.add(
            Rectangle{{{low, y_ + (1.0f - rise) * height}, {high, y_ + height}}, bar.steps[k]});
    }
    for (int k = 1; k < bar.parts; ++k) {
        const float x = width * static_cast<float>(k) / static_cast<float>(bar.parts);
        drawing_.add(
            Rule{{x, y_}, {x, y_ + height}, {60, 58, 64, 110}, std::max(1.0f, style_.scale)});
    }
    advance(height);
    std::vector<Label> labels;
    for (const ColourBar::Label& label : bar.labels)
        labels.push_back({label.place * width, style_.width_of(label.text), label.text});
    for (Label& label : without_overlaps(std::move(labels), 0.0f, width, 0.4f * style_.line_px))
        text_line(label.middle, Anchor::middle, style_.ink, std::move(label.text));
    advance(style_.line_px);
}

void Column::operator()(const WidthKey& key) {
    if (key.strokes.empty()) return;
    const CategoryScale slots{key.strokes.size(), 0.0f, drawing_.size.x};
    float widest = 0;
    for (const WidthKey::Stroke& stroke : key.strokes) widest = std::max(widest, stroke.width_px);
    std::vector<Label> labels;
    for (std::size_t k = 0; k < key.strokes.size(); ++k) {
        const float x = slots.low(k), half = 0.5f * key.strokes[k].width_px,
                    middle = y_ + 0.5f * widest, length = style_.width_of(key.strokes[k].text);
        drawing_.add(Rectangle{
            {{x, middle - half}, {x + 0.72f * slots.step(), middle + half}}, style_.faint, half});
        labels.push_back({x + 0.5f * length, length, key.strokes[k].text});
    }
    advance(widest);
    for (Label& label :
         without_overlaps(std::move(labels), 0.0f, drawing_.size.x, 0.4f * style_.line_px))
        text_line(label.middle, Anchor::middle, style_.ink, std::move(label.text));
    advance(style_.line_px);
}

void Column::operator()(const HatchKey& key) {
    const float high = style_.line_px, wide = 1.6f * high, stroke = 0.4f * high;
    drawing_.add(Rectangle{{{0, y_}, {wide, y_ + high}}, style_.grid});
    for (int k = 0; k < 4; ++k) {
        const float x = stroke * static_cast<float>(k);
        drawing_.add(Rule{{x, y_ + high}, {x + stroke, y_}, style_.faint, 1.5f});
    }
    const float text_x = wide + 8 * style_.scale;
    text_line(text_x, Anchor::start, style_.faint, key.text);
    const float beside_x = text_x + style_.width_of(key.text) + 16 * style_.scale;
    const bool one_line = beside_x + style_.width_of(key.beside) <= drawing_.size.x;
    if (one_line && !key.beside.empty())
        text_line(beside_x, Anchor::start, style_.faint, key.beside);
    advance(high);
    if (!one_line) lines(key.beside, style_.faint);
}

}  // namespace

Drawing legend(const LegendModel& model, const Style& style, float width) {
    Column column(style, width);
    for (const auto& part : model.parts) std::visit(column, part);
    return column.finish();
}

}  // namespace charts

#include "charts/load_curve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "charts/text_layout.h"

namespace charts {

namespace {

// A day as a line: the middles of the hours, closed over midnight at both ends.
constexpr std::size_t point_count = 26;
float hour_of_point(std::size_t k) {
    return k == 0 ? 0.0f : k == point_count - 1 ? 24.0f : static_cast<float>(k) - 0.5f;
}

struct Limits {
    double low = 0, high = 0;
};

// Zero, every line, the stack: what the axis must hold. What is no number says nothing.
Limits limits_of(const LoadCurveModel& model) {
    Limits limits;
    const auto hold = [&](double value) {
        if (!std::isfinite(value)) return;
        limits.low = std::min(limits.low, value);
        limits.high = std::max(limits.high, value);
    };
    hold(std::max(0.0, static_cast<double>(model.least_top)));
    for (std::size_t hour = 0; hour < 24; ++hour) {
        double stack = 0;
        for (const LoadCurveModel::Band& band : model.bands) {
            const double value = static_cast<double>(band.values[hour]);
            stack += std::isfinite(value) ? std::max(0.0, value) : 0.0;
        }
        hold(stack);
        if (model.net) hold(static_cast<double>(model.net->values[hour]));
        if (model.past) hold(static_cast<double>(model.past->values[hour]));
    }
    if (model.now) hold(static_cast<double>(model.now->total));
    return limits;
}

// Calls use(first, behind) for each run of two points or more that are all known.
template <class Known, class Use>
void for_each_run(Known known, Use use) {
    for (std::size_t k = 0; k < point_count;) {
        std::size_t end = k;
        while (end < point_count && known(end)) ++end;
        if (end - k >= 2) use(k, end);
        k = end + 1;
    }
}

struct Plot {
    Box box;
    LinearScale x, y;
    glm::vec2 at(float hour, double value) const {
        return {x.at(static_cast<double>(hour)), y.at(value)};
    }
};

void add_bands(Drawing& drawing, const LoadCurveModel& model, const Plot& plot) {
    std::array<double, point_count> base{};
    for (const LoadCurveModel::Band& band : model.bands) {
        std::array<double, point_count> top = base;
        for (std::size_t k = 0; k < point_count; ++k) {
            const auto value = static_cast<double>(value_at(band.values, hour_of_point(k)));
            top[k] += std::isfinite(value) ? std::max(0.0, value)
                                           : std::numeric_limits<double>::quiet_NaN();
        }
        for_each_run([&](std::size_t k) { return !std::isnan(top[k]); },
                     [&](std::size_t first, std::size_t behind) {
                         Area area{{}, {}, band.fill};
                         for (std::size_t k = first; k < behind; ++k) {
                             area.upper.push_back(plot.at(hour_of_point(k), top[k]));
                             area.lower.push_back(plot.at(hour_of_point(k), base[k]));
                         }
                         drawing.add_clipped(std::move(area));
                     });
        base = top;
    }
}

void add_line(Drawing& drawing, const DayValues& values, const Plot& plot, Colour colour,
              float width) {
    const auto value = [&](std::size_t k) {
        return static_cast<double>(value_at(values, hour_of_point(k)));
    };
    for_each_run([&](std::size_t k) { return std::isfinite(value(k)); },
                 [&](std::size_t first, std::size_t behind) {
                     Polyline line{{}, colour, width};
                     for (std::size_t k = first; k < behind; ++k)
                         line.points.push_back(plot.at(hour_of_point(k), value(k)));
                     drawing.add(std::move(line));
                 });
}

struct Name {
    std::string text;
    Colour colour;
};

// In the order of the stack, the topmost first.
std::vector<Name> names_of(const LoadCurveModel& model, const Style& style) {
    std::vector<Name> names;
    if (model.net) names.push_back({model.net->name, style.ink});
    if (model.past) names.push_back({model.past->name, style.faint});
    for (std::size_t k = model.bands.size(); k-- > 0;)
        names.push_back({model.bands[k].name, model.bands[k].fill});
    return names;
}

void add_names(Drawing& drawing, std::vector<Name> names, const Box& room, const Style& style) {
    const float line = style.line_px;
    // Closer than this the letters of two lines touch.
    const auto most = static_cast<std::size_t>(std::max(1.0f, room.height() / (0.68f * line)));
    if (names.size() > most) {
        const std::size_t left_out = names.size() - most + 1;
        names.resize(most - 1);
        names.push_back({fmt::format("+ {}", left_out), Colour{0, 0, 0, 0}});
    }
    const float step = std::min(1.12f * line, room.height() / static_cast<float>(names.size()));
    const float text_width = room.width() - 1.1f * line;
    for (std::size_t k = 0; k < names.size(); ++k) {
        const float y = room.low.y + step * static_cast<float>(k);
        // Squares of close rows stay apart.
        const float half = std::min(0.35f * line, 0.42f * step);
        drawing.add(Rectangle{{{room.low.x, y + 0.55f * line - half},
                               {room.low.x + 0.75f * line, y + 0.55f * line + half}},
                              names[k].colour,
                              2 * style.scale});
        drawing.add(Text{{room.low.x + 1.1f * line, y},
                         Anchor::start,
                         line,
                         style.ink,
                         shortened(names[k].text, text_width, style)});
    }
}

// What the chart shows at the left, what it says of the moment at the right.
void add_heading(Drawing& drawing, const LoadCurveModel& model, const Style& style) {
    const float now_width = model.now ? style.width_of(model.now->text) : 0.0f;
    drawing.add(Text{{0, 0},
                     Anchor::start,
                     style.line_px,
                     style.faint,
                     shortened(model.title, drawing.size.x - now_width - style.line_px, style)});
    if (model.now)
        drawing.add(Text{{drawing.size.x, 0},
                         Anchor::end,
                         style.line_px,
                         style.ink,
                         shortened(model.now->text, drawing.size.x, style)});
}

void add_now(Drawing& drawing, const LoadCurveModel::Now& now, const Plot& plot,
             const Style& style) {
    const float x = plot.x.at(static_cast<double>(now.hour));
    drawing.add(Rule{{x, plot.box.low.y}, {x, plot.box.high.y}, style.ink, 2 * style.scale});
    if (!std::isfinite(now.total)) return;
    const glm::vec2 at = plot.at(now.hour, static_cast<double>(now.total));
    drawing.add(Point{at, 5.5f * style.scale, style.ground});
    drawing.add(Point{at, 4.0f * style.scale, style.ink});
}

}  // namespace

float value_at(const DayValues& day, float hour) {
    const float place = std::fmod(hour + 23.5f, 24.0f), from = std::floor(place);
    const auto k = static_cast<std::size_t>(from) % 24;
    const float share = place - from;
    // A neighbour that is not known takes nothing from a middle that is.
    return share == 0.0f ? day[k] : day[k] + (day[(k + 1) % 24] - day[k]) * share;
}

Drawing load_curve(const LoadCurveModel& model, const Style& style, glm::vec2 size) {
    Drawing drawing{.size = size, .clip = {}, .marks = {}, .regions = {}};
    const float line = style.line_px, s = style.scale;
    add_heading(drawing, model, style);
    if (model.bands.empty()) {
        drawing.add(Text{{0, 1.4f * line}, Anchor::start, line, style.faint, model.nothing});
        return drawing;
    }
    const std::vector<Name> names = names_of(model, style);
    float names_width = 0;
    for (const Name& name : names) names_width = std::max(names_width, style.width_of(name.text));
    names_width = std::min(names_width + 1.4f * line, 0.4f * size.x);

    const float top = 1.5f * line, bottom = size.y - 1.25f * line;
    const Limits limits = limits_of(model);
    const Ticks ticks = round_ticks(limits.low, limits.high, steps_for(bottom - top, style));
    Plot plot;
    plot.box = {{value_axis_width(ticks, model.value_text, style), top},
                {size.x - names_width - 14 * s, bottom}};
    if (!(plot.box.width() > 1 && plot.box.height() > 1)) return drawing;
    plot.x = {0.0, 24.0, plot.box.low.x, plot.box.high.x};
    plot.y = {ticks.low, ticks.high, bottom, top};
    drawing.clip = plot.box;

    add_bands(drawing, model, plot);
    if (model.net) add_line(drawing, model.net->values, plot, style.ink, 2.5f * s);
    if (model.past) add_line(drawing, model.past->values, plot, style.faint, 1.5f * s);
    add_value_axis(drawing, plot.box, plot.y, ticks, model.value_text, style);
    add_hour_axis(drawing, plot.box, plot.x, style);
    if (model.now) add_now(drawing, *model.now, plot, style);
    add_names(drawing, names, {{plot.box.high.x + 14 * s, 1.3f * line}, size}, style);
    for (std::size_t hour = 0; hour < 24; ++hour)
        drawing.regions.push_back({{{plot.x.at(static_cast<double>(hour)), top},
                                    {plot.x.at(static_cast<double>(hour + 1)), bottom}},
                                   hour});
    return drawing;
}

float hour_at(const Drawing& load_curve, float x_px) {
    const Box& plot = load_curve.clip;
    return plot.width() > 0 ? std::clamp((x_px - plot.low.x) / plot.width(), 0.0f, 1.0f) * 24.0f
                            : 0.0f;
}

std::string hour_text(const LoadCurveModel& model, std::size_t hour) {
    std::string text = fmt::format("{}:00 \u2013 {}:00", hour, hour + 1);
    const auto add = [&](const std::string& name, float value) {
        text += fmt::format(
            "\n{}  {}", name,
            std::isfinite(value) ? model.value_text(static_cast<double>(value)) : "\u2013");
    };
    if (model.net) add(model.net->name, model.net->values[hour]);
    if (model.past) add(model.past->name, model.past->values[hour]);
    for (std::size_t k = model.bands.size(); k-- > 0;)
        add(model.bands[k].name, model.bands[k].values[hour]);
    return text;
}

}  // namespace charts

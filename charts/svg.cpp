#include "charts/svg.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "charts/text_layout.h"

namespace charts {

namespace {

// A line of Noto Sans CJK is 1.448 of its letters' size high, its baseline at 1.16 of it.
constexpr float em_of_line = 1.0f / 1.448f, baseline_of_line = 1.16f / 1.448f;

// Of an em, in Noto Sans CJK; letters that are not listed are as wide as a wide small one.
float em_width(char32_t c) {
    if (c >= 0x1100 && c != 0x2026 && (c < 0x2000 || c >= 0x2e80)) return 1.0f;
    if (c == U' ') return 0.23f;
    if (c >= U'0' && c <= U'9') return 0.555f;
    switch (c) {
        case U'i':
        case U'j':
        case U'l':
        case U'.':
        case U',':
        case U':':
        case U'\'':
        case U'I':
        case U'!':
        case U'|':
            return 0.3f;
        case U'f':
        case U't':
        case U'r':
        case U'(':
        case U')':
        case U'/':
        case U'-':
            return 0.4f;
        case U'm':
        case U'M':
        case U'W':
        case U'%':
            return 0.93f;
        case U'w':
        case U'\u2026':
            return 0.85f;
        default:
            return c >= U'A' && c <= U'Z' ? 0.68f : 0.6f;
    }
}

// XML 1.0 has no place for most control characters.
bool allowed_in_xml(char32_t c) {
    return c == 0x9 || c == 0xa || c == 0xd || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t code = next_code_point(text, at);
        if (code == U'&')
            out += "&amp;";
        else if (code == U'<')
            out += "&lt;";
        else if (code == U'>')
            out += "&gt;";
        else if (code == U'"')
            out += "&quot;";
        else if (code == 0xfffd || !allowed_in_xml(code))
            out += "\uFFFD";
        else
            out += text.substr(begin, at - begin);
    }
    return out;
}

std::string number(float value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

// fill="#rrggbb", with its opacity where it is not full.
std::string paint(const char* attribute, Colour c) {
    std::string text = fmt::format("{}=\"#{:02x}{:02x}{:02x}\"", attribute, c.red, c.green, c.blue);
    if (c.alpha < 255)
        text += fmt::format(" {}-opacity=\"{}\"", attribute,
                            number(static_cast<float>(c.alpha) / 255.0f));
    return text;
}

class Writer {
  public:
    explicit Writer(std::string& out) : out_(out) {}

    void operator()(const Area& area) {
        out_ += "<path d=\"";
        char step = 'M';
        for (const glm::vec2 p : area.upper) point(step, p);
        for (auto p = area.lower.rbegin(); p != area.lower.rend(); ++p) point(step, *p);
        line("Z\" {}/>", paint("fill", area.fill));
    }
    void operator()(const Polyline& polyline) {
        out_ += "<path d=\"";
        char step = 'M';
        for (const glm::vec2 p : polyline.points) point(step, p);
        line("\" fill=\"none\" {} stroke-width=\"{}\" stroke-linejoin=\"round\"/>",
             paint("stroke", polyline.colour), number(polyline.width));
    }
    void operator()(const Rectangle& r) {
        if (r.fill.alpha == 0) return;
        line("<rect {}{} {}/>", box(r.box),
             r.corner_radius > 0 ? fmt::format(" rx=\"{}\"", number(r.corner_radius)) : "",
             paint("fill", r.fill));
    }
    void operator()(const Rule& r) {
        line("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {} stroke-width=\"{}\"/>",
             number(r.from.x), number(r.from.y), number(r.to.x), number(r.to.y),
             paint("stroke", r.colour), number(r.width));
    }
    void operator()(const Point& p) {
        line("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>", number(p.centre.x), number(p.centre.y),
             number(p.radius), paint("fill", p.fill));
    }
    void operator()(const Text& t) {
        if (t.text.empty()) return;
        const char* anchor = t.anchor == Anchor::start    ? "start"
                             : t.anchor == Anchor::middle ? "middle"
                                                          : "end";
        line("<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\" {}>{}</text>",
             number(t.at.x), number(t.at.y + baseline_of_line * t.line_px),
             number(em_of_line * t.line_px), anchor, paint("fill", t.colour), escaped(t.text));
    }

    static std::string box(const Box& b) {
        return fmt::format("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(b.low.x),
                           number(b.low.y), number(b.width()), number(b.height()));
    }

  private:
    void point(char& step, glm::vec2 p) {
        out_ += step;
        step = 'L';
        out_ += number(p.x) + " " + number(p.y);
    }
    template <class... Values>
    void line(fmt::format_string<Values...> form, Values&&... values) {
        fmt::format_to(std::back_inserter(out_), form, std::forward<Values>(values)...);
        out_ += '\n';
    }

    std::string& out_;
};

}  // namespace

std::string svg_text(const Drawing& drawing, const SvgOptions& options) {
    const float margin = options.margin_px;
    const Box page{glm::vec2(-margin), drawing.size + glm::vec2(margin)};
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{2}\" height=\"{3}\" "
        "viewBox=\"{0} {1} {2} {3}\" xml:lang=\"{4}\" role=\"img\" font-family=\"'Noto Sans', "
        "'Noto Sans CJK {5}', 'PingFang {5}', 'Microsoft YaHei', 'DejaVu Sans', sans-serif\">\n",
        number(page.low.x), number(page.low.y), number(page.width()), number(page.height()),
        escaped(options.language),
        options.language == "ja"   ? "JP"
        : options.language == "ko" ? "KR"
                                   : "SC");
    if (!options.title.empty()) out += "<title>" + escaped(options.title) + "</title>\n";
    Writer writer(out);
    writer(Rectangle{page, options.ground});
    // What is clipped stands in a picture of its own: that needs no names, which would meet those
    // of another chart on the same page.
    bool inside = false;
    const auto clip = [&](bool wanted) {
        if (wanted == inside) return;
        inside = wanted;
        const Box& b = drawing.clip;
        out += inside ? fmt::format("<svg {} viewBox=\"{} {} {} {}\" overflow=\"hidden\">\n",
                                    Writer::box(b), number(b.low.x), number(b.low.y),
                                    number(b.width()), number(b.height()))
                      : "</svg>\n";
    };
    for (const Mark& mark : drawing.marks) {
        clip(mark.clipped);
        std::visit(writer, mark.shape);
    }
    clip(false);
    if (options.describe)
        for (const HoverRegion& region : drawing.regions)
            out += fmt::format("<rect {} fill-opacity=\"0\"><title>{}</title></rect>\n",
                               Writer::box(region.box), escaped(options.describe(region.datum)));
    return out + "</svg>\n";
}

float svg_text_width(std::string_view text, float line_px) {
    float width_em = 0;
    for (std::size_t at = 0; at < text.size();) width_em += em_width(next_code_point(text, at));
    return width_em * em_of_line * line_px;
}

}  // namespace charts

// Opens what is written as a reader would: parses the file and measures its paths.
#include "charts/svg.h"

#include <clocale>
#include <locale>
#include <sstream>

#include "tests/charts/curve_model.h"
#include "tests/support/catch.h"
#include "tests/support/xml_elements.h"

namespace {

using test::XmlElement;

std::vector<XmlElement> named(const std::vector<XmlElement>& all, const std::string& name) {
    std::vector<XmlElement> found;
    for (const XmlElement& one : all)
        if (one.name == name) found.push_back(one);
    return found;
}

std::vector<glm::vec2> path_points(const std::string& d) {
    std::string numbers = d;
    for (char& c : numbers)
        if (c == 'M' || c == 'L' || c == 'Z') c = ' ';
    std::istringstream words(numbers);
    words.imbue(std::locale::classic());
    std::vector<glm::vec2> points;
    for (glm::vec2 p; words >> p.x >> p.y;) points.push_back(p);
    return points;
}

charts::LoadCurveModel day() {
    auto model =
        test::model_of({test::rising(100, 20), test::constant(250), test::rising(400, -15)});
    model.past = {"today", test::rising(800, 5)};
    model.now = {18.0f, 840, "18:00   840 kW"};
    return model;
}

}  // namespace

TEST_CASE("the areas of the file add up to the curve within half a pixel", "[charts]") {
    const auto model = day();
    const charts::Drawing drawing =
        charts::load_curve(model, charts::paper_style(charts::svg_text_width), {880, 320});
    const auto elements = test::xml_elements(charts::svg_text(drawing));
    std::vector<XmlElement> areas, lines;
    for (const XmlElement& path : named(elements, "path"))
        (path.attributes.at("fill") == "none" ? lines : areas).push_back(path);
    REQUIRE(areas.size() == 3);
    REQUIRE(lines.size() == 1);

    // The axis as a reader sees it: labels with their value, at the middle of a line of 17.
    std::vector<std::pair<double, double>> ticks;
    for (const XmlElement& text : named(elements, "text"))
        if (text.attributes.at("text-anchor") == "end" &&
            (text.text == "0" || text.text.find(" kW") != std::string::npos) &&
            text.text.find(':') == std::string::npos)
            ticks.emplace_back(std::stod(text.text), std::stod(text.attributes.at("y")));
    REQUIRE(ticks.size() >= 3);
    const auto [zero, zero_y] = ticks.front();
    const auto [top, top_y] = ticks.back();
    CHECK(zero == 0.0);
    for (std::size_t k = 1; k < ticks.size(); ++k)
        CHECK(ticks[k].first == static_cast<double>(k) * ticks[1].first);  // even and round
    CHECK(std::fmod(ticks[1].first, 50.0) == 0.0);
    const double px_per_kw = (zero_y - top_y) / top;

    const auto past = path_points(lines[0].attributes.at("d"));
    REQUIRE(past.size() == 26);
    for (std::size_t hour = 0; hour < 24; ++hour) {
        const std::size_t k = hour + 1;
        double sum_px = 0, sum_kw = 0;
        for (std::size_t band = 0; band < 3; ++band) {
            const auto points = path_points(areas[band].attributes.at("d"));
            REQUIRE(points.size() == 52);
            const double rise_px = static_cast<double>(points[51 - k].y - points[k].y);
            const auto kw = static_cast<double>(model.bands[band].values[hour]);
            CHECK_THAT(rise_px, WithinAbs(kw * px_per_kw, 0.5));
            sum_px += rise_px;
            sum_kw += kw;
        }
        CHECK_THAT(sum_px, WithinAbs(sum_kw * px_per_kw, 0.5));
        // The line stands on the same axis.
        const auto past_kw = static_cast<double>(model.past->values[hour]);
        CHECK_THAT(static_cast<double>(drawing.clip.high.y - past[k].y),
                   WithinAbs(past_kw * px_per_kw, 0.5));
    }
    // Each area has the colour of its band, and lies in the clipped picture.
    CHECK(areas[0].attributes.at("fill") == "#0a0000");
    CHECK(areas[2].attributes.at("fill") == "#0c0000");
    CHECK(areas[0].path == std::vector<std::string>{"svg", "svg"});
    const auto pictures = named(elements, "svg");
    REQUIRE(pictures.size() == 2);
    CHECK(pictures[0].attributes.at("viewBox") == "0 0 880 320");
    CHECK(pictures[1].attributes.at("overflow") == "hidden");
}

TEST_CASE("names with markup, Chinese names and broken bytes arrive as what they are", "[charts]") {
    auto model = day();
    model.bands[0].name = "A<B & \"C\">D";
    model.bands[1].name = "\u5236\u51b7\u00b7\uc804\ub825\u30fb\u96fb\u529b";
    model.bands[2].name = "bad \xff\x01 end";
    model.title = "Bay & <River>";
    charts::Style style = charts::paper_style(charts::svg_text_width);
    const charts::Drawing drawing = charts::load_curve(model, style, {1400, 320});
    charts::SvgOptions options;
    options.title = model.title;
    options.language = "zh";
    options.describe = [&](std::size_t hour) { return charts::hour_text(model, hour); };
    const std::string file = charts::svg_text(drawing, options);
    const auto elements = test::xml_elements(file);
    std::vector<std::string> texts;
    for (const XmlElement& text : named(elements, "text")) texts.push_back(text.text);
    const auto has = [&](const std::string& text) {
        return std::count(texts.begin(), texts.end(), text) == 1;
    };
    CHECK(has(model.bands[0].name));
    CHECK(has(model.bands[1].name));
    CHECK(has("bad \uFFFD\uFFFD end"));
    CHECK(has(model.title));
    CHECK(has("today"));
    CHECK(has("18:00   840 kW"));
    const auto titles = named(elements, "title");
    REQUIRE(titles.size() == 25);  // of the picture, and of each hour
    CHECK(titles[0].text == model.title);
    CHECK(titles[7].text.find(model.bands[0].name + "  220 kW") != std::string::npos);
    const auto& root = elements.front().attributes;
    CHECK(root.at("xml:lang") == "zh");
    CHECK(root.at("font-family").find("'Noto Sans CJK SC'") != std::string::npos);
}

TEST_CASE("numbers have a point in every locale", "[charts]") {
    struct Comma : std::numpunct<char> {
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\3"; }
    };
    const charts::Drawing drawing =
        charts::load_curve(day(), charts::paper_style(charts::svg_text_width), {1880.25f, 320.5f});
    const std::string usual = charts::svg_text(drawing);
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Comma));
    const std::string other = charts::svg_text(drawing);
    std::locale::global(before);
    CHECK(usual == other);
    CHECK(usual.find("width=\"1880.25\"") != std::string::npos);
}

TEST_CASE("what is empty is still a whole file", "[charts]") {
    charts::SvgOptions on_white;
    on_white.margin_px = 16;
    on_white.ground = {255, 255, 255, 255};
    for (const auto& model : {test::model_of({}), test::model_of({test::constant(0)}),
                              test::model_of({test::constant(test::missing)}),
                              test::model_of({test::constant(1e38f)})}) {
        const std::string file = charts::svg_text(
            charts::load_curve(model, charts::paper_style(charts::svg_text_width), {400, 200}),
            on_white);
        CHECK(test::xml_elements(file).front().attributes.at("viewBox") == "-16 -16 432 232");
        CHECK(file.find("nan") == std::string::npos);
        CHECK(file.find("inf") == std::string::npos);
    }
    CHECK_FALSE(test::xml_elements(charts::svg_text({})).empty());
}

#include "charts/text_layout.h"

#include "tests/charts/curve_model.h"
#include "tests/support/catch.h"

using charts::Label;

TEST_CASE("a text that is too wide ends in dots, between letters", "[charts]") {
    const charts::Style style = test::plain_style();
    const float letter = 0.5f * style.line_px;
    CHECK(charts::shortened("short", 5.1f * letter, style) == "short");
    CHECK(charts::shortened("much too long", 9.1f * letter, style) == "much t\u2026");
    // A Chinese sign has three bytes here: none of them stands alone.
    CHECK(charts::shortened("\u7535\u529b\u9700\u6c42", 10.1f * letter, style) ==
          "\u7535\u529b\u2026");
    CHECK(charts::shortened("anything", 0, style).empty());
}

TEST_CASE("lines break at spaces and between Chinese signs, and hold the whole text", "[charts]") {
    const charts::Style style = test::plain_style();
    const float letter = 0.5f * style.line_px;
    CHECK(charts::wrapped("give it as population", 11.1f * letter, style) ==
          std::vector<std::string>{"give it as", "population"});
    CHECK(charts::wrapped("\u672a\u77e5\u4eba\u53e3", 6.1f * letter, style) ==
          std::vector<std::string>{"\u672a\u77e5", "\u4eba\u53e3"});
    CHECK(charts::wrapped("abcdefgh", 3.1f * letter, style) ==
          std::vector<std::string>{"abc", "def", "gh"});
    CHECK(charts::wrapped("", 100, style).empty());
    CHECK(charts::wrapped("x", 0, style) == std::vector<std::string>{"x"});
}

TEST_CASE("labels never overlap and stay inside", "[charts]") {
    for (const float length : {1.0f, 9.0f, 25.0f, 60.0f, 110.0f})
        for (std::size_t anchor = 0; anchor < 3; ++anchor) {
            std::vector<Label> labels;
            for (int k = 0; k <= 10; ++k)
                labels.push_back({10.0f * static_cast<float>(k), length, std::to_string(k)});
            const auto kept = charts::without_overlaps(labels, 0, 100, 2, anchor);
            INFO(length << ", from " << anchor);
            REQUIRE_FALSE(kept.empty());
            for (std::size_t k = 0; k < kept.size(); ++k) {
                if (length <= 100) {
                    CHECK(kept[k].middle - 0.5f * length >= -1e-4f);
                    CHECK(kept[k].middle + 0.5f * length <= 100.0001f);
                }
                if (k > 0) CHECK(kept[k].middle - kept[k - 1].middle >= length + 2);
            }
            CHECK(std::any_of(kept.begin(), kept.end(), [&](const Label& label) {
                return label.text == std::to_string(anchor);
            }));
        }
    CHECK(charts::without_overlaps({}, 0, 100, 2).empty());
}

TEST_CASE("bytes that are no UTF-8 are one letter each", "[charts]") {
    const auto letters = [](std::string_view text) {
        std::vector<char32_t> all;
        for (std::size_t at = 0; at < text.size();)
            all.push_back(charts::next_code_point(text, at));
        return all;
    };
    CHECK(letters("a\u00e9\u7535\U00020000") == std::vector<char32_t>{'a', 0xe9, 0x7535, 0x20000});
    CHECK(letters("\xff"
                  "b") == std::vector<char32_t>{0xfffd, 'b'});
    CHECK(letters("\xe7\x94") == std::vector<char32_t>{0xfffd, 0xfffd});
    CHECK(letters("\xc0\xaf") == std::vector<char32_t>{0xfffd, 0xfffd});
    CHECK(letters("\xed\xa0\x80").front() == 0xfffd);
}

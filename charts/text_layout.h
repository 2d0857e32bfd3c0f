#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "charts/style.h"

namespace charts {

/// The code point at `at`, which moves behind it; U+FFFD for a byte that begins none.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// The text, or as much of its beginning as fits into `width` pixels with "..." behind it.
std::string shortened(std::string_view text, float width, const Style& style);

/// Lines no wider than `width` pixels, broken at spaces and between Chinese, Japanese or Korean
/// signs; a longer word anywhere.
std::vector<std::string> wrapped(std::string_view text, float width, const Style& style);

/// A label along a line: its middle and its length there, in pixels.
struct Label {
    float middle = 0, length = 0;
    std::string text;
    bool operator==(const Label&) const = default;
};

/// Labels that keep `gap` from one another and lie inside of `low`..`high`: those at the ends move
/// in, and where there is no room only each second, third... one stays, counted from `anchor`.
std::vector<Label> without_overlaps(std::vector<Label> labels, float low, float high, float gap,
                                    std::size_t anchor = 0);

}  // namespace charts

#include "charts/text_layout.h"

#include <utf8.h>

#include <algorithm>
#include <cmath>

namespace charts {

namespace {

constexpr char32_t not_a_letter = 0xfffd;

// Signs between which a line may break.
bool is_cjk(char32_t c) {
    return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef) ||
           (c >= 0x20000 && c <= 0x3ffff);
}

// Pieces that stay together: a word with the space behind it, one sign.
std::vector<std::string_view> pieces_of(std::string_view text) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t code = next_code_point(text, at);
        const bool may_break =
            before != 0 && code != U' ' && (before == U' ' || is_cjk(before) || is_cjk(code));
        if (may_break) {
            pieces.push_back(text.substr(begin, here - begin));
            begin = here;
        }
        before = code;
    }
    if (begin < text.size()) pieces.push_back(text.substr(begin));
    return pieces;
}

// How many bytes of whole letters fit; those of one letter at least.
std::size_t bytes_that_fit(std::string_view text, float width, const Style& style) {
    std::size_t fitting = 0;
    for (std::size_t at = 0; at < text.size();) {
        next_code_point(text, at);
        if (fitting > 0 && style.width_of(text.substr(0, at)) > width) break;
        fitting = at;
    }
    return fitting;
}

std::string without_end_spaces(std::string_view text) {
    return std::string(text.substr(0, text.find_last_not_of(' ') + 1));
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const char* here = text.data() + at;
    try {
        const auto code = static_cast<char32_t>(utf8::next(here, text.data() + text.size()));
        at = static_cast<std::size_t>(here - text.data());
        return code;
    } catch (const utf8::exception&) {
        ++at;
        return not_a_letter;
    }
}

std::string shortened(std::string_view text, float width, const Style& style) {
    if (style.width_of(text) <= width) return std::string(text);
    const std::string dots = "\u2026";
    const float left = width - style.width_of(dots);
    if (left <= 0) return {};
    return without_end_spaces(text.substr(0, bytes_that_fit(text, left, style))) + dots;
}

std::vector<std::string> wrapped(std::string_view text, float width, const Style& style) {
    std::vector<std::string> lines;
    std::string line;
    for (std::string_view piece : pieces_of(text)) {
        if (!line.empty() &&
            style.width_of(without_end_spaces(line + std::string(piece))) > width) {
            lines.push_back(without_end_spaces(line));
            line.clear();
        }
        while (style.width_of(without_end_spaces(piece)) > width) {
            const std::size_t bytes = bytes_that_fit(piece, width, style);
            if (bytes >= piece.size()) break;
            lines.emplace_back(piece.substr(0, bytes));
            piece.remove_prefix(bytes);
        }
        line += piece;
    }
    if (!line.empty()) lines.push_back(without_end_spaces(line));
    return lines;
}

std::vector<Label> without_overlaps(std::vector<Label> labels, float low, float high, float gap,
                                    std::size_t anchor) {
    for (Label& label : labels)
        label.middle = high - low >= label.length
                           ? std::max(low + 0.5f * label.length,
                                      std::min(label.middle, high - 0.5f * label.length))
                           : 0.5f * (low + high);
    for (std::size_t stride = 1; stride <= labels.size(); ++stride) {
        std::vector<Label> kept;
        bool apart = true;
        for (std::size_t k = anchor % stride; k < labels.size() && apart; k += stride) {
            apart = kept.empty() || std::abs(labels[k].middle - kept.back().middle) >=
                                        0.5f * (labels[k].length + kept.back().length) + gap;
            kept.push_back(labels[k]);
        }
        if (apart) return kept;
    }
    return {};
}

}  // namespace charts

#include "geo/dialect/utf16_text.h"

#include <algorithm>

namespace geo_io {

namespace {

void append_utf8(std::string& text, char32_t code) {
    const auto add = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code < 0x80) return add(code);
    if (code < 0x800) {
        add(0xC0 | (code >> 6));
    } else {
        if (code < 0x10000) {
            add(0xE0 | (code >> 12));
        } else {
            add(0xF0 | (code >> 18));
            add(0x80 | ((code >> 12) & 0x3F));
        }
        add(0x80 | ((code >> 6) & 0x3F));
    }
    add(0x80 | (code & 0x3F));
}

}  // namespace

std::optional<Utf16> utf16_order(std::string_view head) {
    if (head.starts_with("\xFF\xFE")) return Utf16::little;
    if (head.starts_with("\xFE\xFF")) return Utf16::big;
    // Header lines are mostly ASCII, whose other byte is zero.
    const std::size_t look = std::min<std::size_t>(head.size(), 200) / 2 * 2;
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < look; ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
    if (look < 8 || std::max(zeros[0], zeros[1]) < look / 4) return std::nullopt;
    if (zeros[0] == 0) return Utf16::little;
    if (zeros[1] == 0) return Utf16::big;
    return std::nullopt;
}

std::string utf8_from_utf16(std::string_view text, Utf16 order) {
    std::string result;
    result.reserve(text.size());
    const std::size_t low = order == Utf16::little ? 0 : 1;
    const auto unit = [&](std::size_t at) {
        return static_cast<char32_t>(
            static_cast<unsigned char>(text[at + low]) |
            static_cast<unsigned>(static_cast<unsigned char>(text[at + 1 - low])) << 8);
    };
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        char32_t code = unit(at);
        if (code == 0xFEFF && at == 0) continue;
        if (code >= 0xD800 && code < 0xDC00 && at + 3 < text.size() && unit(at + 2) >= 0xDC00 &&
            unit(at + 2) < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (code >= 0xD800 && code < 0xE000) {
            code = 0xFFFD;
        }
        append_utf8(result, code);
    }
    return result;
}

}  // namespace geo_io

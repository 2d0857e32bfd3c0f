#include "geo/io/text_encoding.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>

#include <cstdint>
#include <memory>
#include <optional>

namespace geo_io {

namespace {

// Decodes the code point at `i` and moves behind it; nothing when the bytes are not UTF-8.
std::optional<std::uint32_t> next_code_point(std::string_view text, std::size_t& i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char first = byte(i);
    if (first < 0x80) return text[i++];
    const int extra = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4 || i + static_cast<std::size_t>(extra) >= text.size())
        return std::nullopt;
    std::uint32_t code = first & (0xFFu >> (extra + 2));
    for (int k = 1; k <= extra; ++k) {
        const unsigned char next = byte(i + static_cast<std::size_t>(k));
        if ((next & 0xC0) != 0x80) return std::nullopt;
        code = (code << 6) | (next & 0x3Fu);
    }
    i += static_cast<std::size_t>(extra) + 1;
    return code;
}

// Each code point below 256 becomes the byte it was before somebody took it for Latin-1.
std::optional<std::string> bytes_from_latin1(std::string_view utf8) {
    std::string bytes;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto code = next_code_point(utf8, i);
        if (!code || *code > 0xFF) return std::nullopt;
        bytes.push_back(static_cast<char>(*code));
    }
    return bytes;
}

std::optional<std::string> recoded(const std::string& bytes, const char* from) {
    CPLErrorReset();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    char* text = CPLRecode(bytes.c_str(), from, CPL_ENC_UTF8);
    const bool failed = text == nullptr || CPLGetLastErrorType() != CE_None;
    CPLPopErrorHandler();
    CPLErrorReset();
    std::optional<std::string> result;
    if (!failed && is_valid_utf8(text) && text[0] != '\0') result = text;
    CPLFree(text);
    return result;
}

// Share of code points that are common in Chinese text: ideographs, ASCII, full-width marks.
double chinese_share(std::string_view utf8) {
    std::size_t all = 0, good = 0;
    for (std::size_t i = 0; i < utf8.size(); ++all) {
        const auto code = next_code_point(utf8, i);
        if (!code) return 0.0;
        if (*code < 0x80 || (*code >= 0x3000 && *code < 0xA000) ||
            (*code >= 0xFF00 && *code < 0xFFF0))
            ++good;
    }
    return all == 0 ? 0.0 : static_cast<double>(good) / static_cast<double>(all);
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();)
        if (!next_code_point(bytes, i)) return false;
    return true;
}

bool looks_garbled(std::string_view utf8) {
    std::size_t high = 0, letters = 0;
    for (std::size_t i = 0; i < utf8.size(); ++letters) {
        const auto code = next_code_point(utf8, i);
        if (!code || *code > 0xFF) return false;
        high += *code >= 0x80 ? 1 : 0;
    }
    // European words have single accents; garbled Chinese is almost all accents.
    return high >= 2 && 2 * high >= letters;
}

std::string to_utf8(std::string_view text, const std::string& declared, bool& changed) {
    const std::string bytes(text);
    if (is_valid_utf8(bytes)) {
        if (!looks_garbled(bytes)) return bytes;
        std::string layer = bytes;
        for (int depth = 0; depth < 3; ++depth) {
            const auto peeled = bytes_from_latin1(layer);
            if (!peeled) break;
            // Looked at in this order: garbled text and UTF-8 make sense as GB 18030 too, just not
            // the right sense.
            const bool valid = is_valid_utf8(*peeled);
            if (valid && looks_garbled(*peeled)) {
                layer = *peeled;
                continue;
            }
            if (valid && chinese_share(*peeled) > 0.9) {
                changed = true;
                return *peeled;
            }
            if (const auto chinese = recoded(*peeled, "GB18030");
                chinese && chinese_share(*chinese) > 0.9) {
                changed = true;
                return *chinese;
            }
            break;
        }
        return bytes;
    }
    changed = true;
    if (!declared.empty())
        if (auto result = recoded(bytes, declared.c_str())) return *result;
    for (const char* encoding : {"GB18030", "BIG5"})
        if (auto result = recoded(bytes, encoding); result && chinese_share(*result) > 0.7)
            return *result;
    if (auto result = recoded(bytes, "ISO-8859-1")) return *result;
    return {};
}

}  // namespace geo_io

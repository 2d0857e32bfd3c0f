#include "geo/files/utf8_text.h"

#include <utf8.h>

#include <algorithm>
#include <cstdint>

namespace files {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// Whether a terminal, or the eye, is led astray by it.
bool acts(std::uint32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0) ||  // C0, DEL, C1
           (character >= 0x2028 && character <= 0x202E) ||  // line ends, embeddings, overrides
           (character >= 0x2066 && character <= 0x2069);    // isolates
}

std::string harmless(std::string_view text, bool keep_lines) {
    const auto blank = [](std::uint32_t c) { return c == '\n' || c == '\t' || c == '\r'; };
    if (std::all_of(text.begin(), text.end(), [&](char c) {
            const auto byte = static_cast<std::uint8_t>(c);
            return (byte >= 0x20 && byte < 0x7F) || (keep_lines && blank(byte));
        }))
        return std::string(text);
    std::string result;
    result.reserve(text.size());
    for (const char *at = text.data(), *end = at + text.size(); at != end;) {
        const char* valid_end = utf8::find_invalid(at, end);
        while (at != valid_end) {
            const char* first = at;
            const std::uint32_t character = utf8::unchecked::next(at);
            if (blank(character))
                result += keep_lines ? static_cast<char>(character) : ' ';
            else if (acts(character))
                result += replacement;
            else
                result.append(first, at);
        }
        if (at == end) break;
        result += replacement;
        ++at;
    }
    return result;
}

}  // namespace

std::optional<std::size_t> first_not_utf8(std::string_view text) {
    const auto invalid =
        static_cast<std::size_t>(utf8::find_invalid(text.begin(), text.end()) - text.begin());
    const std::size_t first = std::min(text.find('\0'), invalid);
    if (first >= text.size()) return std::nullopt;
    return first;
}

std::string one_line(std::string_view text) {
    return harmless(text, false);
}

std::string harmless_lines(std::string_view text) {
    return harmless(text, true);
}

}  // namespace files

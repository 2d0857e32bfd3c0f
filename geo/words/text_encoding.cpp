#include "geo/words/text_encoding.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <utf8.h>

#include <cstdint>
#include <memory>
#include <optional>

namespace geo_io {

namespace {

// Each code point of valid UTF-8, in order; ends early where `take` answers false.
template <class Take>
void for_each_code_point(std::string_view utf8, Take take) {
    for (const char *at = utf8.data(), *end = at + utf8.size(); at < end;)
        if (!take(static_cast<std::uint32_t>(utf8::unchecked::next(at)))) return;
}

// Each code point below 256 becomes the byte it was before somebody took it for Latin-1.
std::optional<std::string> bytes_from_latin1(std::string_view utf8) {
    std::string bytes;
    bool all = true;
    for_each_code_point(utf8, [&](std::uint32_t code) {
        all = code <= 0xFF;
        if (all) bytes.push_back(static_cast<char>(code));
        return all;
    });
    if (!all) return std::nullopt;
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
    for_each_code_point(utf8, [&](std::uint32_t code) {
        ++all;
        if (code < 0x80 || (code >= 0x3000 && code < 0xA000) || (code >= 0xFF00 && code < 0xFFF0))
            ++good;
        return true;
    });
    return all == 0 ? 0.0 : static_cast<double>(good) / static_cast<double>(all);
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
    return utf8::is_valid(bytes.begin(), bytes.end());
}

bool looks_garbled(std::string_view utf8) {
    if (!is_valid_utf8(utf8)) return false;
    std::size_t high = 0, letters = 0;
    bool latin1 = true;
    for_each_code_point(utf8, [&](std::uint32_t code) {
        ++letters;
        high += code >= 0x80 ? 1 : 0;
        latin1 = code <= 0xFF;
        return latin1;
    });
    // European words have single accents; garbled Chinese is almost all accents.
    return latin1 && high >= 2 && 2 * high >= letters;
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

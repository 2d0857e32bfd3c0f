#include "geo/words/guess_encoding.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <utf8.h>

#include <algorithm>
#include <cstdint>
#include <set>

#include "geo/words/text_encoding.h"
#include "geo/words/usual_letters.h"

namespace geo_io {

namespace {

constexpr std::size_t enough_bytes = 20'000;
// A text in the right encoding has a third of its letters and more among the usual ones, one read
// wrongly a few in a hundred. Accents alone between letters must be outvoted clearly.
constexpr double least_share = 0.15, western_share = 0.6;

std::set<std::uint32_t> letters_of(std::string_view utf8) {
    std::set<std::uint32_t> letters;
    for (const char *at = utf8.data(), *end = at + utf8.size(); at < end;)
        letters.insert(static_cast<std::uint32_t>(utf8::unchecked::next(at)));
    return letters;
}

// Of the letters that are not ASCII, how large a share is usual in the language.
double usual_share(std::string_view utf8, const std::set<std::uint32_t>& usual) {
    std::size_t all = 0, good = 0;
    for (const char *at = utf8.data(), *end = at + utf8.size(); at < end;) {
        const auto letter = static_cast<std::uint32_t>(utf8::unchecked::next(at));
        if (letter < 0x80) continue;
        // Full-width marks and digits stand in all of them.
        if ((letter >= 0x3000 && letter < 0x3030) || (letter >= 0xFF00 && letter < 0xFF60))
            continue;
        ++all;
        good += usual.count(letter);
    }
    return all == 0 ? 0.0 : static_cast<double>(good) / static_cast<double>(all);
}

// Accents of European words stand alone between ASCII letters.
bool looks_western(const std::vector<std::string>& texts) {
    std::size_t high = 0, alone = 0;
    for (const std::string& text : texts) {
        const auto is_high = [&](std::size_t at) {
            return at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80;
        };
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (!is_high(at)) continue;
            ++high;
            alone += !is_high(at + 1) && (at == 0 || !is_high(at - 1)) ? 1 : 0;
        }
    }
    return high > 0 && alone * 10 >= high * 8;
}

std::string recoded(const std::string& bytes, const char* from, const char* to) {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    char* text = CPLRecode(bytes.c_str(), from, to);
    CPLPopErrorHandler();
    CPLErrorReset();
    std::string result = text == nullptr ? "" : text;
    CPLFree(text);
    return result;
}

// All texts as UTF-8, where (almost) all are valid: a field of fixed width can cut the last letter
// in two.
std::optional<std::string> joined(const std::vector<std::string>& texts,
                                  const std::string& encoding) {
    std::string all;
    std::size_t not_valid = 0;
    for (const std::string& text : texts) {
        std::optional<std::string> utf8;
        for (std::size_t cut = 0; !utf8 && cut < 3 && cut < text.size(); ++cut)
            utf8 = utf8_from(text.substr(0, text.size() - cut), encoding);
        not_valid += utf8 ? 0 : 1;
        if (utf8) all += *utf8 + "\n";
    }
    if (not_valid * 20 > texts.size()) return std::nullopt;
    return all;
}

}  // namespace

std::optional<std::string> utf8_from(const std::string& bytes, const std::string& encoding) {
    if (encoding == "UTF-8")
        return is_valid_utf8(bytes) ? std::optional<std::string>(bytes) : std::nullopt;
    // GDAL passes over what is not valid and warns once in the life of the program: only the way
    // back shows it.
    std::string text = recoded(bytes, encoding.c_str(), CPL_ENC_UTF8);
    if (!is_valid_utf8(text) || recoded(text, CPL_ENC_UTF8, encoding.c_str()) != bytes)
        return std::nullopt;
    return text;
}

std::optional<EncodingGuess> guess_encoding(const std::vector<std::string>& texts) {
    std::vector<std::string> all;
    std::size_t bytes = 0;
    for (const std::string& text : texts) {
        if (bytes > enough_bytes) break;
        if (std::none_of(text.begin(), text.end(),
                         [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            continue;
        bytes += text.size();
        all.push_back(text);
    }
    if (all.empty()) return std::nullopt;
    if (joined(all, "UTF-8")) return EncodingGuess{"UTF-8", ""};
    const UsualLetters* best = nullptr;
    double best_share = 0.0;
    for (const UsualLetters& candidate : usual_letters) {
        const auto text = joined(all, candidate.encoding);
        if (!text) continue;
        const double share = usual_share(*text, letters_of(candidate.letters));
        if (share > best_share) {
            best_share = share;
            best = &candidate;
        }
    }
    const bool western = looks_western(all);
    if (best != nullptr && best_share >= (western ? western_share : least_share))
        return EncodingGuess{best->encoding, best->language};
    if (western) return EncodingGuess{"CP1252", "Western European (Windows-1252)"};
    return std::nullopt;
}

}  // namespace geo_io

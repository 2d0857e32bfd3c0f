#include "geo/source/member_names.h"

#include <algorithm>
#include <set>

#include "geo/words/guess_encoding.h"

namespace geo_io {

namespace {

std::string_view base_of(std::string_view name) {
    return name.substr(name.find_last_of("/\\") + 1);
}

// Folders with '/', without the ones that lead out.
std::string inside(const std::string& name) {
    std::string result;
    std::string_view rest = name;
    while (!rest.empty()) {
        const std::size_t slash = rest.find_first_of("/\\");
        const std::string_view part = rest.substr(0, slash);
        rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
        if (part.empty() || part == "." || part == ".." || (part.size() == 2 && part[1] == ':'))
            continue;
        if (!result.empty()) result.push_back('/');
        result += part;
    }
    for (char& c : result)
        if (static_cast<unsigned char>(c) < ' ') c = '_';
    return result.empty() ? "_" : result;
}

}  // namespace

bool is_of_the_packer(std::string_view name) {
    const std::string_view base = base_of(name);
    return name.starts_with("__MACOSX/") || name.find("/__MACOSX/") != std::string_view::npos ||
           base.starts_with("._") || base == ".DS_Store" || base == "Thumbs.db" ||
           base == "desktop.ini";
}

std::vector<std::string> decoded_names(const std::vector<RawMemberName>& names) {
    std::vector<std::string> silent;
    for (const RawMemberName& name : names)
        if (!name.says_utf8 || !utf8_from(name.bytes, "UTF-8")) silent.push_back(name.bytes);
    const auto guess = guess_encoding(silent);
    std::vector<std::string> result;
    std::set<std::string> taken;
    for (const RawMemberName& name : names) {
        auto text = utf8_from(name.bytes, "UTF-8");
        // ISO 2022 and the two-byte sets hold '\\' in second bytes: decoded before it is cut.
        if (!text && guess) text = utf8_from(name.bytes, guess->encoding);
        if (!text) text = utf8_from(name.bytes, "CP437");
        if (!text) {
            text = name.bytes;
            for (char& c : *text)
                if (static_cast<unsigned char>(c) >= 0x80) c = '_';
        }
        std::string unique = inside(*text);
        for (int again = 2; !taken.insert(unique).second; ++again)
            unique = std::to_string(again) + "/" + inside(*text);
        result.push_back(std::move(unique));
    }
    return result;
}

}  // namespace geo_io

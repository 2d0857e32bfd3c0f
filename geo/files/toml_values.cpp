#include "geo/files/toml_values.h"

#include <string>

namespace files {

namespace {

// Behind the text that begins at `at`: "...", '...', and the threefold ones that go over lines.
std::size_t behind_text(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::string three(3, quote);
    const bool long_text = text.substr(at, 3) == three;
    at += long_text ? 3 : 1;
    while (at < text.size()) {
        if (quote == '"' && text[at] == '\\') {
            at += 2;
        } else if (long_text ? text.substr(at, 3) == three : text[at] == quote) {
            return at + (long_text ? 3 : 1);
        } else if (!long_text && text[at] == '\n') {
            return at;  // a mistake, which the reader of the file names
        } else {
            ++at;
        }
    }
    return text.size();
}

}  // namespace

std::size_t most_toml_values(std::string_view text) {
    std::size_t count = 1;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = behind_text(text, at);
            continue;
        }
        if (c == '#') {
            at = text.find('\n', at);
            if (at == std::string_view::npos) break;
            continue;
        }
        count += c == '\n' || c == ',' || c == '[' || c == '{' || c == '.' ? 1 : 0;
        ++at;
    }
    return count;
}

}  // namespace files

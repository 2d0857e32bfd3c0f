#include "geo/dialect/json_outline.h"

#include <algorithm>

namespace geo_io {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_keys = 64, most_text = 200;

struct Scanner {
    std::string_view text;
    std::size_t at = 0;

    bool done() const { return at >= text.size(); }
    char now() const { return text[at]; }
    void skip_blanks() {
        while (!done() && (static_cast<unsigned char>(now()) <= ' ')) ++at;
    }
    // Stands on a quote: behind the closing one afterwards, or at the end.
    std::string_view string() {
        const std::size_t first = ++at;
        while (!done() && now() != '"') at += now() == '\\' ? 2 : 1;
        at = std::min(at, text.size());
        const std::string_view inside = text.substr(first, at - first);
        if (!done()) ++at;
        return inside;
    }
    // Behind the value that begins here.
    void skip_value() {
        std::size_t depth = 0;
        while (!done()) {
            const char c = now();
            if (c == '"') {
                string();
                if (depth == 0) return;
                continue;
            }
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') {
                if (depth == 0) return;
                if (--depth == 0) {
                    ++at;
                    return;
                }
            }
            if (c == ',' && depth == 0) return;
            ++at;
        }
    }
};

}  // namespace

bool JsonOutline::has(std::string_view key) const {
    return std::any_of(keys.begin(), keys.end(), [&](const auto& k) { return k.first == key; });
}

std::string_view JsonOutline::value(std::string_view key) const {
    for (const auto& [name, value] : keys)
        if (name == key) return value;
    return {};
}

bool is_spread_out(std::string_view head) {
    if (head.find('\x1E') != std::string_view::npos) return false;
    Scanner scan{head};
    if (head.starts_with(byte_order_mark)) scan.at = byte_order_mark.size();
    scan.skip_blanks();
    const std::size_t first = scan.at;
    scan.skip_value();
    return head.substr(first, scan.at - first).find('\n') != std::string_view::npos;
}

std::string one_object_a_line(std::string_view text) {
    std::string lines;
    Scanner scan{text};
    if (text.starts_with(byte_order_mark)) scan.at = byte_order_mark.size();
    while (true) {
        scan.skip_blanks();
        if (scan.done()) return lines;
        const std::size_t first = scan.at;
        scan.skip_value();
        if (scan.at == first) ++scan.at;  // a bracket or comma too many
        // No line ends inside the texts of JSON.
        for (const char c : text.substr(first, scan.at - first))
            lines.push_back(c == '\n' || c == '\r' ? ' ' : c);
        lines.push_back('\n');
    }
}

JsonOutline json_outline(std::string_view head) {
    JsonOutline outline;
    Scanner scan{head};
    if (head.starts_with(byte_order_mark)) scan.at = byte_order_mark.size();
    scan.skip_blanks();  // also the record separator, 0x1E
    if (scan.done() || scan.now() != '{') return outline;
    outline.is_object = true;
    ++scan.at;
    while (outline.keys.size() < most_keys) {
        scan.skip_blanks();
        if (!scan.done() && scan.now() == ',') {
            ++scan.at;
            continue;
        }
        if (scan.done() || scan.now() != '"') break;
        std::string key(scan.string().substr(0, most_text));
        scan.skip_blanks();
        if (scan.done() || scan.now() != ':') break;
        ++scan.at;
        scan.skip_blanks();
        if (scan.done()) break;
        const std::size_t first = scan.at;
        const char kind = scan.now();
        scan.skip_value();
        std::string_view value = head.substr(first, std::min(most_text, scan.at - first));
        if (kind == '"') {
            value.remove_prefix(1);
            if (value.ends_with('"')) value.remove_suffix(1);
        } else if (kind == '{' || kind == '[') {
            value = value.substr(0, 1);
        }
        outline.keys.emplace_back(std::move(key), std::string(value));
    }
    if (!scan.done() && scan.now() == '}') {
        ++scan.at;
        scan.skip_blanks();
        outline.ended = true;
        outline.another = !scan.done() && scan.now() == '{';
    }
    return outline;
}

}  // namespace geo_io

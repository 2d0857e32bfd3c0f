#include "geo/dialect/bounded_json.h"

#include <algorithm>
#include <limits>

namespace geo_io {

namespace {

using nlohmann::json;

std::size_t line_of(std::string_view text, std::size_t byte) {
    return 1 + static_cast<std::size_t>(std::count(
                   text.begin(),
                   text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size())), '\n'));
}

// Where the text is nested deeper than that; npos where it is not.
std::size_t too_deep_at(std::string_view text, int most_depth) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c == '\\') ++at;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > most_depth) return at;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return std::string_view::npos;
}

// Holds nothing; remembers where it went wrong.
struct FaultFinder : nlohmann::json_sax<json> {
    std::size_t at = 0;
    bool found = false;
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(json::number_integer_t) override { return true; }
    bool number_unsigned(json::number_unsigned_t) override { return true; }
    bool number_float(json::number_float_t, const json::string_t&) override { return true; }
    bool string(json::string_t&) override { return true; }
    bool binary(json::binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(json::string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        at = position;
        found = true;
        return false;
    }
};

}  // namespace

std::string json_fault(std::string_view text, int most_depth) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (const std::size_t at = too_deep_at(text, most_depth); at != std::string_view::npos)
        return "it is nested deeper than " + std::to_string(most_depth) + " levels in line " +
               std::to_string(line_of(text, at));
    FaultFinder finder;
    json::sax_parse(text.begin(), text.end(), &finder);
    if (!finder.found) return {};
    const std::size_t at = finder.at == 0 ? 0 : finder.at - 1;
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos || at > last)
        return "the text ends in the middle: it was not downloaded or saved whole";
    std::string fault = "it is no JSON from line " + std::to_string(line_of(text, at)) + " on";
    const std::size_t before =
        at == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", at - 1);
    if ((text[at] == ']' || text[at] == '}') && before != std::string_view::npos &&
        text[before] == ',')
        fault += std::string(": a comma stands before the closing ") + text[at];
    return fault;
}

city::Result<json> parse_json(std::string_view text, int most_depth) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (too_deep_at(text, most_depth) == std::string_view::npos) {
        json parsed = json::parse(text.begin(), text.end(), nullptr, false);
        if (!parsed.is_discarded()) return parsed;
    }
    return city::fail(json_fault(text, most_depth));
}

double number_at(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<double>()
                                                       : std::numeric_limits<double>::quiet_NaN();
}

std::string text_of(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number() || value.is_boolean())
        return value.dump(-1, ' ', false, json::error_handler_t::replace);
    return {};
}

std::string text_at(const json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? "" : text_of(*found);
}

}  // namespace geo_io

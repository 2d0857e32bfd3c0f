#include "geo/words/value_parse.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "geo/city/units.h"

namespace geo_io {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct Number {
    double value;
    std::string_view rest;  ///< what follows it
};

// The next number in `text`, with '.' or ',' as decimal sign. "1,200" (three digits after a comma)
// is read as a thousand two hundred.
std::optional<Number> next_number(std::string_view text) {
    std::size_t start = 0;
    while (start < text.size() && !is_digit(text[start])) ++start;
    if (start == text.size()) return std::nullopt;
    std::size_t end = start;
    char digits[40];
    std::size_t length = 0;
    const bool negative =
        start > 0 && text[start - 1] == '-' && (start == 1 || text[start - 2] == ' ');
    if (negative) digits[length++] = '-';
    bool fraction = false;
    while (end < text.size() && length < sizeof digits) {
        const char c = text[end];
        if (is_digit(c)) {
            digits[length++] = c;
        } else if ((c == '.' || c == ',') && !fraction && end + 1 < text.size() &&
                   is_digit(text[end + 1])) {
            std::size_t after = end + 1;
            while (after < text.size() && is_digit(text[after])) ++after;
            const bool thousands = c == ',' && after - end == 4;
            if (!thousands) {
                digits[length++] = '.';
                fraction = true;
            }
        } else {
            break;
        }
        ++end;
    }
    double value = 0.0;
    const auto result = std::from_chars(digits, digits + length, value);
    if (result.ec != std::errc{}) return std::nullopt;
    // The dash of "5-6" is no minus sign.
    std::string_view rest = text.substr(end);
    if (!rest.empty() && rest.front() == '-') rest.remove_prefix(1);
    return Number{value, rest};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

bool starts_with_letters(std::string_view text, std::string_view wanted) {
    text = trimmed(text);
    if (text.size() < wanted.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if ((text[i] | 0x20) != wanted[i]) return false;
    return true;
}

// The largest of all numbers in a list such as "3;4" or "5-6".
template <class ToValue>
double largest(std::string_view text, ToValue to_value) {
    double result = none;
    for (auto number = next_number(text); number; number = next_number(number->rest)) {
        const double value = to_value(*number);
        if (std::isfinite(value) && !(result >= value)) result = value;
    }
    return result;
}

}  // namespace

double parse_length_m(std::string_view text) {
    text = trimmed(text);
    const bool imperial_marks = text.find('\'') != std::string_view::npos;
    if (imperial_marks) {  // 39'6"
        const auto feet = next_number(text);
        if (!feet) return none;
        const auto inches = next_number(feet->rest);
        return (feet->value + (inches ? inches->value / 12.0 : 0.0)) * city::m_per_ft;
    }
    return largest(text, [](const Number& number) {
        if (starts_with_letters(number.rest, "ft") || starts_with_letters(number.rest, "feet") ||
            starts_with_letters(number.rest, "foot"))
            return number.value * city::m_per_ft;
        if (starts_with_letters(number.rest, "cm")) return number.value * 0.01;
        return number.value;
    });
}

double parse_count(std::string_view text) {
    return largest(text, [](const Number& number) { return number.value; });
}

double parse_year(std::string_view text) {
    for (auto number = next_number(text); number; number = next_number(number->rest))
        if (number->value >= 1000.0 && number->value < 3000.0) return std::floor(number->value);
    return none;
}

double parse_speed_kmh(std::string_view text) {
    const auto number = next_number(text);
    if (!number) return none;
    return starts_with_letters(number->rest, "mph") ? number->value * city::km_per_mile
                                                    : number->value;
}

int parse_one_way(std::string_view text) {
    text = trimmed(text);
    if (text == "yes" || text == "true" || text == "1" || text == "T" || text == "F" ||
        text == "FT")
        return text == "F" ? 0
                           : 1;  // HERE and Geofabrik write B, F, T: F means along the line there
    if (text == "-1" || text == "reverse" || text == "TF") return -1;
    return 0;
}

}  // namespace geo_io

// Storeys and lanes as people count them.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "geo/words/number_text.h"
#include "geo/words/value_parse.h"

namespace geo_io {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// "G+2": the ground floor and two more. "B+G+5" and "RDC+3" (rez-de-chaussee) too.
std::optional<double> ground_plus(const std::string& lower) {
    if (lower.find('+') == std::string::npos) return std::nullopt;
    constexpr std::array<std::string_view, 10> ground_words{
        "g", "gf", "ground", "ground floor", "r", "rdc", "rc", "eg", "pb", "g/f"};
    double storeys = none;
    std::string_view left = lower;
    while (true) {
        const std::size_t plus = left.find('+');
        const std::string_view piece = trimmed(left.substr(0, plus));
        if (std::find(ground_words.begin(), ground_words.end(), piece) != ground_words.end())
            storeys = 1.0;
        else if (const auto number = next_number(piece); number && !std::isnan(storeys))
            storeys += number->value;
        if (plus == std::string_view::npos) break;
        left.remove_prefix(plus + 1);
    }
    return storeys > 1.0 ? std::optional<double>(storeys) : std::nullopt;
}

// "六层", "十二层": the storeys that a Chinese or Japanese text counts in words; NaN where it has
// none.
double counted_in_words(std::string_view text) {
    constexpr std::array<std::string_view, 10> digits{"一", "二", "三", "四", "五",
                                                      "六", "七", "八", "九", "十"};
    double tens = none, ones = none;
    std::size_t at = 0;
    while (at + 3 <= text.size()) {
        const auto digit = std::find(digits.begin(), digits.end(), text.substr(at, 3));
        if (digit == digits.end()) break;
        const auto value = static_cast<double>(digit - digits.begin() + 1);
        if (value == 10.0) {
            if (!std::isnan(tens)) return none;
            tens = std::isnan(ones) ? 10.0 : 10.0 * ones;
            ones = none;
        } else {
            if (!std::isnan(ones)) return none;
            ones = value;
        }
        at += 3;
    }
    if (at == 0 ||
        (text.substr(at, 3) != "层" && text.substr(at, 3) != "層" && text.substr(at, 3) != "階"))
        return none;
    return (std::isnan(tens) ? 0.0 : tens) + (std::isnan(ones) ? 0.0 : ones);
}

// Storeys below the ground: "地下2层", "지하 3층", "B2".
bool is_below_ground(std::string_view before) {
    before = trimmed(before);
    const auto ends_with = [before](std::string_view word) {
        return before.size() >= word.size() && before.substr(before.size() - word.size()) == word;
    };
    for (const std::string_view word : {"地下", "지하", "basement", "Basement", "basements", "负"})
        if (ends_with(word)) return true;
    return (ends_with("B") || ends_with("b")) && (before.size() == 1 || before.back() == 'B') &&
           (before.size() < 2 || before[before.size() - 2] == ' ' ||
            before[before.size() - 2] == '/' || before[before.size() - 2] == ',');
}

// "12.5k", "12 K veh/day"
bool is_thousands(std::string_view behind) {
    behind = trimmed(behind);
    return !behind.empty() && (behind[0] == 'k' || behind[0] == 'K') &&
           (behind.size() == 1 || behind[1] == ' ' || behind[1] == '/');
}

}  // namespace

double parse_count(std::string_view text) {
    text = without_remark(trimmed(text));
    if (text.find('+') != std::string_view::npos)
        if (const auto storeys = ground_plus(lower_case(text))) return *storeys;
    if (is_bound(text)) return none;
    double result = none;
    for (auto number = next_number(text); number; number = next_number(number->rest)) {
        if (number->comma_decides) return none;
        if (is_below_ground(number->before)) continue;
        const double value = number->value * (is_thousands(number->rest) ? 1e3 : 1.0);
        if (std::isfinite(value) && !(result >= value)) result = value;
    }
    return std::isnan(result) ? counted_in_words(text) : result;
}

}  // namespace geo_io

#include "geo/words/value_parse.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "geo/city/units.h"
#include "geo/words/measure_unit.h"
#include "geo/words/number_text.h"

namespace geo_io {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// The word right behind a number, as a unit of the dimension.
MeasureUnit unit_behind(std::string_view rest, Dimension dimension) {
    rest = trimmed(rest);
    std::size_t end = 0;
    const auto is_part = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '^' ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    while (end < rest.size() && is_part(rest[end])) ++end;
    std::string_view word = rest.substr(0, end);
    // "m2", "ft2": the digit belongs to the unit; "sq ft" and "km / h" are two words.
    if (dimension == Dimension::area && end < rest.size() && rest[end] == '2')
        word = rest.substr(0, end + 1);
    if (const auto unit = unit_from_word(word, dimension)) return *unit;
    if (dimension == Dimension::area && starts_with_letters(rest, "sq")) {
        const std::string_view next = trimmed(rest.substr(std::min<std::size_t>(
            rest.find(' ') == std::string_view::npos ? rest.size() : rest.find(' '), rest.size())));
        if (starts_with_letters(next, "f")) return MeasureUnit::square_foot;
        if (starts_with_letters(next, "m")) return MeasureUnit::square_metre;
    }
    return MeasureUnit::unstated;
}

// The largest of all numbers in a list such as "3;4" or "5-6"; a unit behind the last one is that
// of all.
Measured largest(std::string_view text, Dimension dimension) {
    text = without_remark(trimmed(text));
    Measured result{none, false};
    if (is_bound(text)) return result;
    double largest_bare = none;
    for (auto number = next_number(text); number; number = next_number(number->rest)) {
        const MeasureUnit unit = unit_behind(number->rest, dimension);
        const double value = number->value * scale_of(unit);
        if (!std::isfinite(value)) continue;
        if (unit == MeasureUnit::unstated) {
            if (!(largest_bare >= value)) largest_bare = value;
            continue;
        }
        if (std::isfinite(largest_bare)) {
            const double bare = largest_bare * scale_of(unit);
            if (!(result.value >= bare)) result.value = bare;
            largest_bare = none;
        }
        if (!(result.value >= value)) result.value = value;
        result.names_unit = true;
    }
    if (std::isfinite(largest_bare) && !result.names_unit) result.value = largest_bare;
    return result;
}

// 39'6", 39 ft 6 in
std::optional<double> feet_and_inches_m(std::string_view text) {
    const auto feet = next_number(text);
    if (!feet) return std::nullopt;
    const std::string_view behind = trimmed(feet->rest);
    const bool mark =
        behind.substr(0, 1) == "'" || behind.substr(0, 3) == "′" || behind.substr(0, 3) == "’";
    const auto more = next_number(feet->rest);
    const bool inches =
        more &&
        (trimmed(more->rest).substr(0, 1) == "\"" || trimmed(more->rest).substr(0, 2) == "''" ||
         trimmed(more->rest).substr(0, 3) == "″" || starts_with_letters(more->rest, "in"));
    if (!mark && !(inches && unit_behind(feet->rest, Dimension::length) == MeasureUnit::foot))
        return std::nullopt;
    return (feet->value + (more ? more->value / 12.0 : 0.0)) * city::m_per_ft;
}

}  // namespace

Measured measured_length(std::string_view text) {
    text = without_remark(trimmed(text));
    if (text.find('\'') != std::string_view::npos || text.find('"') != std::string_view::npos ||
        text.find("′") != std::string_view::npos || text.find("’") != std::string_view::npos ||
        text.find("in") != std::string_view::npos)
        if (const auto metres = feet_and_inches_m(text)) return {*metres, true};
    return largest(text, Dimension::length);
}

Measured measured_area(std::string_view text) {
    return largest(text, Dimension::area);
}

Measured measured_speed(std::string_view text) {
    text = trimmed(text);
    if (!text.empty() && (text.front() == '[' || text.front() == '{')) {
        const std::size_t key = text.find("\"value\"");
        if (key == std::string_view::npos) return {none, false};
        const auto number = next_number(text.substr(key));
        if (!number) return {none, false};
        const bool miles = text.find("mph") != std::string_view::npos;
        return {number->value * (miles ? city::km_per_mile : 1.0), true};
    }
    const auto number = next_number(text);
    if (!number || is_bound(text)) return {none, false};
    const MeasureUnit unit = unit_behind(number->rest, Dimension::speed);
    return {number->value * scale_of(unit), unit != MeasureUnit::unstated};
}

double parse_length_m(std::string_view text) {
    return measured_length(text).value;
}
double parse_speed_kmh(std::string_view text) {
    return measured_speed(text).value;
}

double parse_year(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    double first = none;
    std::size_t behind_first = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        const std::size_t length = end - at;
        int head = 0;
        for (std::size_t i = at; i < end && i < at + 4; ++i) head = 10 * head + (text[i] - '0');
        const int month = length >= 6 ? 10 * (text[at + 4] - '0') + (text[at + 5] - '0') : 0;
        const bool year = length == 4 && head >= 1000 && head < 3000;
        const bool date = (length == 8 || length == 6 || length == 14) && head >= 1500 &&
                          head < 2100 && month >= 1 && month <= 12;
        if (std::isnan(first) && (year || date)) {
            first = head;
            behind_first = end;
            if (date) return first;
        } else if (year) {
            const std::string_view between = trimmed(text.substr(behind_first, at - behind_first));
            for (const std::string_view dash : {"-", "–", "—", "~", "～", "至", "to"})
                if (between == dash && head >= first) return std::floor((first + head) / 2.0);
            return first;
        }
        at = end;
    }
    return first;
}

double year_of_date(double value) {
    if (value >= 15000101.0 && value <= 21001231.0) return std::floor(value / 1e4);
    if (value >= 150001.0 && value <= 210012.0) return std::floor(value / 1e2);
    return value;
}

int parse_one_way(std::string_view text) {
    const std::string lower = lower_case(text);
    const auto any = [&lower](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), lower) != words.end();
    };
    // Geofabrik and HERE: F along the line, T against it, B both ways. HERE also writes FT and TF.
    if (any({"yes", "true", "1", "y", "f", "ft", "1.0", "是", "forward", "oneway", "one way",
             "one-way", "단방향", "일방통행"}))
        return 1;
    if (any({"-1", "reverse", "t", "tf", "backward", "-1.0"})) return -1;
    return 0;
}

bool parse_flag(std::string_view text, std::string_view flag) {
    text = trimmed(text);
    // Overture's road_flags: [{"values": ["is_bridge"]}].
    if (!text.empty() && text.front() == '[') return text.find(flag) != std::string_view::npos;
    const std::string lower = lower_case(text);
    constexpr std::array<std::string_view, 14> no{"",    "no",   "0",   "false", "f",  "n", "none",
                                                  "0.0", "null", "n/a", "否",    "无", "-", "nan"};
    return std::find(no.begin(), no.end(), lower) == no.end();
}

bool is_sentinel(double value, double highest) {
    if (std::isnan(value)) return true;
    if (std::abs(value) >= 1e15) return true;
    for (const double written :
         {-1.0, -9.0, -99.0, -999.0, -9999.0, -99999.0, -999999.0, -32768.0, -2147483648.0})
        if (value == written) return true;
    for (const double written : {999.0, 9999.0, 99999.0, 999999.0, 9999999.0})
        if (value == written && value > highest) return true;
    return false;
}

bool says_not_known(std::string_view text) {
    const std::string lower = lower_case(text);
    constexpr std::array<std::string_view, 30> words{
        "",         "n/a",  "na",     "none",    "null",   "unknown",       "unk",
        "-",        "--",   "---",    "?",       "??",     "nan",           "tbd",
        "n.a.",     "#n/a", "<null>", "no data", "nodata", "not available", "undefined",
        "0",        "0.0",  "不详",   "未知",    "无",     "不明",          "미상",
        "해당없음", "暂无"};
    if (std::find(words.begin(), words.end(), lower) != words.end()) return true;
    const auto number = next_number(lower);
    if (!number || !number->before.empty() || !trimmed(number->rest).empty()) {
        const bool minus = number && number->before == "-" && trimmed(number->rest).empty();
        if (!minus) return false;
    }
    return number->value == 0.0 || is_sentinel(number->value, 1e4) || (number->value == 9999.0);
}

}  // namespace geo_io

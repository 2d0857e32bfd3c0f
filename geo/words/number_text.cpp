#include "geo/words/number_text.h"

#include <array>
#include <charconv>
#include <string>

namespace geo_io {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

// Blanks that part groups of thousands: plain, no-break, narrow no-break, thin.
std::size_t blank_at(std::string_view text, std::size_t at) {
    for (const std::string_view blank :
         {std::string_view(" "), std::string_view("\xC2\xA0"), std::string_view("\xE2\x80\xAF"),
          std::string_view("\xE2\x80\x89")})
        if (text.substr(at, blank.size()) == blank) return blank.size();
    return 0;
}

bool is_mark(char c) {
    return c == '.' || c == ',';
}

// "1/2" and "½" behind a whole number; how many bytes they take.
struct Fraction {
    double value = 0.0;
    std::size_t bytes = 0;
};

Fraction fraction_at(std::string_view text, std::size_t at) {
    const std::size_t start = at;
    while (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
    constexpr std::array<std::pair<std::string_view, double>, 3> signs{
        {{"½", 0.5}, {"¼", 0.25}, {"¾", 0.75}}};
    for (const auto& [sign, value] : signs)
        if (text.substr(at, sign.size()) == sign) return {value, at + sign.size() - start};
    if (at == start || at + 2 >= text.size() || !is_digit(text[at]) || text[at + 1] != '/' ||
        !is_digit(text[at + 2]) || digits_from(text, at + 2) != 1)
        return {};
    const int top = text[at] - '0', bottom = text[at + 2] - '0';
    if (top == 0 || bottom <= top) return {};
    return {static_cast<double>(top) / bottom, at + 3 - start};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

std::string lower_case(std::string_view text) {
    std::string lower(trimmed(text));
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return lower;
}

bool is_bound(std::string_view text) {
    for (const std::string_view start : {"<", ">", "≤", "≥", "＜", "＞"})
        if (text.substr(0, start.size()) == start) return true;
    for (const std::string_view word :
         {"under ", "over ", "less than", "more than", "up to", "at least", "at most", "below "})
        if (starts_with_letters(text, word)) return true;
    return !text.empty() && text.back() == '+';
}

std::string_view without_remark(std::string_view text) {
    const std::size_t bracket = text.find('(');
    if (bracket == std::string_view::npos || bracket == 0) return text;
    const std::string_view head = text.substr(0, bracket);
    return head.find_first_of("0123456789") == std::string_view::npos ? text : head;
}

bool starts_with_letters(std::string_view text, std::string_view wanted) {
    text = trimmed(text);
    if (text.size() < wanted.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if ((text[i] | 0x20) != (wanted[i] | 0x20)) return false;
    return true;
}

std::optional<NumberInText> next_number(std::string_view text) {
    std::size_t start = 0;
    while (start < text.size() && !is_digit(text[start])) ++start;
    if (start == text.size()) return std::nullopt;
    // A sum of all digits longer than this is no measure of a building.
    constexpr std::size_t most_digits = 40;
    std::string digits;
    const bool negative =
        start > 0 && text[start - 1] == '-' && (start == 1 || text[start - 2] == ' ');
    if (negative) digits.push_back('-');
    std::size_t end = start, group = digits_from(text, start);
    const auto take = [&](std::size_t count) {
        digits.append(text.substr(end, std::min(count, most_digits)));
        end += count;
    };
    take(group);
    NumberInText number{0.0, text.substr(0, start), {}, false};
    // Groups of thousands: all with the same sign between them.
    const std::size_t first_group = group;
    bool grouped = false;
    char group_mark = 0;
    while (first_group <= 3 && end < text.size()) {
        const std::size_t blank = blank_at(text, end);
        const bool mark = is_mark(text[end]);
        if (blank == 0 && !mark) break;
        const std::size_t skip = mark ? 1 : blank;
        const char sign = mark ? text[end] : ' ';
        if (digits_from(text, end + skip) != 3 || (grouped && sign != group_mark)) break;
        const std::size_t after = end + skip + 3;
        const bool more = after < text.size() && is_mark(text[after]) && text[after] != sign &&
                          digits_from(text, after + 1) > 0;
        const bool again =
            after < text.size() && text[after] == sign && digits_from(text, after + 1) == 3;
        // "1.200" alone is one and a fifth; "1.200,5" and "1.200.300" are thousands. "0,125" too is
        // no group.
        if (sign == '.' && !grouped && !more && !again) break;
        if (sign != ' ' && first_group == 1 && text[start] == '0') break;
        grouped = true;
        group_mark = sign;
        end += skip;
        take(3);
    }
    if (end + 1 < text.size() && is_mark(text[end]) && text[end] != group_mark &&
        is_digit(text[end + 1])) {
        const std::size_t decimals = digits_from(text, end + 1);
        number.comma_decides = text[end] == ',' && !grouped;
        digits.push_back('.');
        ++end;
        take(decimals);
    }
    if (end + 1 < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        const std::size_t sign = text[end + 1] == '+' || text[end + 1] == '-' ? 1 : 0;
        if (const std::size_t power = digits_from(text, end + 1 + sign); power > 0 && power <= 3) {
            digits.push_back('e');
            if (sign && text[end + 1] == '-') digits.push_back('-');
            end += 1 + sign;
            take(power);
        }
    }
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
    if (result.ec != std::errc{}) return std::nullopt;
    if (const Fraction fraction = fraction_at(text, end); fraction.bytes > 0) {
        number.value += fraction.value;
        end += fraction.bytes;
    }
    number.rest = text.substr(end);
    // The dash of "5-6" is no minus sign.
    if (!number.rest.empty() && number.rest.front() == '-') number.rest.remove_prefix(1);
    return number;
}

}  // namespace geo_io

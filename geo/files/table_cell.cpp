#include "geo/files/table_cell.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "geo/files/utf8_text.h"

namespace files {

namespace {

// owasp.org/www-community/attacks/CSV_Injection; the last four are = + - @ in full width.
constexpr std::array<std::string_view, 10> formula_starts{
    "=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool is_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0.0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

bool is_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \n");
    if (first == std::string_view::npos) return false;
    const std::string_view rest = text.substr(first);
    return std::any_of(formula_starts.begin(), formula_starts.end(),
                       [&](std::string_view start) { return rest.starts_with(start); }) &&
           !is_number(rest);
}

}  // namespace

std::string table_cell(std::string_view text) {
    std::string cell = harmless_lines(text);
    if (is_formula(cell)) cell.insert(cell.begin(), '\'');
    return cell;
}

}  // namespace files

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace geo_io {

struct NumberInText {
    double value;
    std::string_view before, rest;  ///< what stands before it and behind it
    bool comma_decides = false;     ///< "1,2": a decimal sign or a list, nothing says which
};

/// The next number of a text: "12", "12,5", "1,200", "1.200,5", "1 200", "1e3", "3 1/2", "2½".
/// Three digits behind a comma or a blank are a group of thousands; a dot alone is a decimal sign.
std::optional<NumberInText> next_number(std::string_view text);

/// Without blanks at both ends.
std::string_view trimmed(std::string_view text);

/// Without blanks at both ends, A to Z as a to z.
std::string lower_case(std::string_view text);
/// "<4", "10+", "more than 3": bounds, not values.
bool is_bound(std::string_view text);
/// "12 m (est. 2019)" without what stands in brackets behind a number: a remark.
std::string_view without_remark(std::string_view text);

/// Whether `text` begins with the letters of `wanted` (lower case), whatever its own case, blanks
/// before them left aside.
bool starts_with_letters(std::string_view text, std::string_view wanted);

}  // namespace geo_io

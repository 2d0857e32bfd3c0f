#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace files {

/// Where the first byte lies that is no part of a well-formed UTF-8 character (RFC 3629: no
/// overlong forms, no surrogates, nothing above U+10FFFF), or that is zero.
std::optional<std::size_t> first_not_utf8(std::string_view text);

/// A text of others as one line that a terminal only shows: what would move its cursor, change its
/// colours or turn its letters round (C0 and C1 controls, DEL, the bidirectional overrides and
/// isolates of UAX #9, line and paragraph separators) and what is no UTF-8 becomes U+FFFD; line
/// ends and tabs become a blank.
std::string one_line(std::string_view text);

/// The same for a text of many lines, ours: line ends and tabs stay.
std::string harmless_lines(std::string_view text);

}  // namespace files

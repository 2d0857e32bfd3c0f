#pragma once

#include <string>
#include <string_view>

namespace files {

/// A text as a cell of a table that a spreadsheet opens without being told what is text: one that
/// would be taken for a formula ("=1+1", "@SUM(A1)", "+1 cmd", and after blanks or in full width)
/// gets an apostrophe in front, as OWASP advises against CSV injection; one that is a number, such
/// as "-12", stays a number. Control characters become U+FFFD.
std::string table_cell(std::string_view text);

}  // namespace files

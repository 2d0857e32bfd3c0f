#pragma once

#include <string>
#include <string_view>

namespace geo_io {

bool is_valid_utf8(std::string_view bytes);

/// Whether the text looks like Chinese that was read as Latin-1 (once or twice) and stored as
/// UTF-8.
bool looks_garbled(std::string_view utf8);

/// UTF-8 from a text whose file did not say, or said wrongly, how it is written:
///  - valid UTF-8 that is not garbled comes back as it is;
///  - Chinese read as Latin-1, once or twice, is undone;
///  - other bytes are tried as GB 18030, then as Big5 (`declared`, when given, comes first).
/// `changed` becomes true when the text came out different.
std::string to_utf8(std::string_view text, const std::string& declared, bool& changed);

}  // namespace geo_io

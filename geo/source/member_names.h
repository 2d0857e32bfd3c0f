#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace geo_io {

/// A member's name as it stands in an archive.
struct RawMemberName {
    std::string bytes;
    bool says_utf8;
};

/// The names as UTF-8, each once: what says that it is UTF-8 and is; else what all others together
/// make sense in (UTF-8, GBK, Big5, Shift-JIS, EUC-KR), else code page 437, which a zip without a
/// word is in. Backslashes are slashes; no name begins with one or goes up ("..").
std::vector<std::string> decoded_names(const std::vector<RawMemberName>& names);

/// What macOS, Windows and file managers add: "__MACOSX/a", ".DS_Store", "._a", "Thumbs.db".
bool is_of_the_packer(std::string_view name);

}  // namespace geo_io

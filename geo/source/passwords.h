#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace geo_io {

/// The passwords, keys and tokens in the name of a database, a service or an address, as they stand
/// there and, where they are percent-encoded, decoded. Longest first.
std::vector<std::string> passwords_in(std::string_view name);

/// Any text with what looks like one as "***": `password=x`, `://user:x@host`, `?token=x`. For what
/// is shown, logged or saved.
std::string without_passwords(std::string text);

}  // namespace geo_io

#pragma once

#include <cstddef>
#include <string_view>

namespace files {

/// How many values and tables a TOML text can have at most, without reading it: each of them begins
/// behind a line end, a comma, a bracket or a dot that is in no text and no comment. A few bytes of
/// a file become hundreds in memory, so the length of a file alone bounds little.
std::size_t most_toml_values(std::string_view text);

}  // namespace files

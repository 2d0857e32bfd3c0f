#pragma once

#include <string>
#include <string_view>

namespace files {

/// One field of a CSV record: quoted where a comma, a quote or a line end asks for it (RFC 4180).
/// Every table of ours goes through here but those that GDAL writes, so that what a spreadsheet
/// would take for a formula can be made harmless in this one place.
std::string csv_field(std::string_view text);

}  // namespace files

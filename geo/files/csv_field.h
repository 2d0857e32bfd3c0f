#pragma once

#include <string>
#include <string_view>

namespace files {

/// One field of a CSV record: a cell (table_cell.h), quoted where a comma, a quote or a line end
/// asks for it (RFC 4180). Every table of ours goes through here but those that GDAL writes.
std::string csv_field(std::string_view text);

}  // namespace files

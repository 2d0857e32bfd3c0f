#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace emissions::reference {

/// One CSV record with quotes; moves `text` behind its line end.
std::vector<std::string> take_record(std::string_view& text);

}  // namespace emissions::reference

#pragma once

#include <string>

#include "geo/city/load_report.h"

namespace commands {

/// Says on stderr what of a load is worth knowing, a line a kind with count and example, at most
/// `most` lines and one more that counts the rest. Nothing when quiet (the log's level).
void tell_load_warnings(const std::string& city, const city::LoadReport& report,
                        std::size_t most = 8);

}  // namespace commands

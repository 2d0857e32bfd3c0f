#pragma once

#include <string>

#include "geo/city/load_report.h"
#include "geo/city/result.h"
#include "geo/source/opened_source.h"

namespace geo_io {

/// Opens a table of texts (CSV and its like) whose column of outlines is found by its name and by
/// what stands in it; says which one. Errors: no such column; points only. Parameters as of
/// `open_by_contents`.
city::Result<void> open_table(const std::string& path, const std::string& name,
                              const std::string& shown, const std::string& encoding,
                              OpenedSource& into, city::LoadReport& report);

}  // namespace geo_io

#pragma once

#include <string>

#include "geo/city/load_report.h"
#include "geo/city/result.h"
#include "geo/source/opened_source.h"

namespace geo_io {

/// Opens a file by what it holds, whatever it is called: what is packed is unpacked in memory (zip,
/// gzip, bzip2, tar, up to three within each other), dialects that GDAL does not read are
/// rewritten, the rest is left to it. Datasets, and what they read, are added to `into`.
///
/// `path` is one of GDAL's, `name` the file's own and `shown` what a person knows it as. An Error
/// is half a sentence without `shown`: "it is a Parquet table: ...". Guesses are reported.
city::Result<void> open_by_contents(const std::string& path, const std::string& name,
                                    const std::string& shown, const std::string& encoding,
                                    OpenedSource& into, city::LoadReport& report, int depth = 0);

}  // namespace geo_io

#pragma once

#include <string>

#include "geo/city/load_report.h"
#include "geo/city/result.h"
#include "geo/dialect/content_form.h"
#include "geo/source/opened_source.h"

namespace geo_io {

/// Opens what GDAL does not read, or not without a word from us: tables (CSV), GeoJSON with a
/// feature a line, Overpass JSON, CityJSON, OSM files as an editor saves them. Parameters and
/// errors as of `open_by_contents`.
city::Result<void> open_dialect(Form form, const std::string& path, const std::string& name,
                                const std::string& shown, const std::string& encoding,
                                OpenedSource& into, city::LoadReport& report);

/// Whether an OSM XML file is one that must be put in order first (see OsmOrder).
bool is_odd_osm(const std::string& path);

}  // namespace geo_io

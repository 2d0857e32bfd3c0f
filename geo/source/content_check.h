#pragma once

#include <string>

namespace geo_io {

/// Looks at what a file holds before a driver does, through GDAL's file systems (so also inside an
/// archive): "" for what reads nothing but itself, else what it is that reaches for something
/// else: a list of other files or addresses (VRT), a description of a service, an XML document
/// with a type definition (DTD), a MapInfo table of tables, a database with tables that lie
/// elsewhere; or a neighbour that it is read with and that is no ordinary file.
std::string reaches_elsewhere(const std::string& path);

/// Whether it begins as XML does.
bool is_xml(const std::string& path);

/// A schema that knows no feature, for the GML driver: it then takes what the features show.
inline constexpr const char* no_schema_path = "/vsimem/twinscape_no_schema.xsd";

}  // namespace geo_io

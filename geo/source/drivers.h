#pragma once

namespace geo_io {

/// The drivers of GDAL that may open a file: those that read it and what lies beside it under the
/// same name, and nothing else. Ended by a null. Why each is here, and why others are not:
/// docs/decisions/0017-strangers-files.md.
const char* const* file_drivers();

/// Those of them that may open a folder: the shapefiles in it, or a geodatabase.
const char* const* folder_drivers();

/// Takes the drivers away that no source needs and that would run code, read files that a file
/// names, or ask a server: no other driver can then call them either.
void remove_dangerous_drivers();

}  // namespace geo_io

#pragma once

#include <string>
#include <vector>

#include "geo/city/frames.h"
#include "geo/city/progress.h"
#include "geo/city/result.h"
#include "geo/city/rings.h"
#include "geo/files/outputs.h"
#include "geo/files/text_output.h"

namespace geo_io {

/// One named column: numbers (NaN = null) or texts.
struct TableColumn {
    std::string name;
    std::vector<double> number;
    std::vector<std::string> text;  ///< used when `number` is empty
};

struct TableLayer {
    std::string name;
    std::vector<TableColumn> columns;
    const city::Rings* polygons = nullptr;  ///< one per row, or
    const city::Lines* lines = nullptr;     ///< one per row, or neither: a table without geometry
    std::size_t rows = 0;
};

/// Writes .gpkg, .fgb, .geojson, .csv or .xlsx, chosen by the ending. Formats that hold one layer
/// get the further ones in NAME-LAYER.ext. Files appear whole or not at all.
city::Result<void> write_tables(const std::string& path, const std::vector<TableLayer>& layers,
                                const city::LocalFrame& frame, const city::Progress& progress = {});
/// The same among other files of one command, which appear together with outputs.commit().
city::Result<void> write_tables(files::Outputs& outputs, const std::string& path,
                                const std::vector<TableLayer>& layers,
                                const city::LocalFrame& frame, const city::Progress& progress = {});

}  // namespace geo_io

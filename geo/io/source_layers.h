#pragma once

#include <string>
#include <vector>

#include "geo/city/load_report.h"
#include "geo/io/layer_codes.h"

namespace geo_io {

/// A column that gives a measure, and who says its unit.
struct MeasureColumn {
    std::string name;
    ColumnUnit unit;
    bool guessed = true;  ///< from its name; false where city.toml names it
};

/// What of a layer is still asked when all rows are there.
struct SourceLayer {
    std::string name;
    CodePlace place = CodePlace::unknown;
    std::vector<MeasureColumn> heights, floor_areas, speeds;  ///< in the order of their roles
};

SourceLayer source_layer(const LayerPlan& layer, const LayerCodes& codes,
                         const std::map<std::string, std::string>& given);

/// The table of city.toml in which a role is set: "[buildings]" or "[roads]".
std::string_view table_of(ColumnRole role);

/// "height_m from column 'hgt' of layer 'x', in feet (its name says so)": what a person wants to
/// know of guessed columns.
void note_columns(const LayerPlan& layer, const std::map<std::string, std::string>& given,
                  std::vector<std::string>& notes);

/// Which columns the layer's rows were read from and which not, with suggestions for names that
/// look like something that the layer lacks.
city::LayerColumns columns_of(const LayerPlan& layer, bool has_buildings, bool has_roads);

}  // namespace geo_io

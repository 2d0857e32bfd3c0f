#include "geo/io/layer_codes.h"

namespace geo_io {

LayerCodes layer_codes(const LayerPlan& layer, CodePlace place) {
    LayerCodes codes;
    codes.place = place;
    const auto name_of_column = [&layer](int column) -> const std::string& {
        return layer.columns[static_cast<std::size_t>(column)];
    };
    for (const int column : layer.roles[ColumnRole::use])
        codes.use.push_back(use_codes_of(name_of_column(column), place));
    for (const int column : layer.roles[ColumnRole::road_class])
        codes.road_class.push_back(road_codes_of(name_of_column(column), place, layer.columns));
    return codes;
}

}  // namespace geo_io

#include "geo/io/part_meaning.h"

#include <cmath>
#include <string>
#include <string_view>

#include "geo/words/feature_words.h"

namespace geo_io {

PartMeaning meaning_of(const RawPart& part, const FeatureBatch& batch, const LayerPlan& layer,
                       const RowReader& read) {
    const std::size_t row = part.feature_row;
    const bool is_line = part.kind == PartKind::line;
    const std::string kind = read.text(ColumnRole::kind, row);
    if (layer.is_osm) {
        if (is_line)
            return read.text(ColumnRole::road_class, row).empty() ? PartMeaning::ignored
                                                                  : PartMeaning::road;
        const auto value_of = [&](const char* column) {
            for (std::size_t w = 0; w < layer.wanted.size(); ++w)
                if (layer.columns[static_cast<std::size_t>(layer.wanted[w])] == column) {
                    const RawColumn& raw = batch.columns[w];
                    if (!raw.is_number) return raw.text[row];
                    // A tag kept as a number is there, or it is null.
                    return std::isnan(raw.number[row]) ? std::string_view{}
                                                       : std::string_view{"yes"};
                }
            return std::string_view{};
        };
        const std::string_view part_tag = value_of("building:part"),
                               building = value_of("building");
        if (!building.empty() && building != "no") return PartMeaning::building;
        if (!part_tag.empty() && part_tag != "no") return PartMeaning::building_part;
        return read.text(ColumnRole::area_kind, row).empty() ? PartMeaning::ignored
                                                             : PartMeaning::area;
    }
    switch (layer.role) {
        case LayerPlan::Role::roads:
            return is_line ? PartMeaning::road : PartMeaning::wrong_type;
        case LayerPlan::Role::areas:
        case LayerPlan::Role::areas_water:
            return is_line ? PartMeaning::ignored : PartMeaning::area;
        case LayerPlan::Role::buildings:
        case LayerPlan::Role::any:
            break;
    }
    if (is_line)
        return layer.role == LayerPlan::Role::buildings ? PartMeaning::wrong_type
                                                        : PartMeaning::road;
    if (says_not_a_building(kind)) return PartMeaning::not_a_building;
    return kind == "building_part" ? PartMeaning::building_part : PartMeaning::building;
}

}  // namespace geo_io

#include "geo/io/part_meaning.h"

#include <cmath>
#include <string>
#include <string_view>

#include "geo/city/rings.h"
#include "geo/words/layer_words.h"
#include "geo/words/value_parse.h"

namespace geo_io {

namespace {

using Role = LayerPlan::Role;
using Lines = LayerPlan::Lines;
using Wanted = LayerPlan::Wanted;

constexpr double smallest_outline_m2 = 5.0, largest_outline_m2 = 1e6;

// What OpenStreetMap's tags say. Of all that is tagged only what was asked for.
PartMeaning by_tags(bool is_line, std::size_t row, const FeatureBatch& batch,
                    const LayerPlan& layer, const RowReader& read) {
    const auto value_of = [&](std::string_view column) {
        for (std::size_t w = 0; w < layer.wanted.size(); ++w)
            if (layer.columns[static_cast<std::size_t>(layer.wanted[w])] == column)
                return batch.columns[w].text_or_yes(row);
        return std::string_view{};
    };
    const auto there = [&](std::string_view column) {
        const std::string_view value = value_of(column);
        return !value.empty() && value != "no";
    };
    const auto only = [&](Wanted wanted, PartMeaning meaning) {
        return layer.wanted_rows == Wanted::everything || layer.wanted_rows == wanted
                   ? meaning
                   : PartMeaning::ignored;
    };
    if (is_line)
        return there("highway") || there("railway") ? only(Wanted::roads, PartMeaning::road)
                                                    : PartMeaning::ignored;
    if (there("building")) return only(Wanted::buildings, PartMeaning::building);
    if (there("building:part")) return only(Wanted::buildings, PartMeaning::building_part);
    if (read.text(ColumnRole::area_kind, row).empty() || layer.wanted_rows == Wanted::roads)
        return PartMeaning::ignored;
    return PartMeaning::area;
}

Thing thing_of(const LayerPlan& layer, const RowReader& read, std::size_t row) {
    if (layer.drawing_layer >= 0) {
        const Thing thing = thing_from_name(read.text_of(layer.drawing_layer, row)).thing;
        if (thing != Thing::unknown) return thing;
    }
    return thing_from_kind(read.text(ColumnRole::kind, row));
}

PartMeaning of_line(const RawPart& part, const FeatureBatch& batch, const LayerPlan& layer,
                    Thing thing) {
    if (layer.drawing_layer >= 0) {
        // What is closed in a drawing is the outline of something, also where roads are asked for.
        const auto first = batch.points.begin() + batch.ring_offsets[part.first_ring];
        const auto end = batch.points.begin() + batch.ring_offsets[part.first_ring + 1];
        const bool open = first != end && *first != *(end - 1);
        return open && (thing == Thing::road ||
                        (layer.wanted_rows == Wanted::roads && thing == Thing::unknown))
                   ? PartMeaning::road
                   : PartMeaning::not_a_road;
    }
    switch (layer.lines) {
        case Lines::roads:
            return PartMeaning::road;
        case Lines::by_kind:
            return thing == Thing::road ? PartMeaning::road : PartMeaning::not_a_road;
        case Lines::outlines:
            return PartMeaning::wrong_type;
        case Lines::none:
            break;
    }
    return layer.role == Role::buildings || layer.role == Role::building_parts
               ? PartMeaning::wrong_type
           : layer.role == Role::any ? PartMeaning::not_a_road
                                     : PartMeaning::ignored;
}

// OpenStreetMap's tags as columns of any table: a part, and not a building itself.
bool is_tagged_part(const LayerPlan& layer, const RowReader& read, std::size_t row) {
    if (layer.roles[ColumnRole::part].empty()) return false;
    const auto there = [&](std::string_view column) {
        const std::string value = read.named_text(column, row);
        return !value.empty() && parse_flag(value, "yes");
    };
    return !there("building") &&
           (there("building:part") || there("building_part") || there("buildingpart"));
}

}  // namespace

bool is_outline(const RawPart& part, std::span<const city::MapPoint> ring, const LayerPlan& layer,
                const RowReader& read) {
    if (layer.has_tags || layer.wanted_rows == Wanted::roads ||
        (layer.lines != Lines::outlines && layer.drawing_layer < 0))
        return false;
    if (ring.size() < 4 || ring.front() != ring.back()) return false;
    const double area_m2 = std::abs(city::ring_area_m2(ring));
    if (!(area_m2 >= smallest_outline_m2 && area_m2 <= largest_outline_m2)) return false;
    return may_be_building(thing_of(layer, read, part.feature_row));
}

PartMeaning meaning_of(const RawPart& part, const FeatureBatch& batch, const LayerPlan& layer,
                       const RowReader& read) {
    const std::size_t row = part.feature_row;
    if (part.kind == PartKind::none) return PartMeaning::wrong_type;
    if (part.kind == PartKind::wrong_type) {
        // Of a drawing's texts and of what says that it is something else nobody expects a shape.
        const Thing thing = thing_of(layer, read, row);
        return layer.drawing_layer >= 0 || !may_be_building(thing) ? PartMeaning::point
                                                                   : PartMeaning::wrong_type;
    }
    const bool is_line = part.kind == PartKind::line;
    if (layer.has_tags) return by_tags(is_line, row, batch, layer, read);
    if (is_line) return of_line(part, batch, layer, thing_of(layer, read, row));
    switch (layer.role) {
        case Role::roads:
            return PartMeaning::wrong_type;
        case Role::areas:
        case Role::areas_water:
            return PartMeaning::area;
        case Role::nothing:
            return PartMeaning::not_a_building;
        case Role::building_parts:
            return PartMeaning::building_part;
        case Role::buildings:
        case Role::any:
            break;
    }
    const Thing thing = thing_of(layer, read, row);
    if (!may_be_building(thing)) return PartMeaning::not_a_building;
    return thing == Thing::building_part || is_tagged_part(layer, read, row)
               ? PartMeaning::building_part
               : PartMeaning::building;
}

}  // namespace geo_io

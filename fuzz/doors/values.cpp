// Attribute values and the names of columns: what a cell of a stranger's table can hold.
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "fuzz/door.h"
#include "geo/io/osm_tags.h"
#include "geo/words/column_guess.h"
#include "geo/words/feature_words.h"
#include "geo/words/layer_words.h"
#include "geo/words/text_encoding.h"
#include "geo/words/use_mapping.h"
#include "geo/words/value_parse.h"

namespace fuzz {

void values(Bytes bytes) {
    Numbers numbers(bytes);
    const auto codes = static_cast<geo_io::CodeSystem>(numbers.byte() % 15);
    std::vector<std::string> cells;
    while (!numbers.empty() && cells.size() < 20) cells.emplace_back(numbers.text());
    for (const std::string& cell : cells) {
        for (const double value : {geo_io::parse_length_m(cell), geo_io::parse_speed_kmh(cell),
                                   geo_io::parse_count(cell), geo_io::measured_area(cell).value})
            must(!std::isinf(value), "a text becomes a number or none, never an infinite one");
        const double year = geo_io::parse_year(cell);
        must(std::isnan(year) || (year >= 1000.0 && year <= 9999.0), "a year has four digits");
        const int way = geo_io::parse_one_way(cell);
        must(way >= -1 && way <= 1, "one way is along, against or both");
        geo_io::parse_flag(cell, "is_bridge");
        geo_io::says_not_known(cell);
        geo_io::use_from_text(cell, codes);
        geo_io::use_from_name_words(cell);
        geo_io::says_no_use(cell);
        geo_io::area_kind_from(cell);
        geo_io::thing_from_kind(cell);
        geo_io::thing_from_column(cell);
        geo_io::thing_from_name(cell);
        geo_io::tag_value(cell, "building");
        geo_io::looks_like(cell);
        bool changed = false;
        must(geo_io::is_valid_utf8(geo_io::to_utf8(cell, "", changed)),
             "a text comes out as UTF-8");
        must(geo_io::is_valid_utf8(geo_io::to_utf8(cell, "GBK", changed)),
             "a text declared GBK comes out as UTF-8");
        for (const auto role : {geo_io::ColumnRole::height_m, geo_io::ColumnRole::floor_area_m2,
                                geo_io::ColumnRole::speed_kmh}) {
            geo_io::unit_in_name(cell, role);
            geo_io::unit_in_comment(cell, role);
        }
    }
    std::vector<std::string> unknown;
    const geo_io::ColumnPlan plan = geo_io::guess_columns(cells, {}, unknown);
    for (const auto& columns : plan)
        for (const int column : columns)
            must(column >= 0 && static_cast<std::size_t>(column) < cells.size(),
                 "a role is held by a column that is there");
}

}  // namespace fuzz

#include "geo/dialect/table_outline.h"

#include <algorithm>
#include <array>

#include "geo/dialect/shape_cell.h"
#include "geo/dialect/utf16_text.h"

namespace geo_io {

namespace {

using namespace std::string_view_literals;

// Names of the column of outlines, without case, blanks and '_': QGIS (wkt_geom), PostGIS (geom,
// the_geom, wkb_geometry, way), Socrata (the_geom, multipolygon), Google Open Buildings (geometry),
// Esri (shape), OpenDataSoft (Geo Shape), DataSF (shape), BigQuery (st_astext, geog).
constexpr std::array shape_names{"wkt"sv,       "thegeom"sv, "geom"sv,      "geometry"sv,
                                 "wktgeom"sv,   "shape"sv,   "geoshape"sv,  "wkbgeometry"sv,
                                 "wkb"sv,       "geojson"sv, "polygon"sv,   "multipolygon"sv,
                                 "footprint"sv, "geog"sv,    "geography"sv, "way"sv,
                                 "stastext"sv,  "outline"sv, "几何"sv,      "轮廓"sv};
constexpr std::array longitude_names{"longitude"sv, "lon"sv,    "lng"sv,    "long"sv,
                                     "x"sv,         "xcoord"sv, "pointx"sv, "easting"sv,
                                     "经度"sv,      "經度"sv,   "経度"sv,   "경도"sv};
constexpr std::array latitude_names{"latitude"sv, "lat"sv,  "y"sv,    "ycoord"sv, "pointy"sv,
                                    "northing"sv, "纬度"sv, "緯度"sv, "위도"sv};
constexpr std::size_t most_columns = 20'000, sample_rows = 20;

std::string plain(std::string_view name) {
    std::string result;
    for (const char c : name)
        if (c != ' ' && c != '_' && c != '-')
            result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
    return result;
}

template <class Names>
bool is_one_of(const Names& names, std::string_view column) {
    const std::string name = plain(column);
    return std::find(names.begin(), names.end(), name) != names.end();
}

// The fields of the row that begins at `at`, which then stands behind it. False at the end of the
// text, also when the row is not closed there: `head` was cut.
bool next_row(std::string_view text, std::size_t& at, char separator, bool whole,
              std::vector<std::string>& fields) {
    fields.clear();
    if (at >= text.size()) return false;
    std::string field;
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c != '"') {
                field.push_back(c);
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                field.push_back('"');
                ++at;
            } else {
                quoted = false;
            }
        } else if (c == '"' && field.empty()) {
            quoted = true;
        } else if (c == separator) {
            fields.push_back(std::move(field));
            field.clear();
            if (fields.size() > most_columns) return false;
        } else if (c == '\n' || c == '\r') {
            at += c == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
            fields.push_back(std::move(field));
            return true;
        } else {
            field.push_back(c);
        }
    }
    fields.push_back(std::move(field));
    return whole && !quoted;
}

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find_first_of("\r\n"));
}

char separator_of(std::string_view header) {
    char best = ',';
    std::size_t most = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        bool quoted = false;
        std::size_t count = 0;
        for (const char c : header) {
            quoted = quoted != (c == '"');
            count += !quoted && c == candidate ? 1 : 0;
        }
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

void find_shapes(TableOutline& outline, const std::vector<std::vector<std::string>>& rows) {
    const auto try_column = [&](std::size_t column) {
        ShapeCell found;
        std::size_t shapes = 0, others = 0, points = 0;
        for (const auto& row : rows) {
            if (column >= row.size() || row[column].empty()) continue;
            const ShapeCell cell = shape_cell(row[column]);
            if (cell.shapes == TableShapes::none) {
                ++others;
                continue;
            }
            ++shapes;
            points += cell.point ? 1 : 0;
            if (found.shapes == TableShapes::none) found = cell;
        }
        if (shapes <= others || (points == shapes && !outline.shape_column.empty())) return false;
        if (!outline.shape_column.empty() && !outline.only_points) return false;
        outline.shape_column = outline.columns[column];
        outline.shapes = found.shapes;
        outline.tells_srid = found.tells_srid;
        outline.srid = found.srid;
        outline.surplus_brackets = found.surplus_brackets > 0;
        outline.only_points = points == shapes;
        return !outline.only_points;
    };
    for (const bool named : {true, false})
        for (std::size_t c = 0; c < outline.columns.size(); ++c)
            if (is_one_of(shape_names, outline.columns[c]) == named && try_column(c)) return;
}

}  // namespace

TableOutline table_outline(std::string_view head) {
    TableOutline outline;
    std::string recoded;
    std::string_view text = head;
    if (const auto letters = utf16_order(head)) {
        outline.letters = *letters == Utf16::little ? TableOutline::Letters::utf16_little
                                                    : TableOutline::Letters::utf16_big;
        recoded = utf8_from_utf16(head, *letters);
        text = recoded;
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.find('\0') != std::string_view::npos) return outline;
    std::size_t at = 0;
    if (const std::string_view line = first_line(text);
        line.size() == 5 && begins_without_case(line, "SEP=")) {
        outline.names_separator = true;
        outline.separator = line[4];
        at = text.find_first_not_of("\r\n", 5);
        if (at == std::string_view::npos) return outline;
    } else {
        outline.separator = separator_of(line);
    }
    if (!next_row(text, at, outline.separator, true, outline.columns)) return outline;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    while (rows.size() < sample_rows && next_row(text, at, outline.separator, true, row))
        rows.push_back(row);
    if (rows.empty() && !row.empty()) rows.push_back(row);  // a first row longer than the head
    find_shapes(outline, rows);
    for (const std::string& column : outline.columns) {
        if (outline.longitude_column.empty() && is_one_of(longitude_names, column))
            outline.longitude_column = column;
        if (outline.latitude_column.empty() && is_one_of(latitude_names, column))
            outline.latitude_column = column;
    }
    return outline;
}

bool is_table(std::string_view head, std::string_view extension) {
    if (extension == "csv" || extension == "tsv" || extension == "psv") return true;
    const bool text =
        head.substr(0, 4096).find('\0') == std::string_view::npos || utf16_order(head).has_value();
    if (!text) return false;
    const TableOutline outline = table_outline(head);
    return outline.columns.size() > 1 && !outline.shape_column.empty();
}

std::string plain_table(std::string_view text, const TableOutline& outline,
                        std::size_t most_bytes) {
    std::string recoded;
    if (outline.letters != TableOutline::Letters::bytes) {
        recoded = utf8_from_utf16(text, outline.letters == TableOutline::Letters::utf16_little
                                            ? Utf16::little
                                            : Utf16::big);
        text = recoded;
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::size_t at = outline.names_separator ? text.find_first_not_of("\r\n", 5) : 0;
    const auto shape = static_cast<std::size_t>(
        std::find(outline.columns.begin(), outline.columns.end(), outline.shape_column) -
        outline.columns.begin());
    std::string result;
    std::vector<std::string> row;
    while (next_row(text, at, outline.separator, true, row)) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string cell = c == shape ? plain_shape_cell(row[c]) : row[c];
            if (c > 0) result.push_back(',');
            result.push_back('"');
            for (const char letter : cell) {
                if (letter == '"') result.push_back('"');
                result.push_back(letter);
            }
            result.push_back('"');
        }
        result.push_back('\n');
        if (result.size() > most_bytes) return {};
    }
    return result;
}

std::string shape_columns_in_words() {
    return "WKT, the_geom, geometry, geom, shape...";
}

}  // namespace geo_io

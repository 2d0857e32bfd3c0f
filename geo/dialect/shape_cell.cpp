#include "geo/dialect/shape_cell.h"

#include <algorithm>
#include <array>

namespace geo_io {

namespace {

using namespace std::string_view_literals;

struct WktWord {
    std::string_view word;
    std::size_t brackets;  ///< how many it begins with; 0 = not counted
};
constexpr std::array wkt_words{WktWord{"POINT"sv, 1},
                               WktWord{"MULTIPOINT"sv, 0},
                               WktWord{"LINESTRING"sv, 1},
                               WktWord{"MULTILINESTRING"sv, 2},
                               WktWord{"POLYGON"sv, 2},
                               WktWord{"MULTIPOLYGON"sv, 3},
                               WktWord{"GEOMETRYCOLLECTION"sv, 0},
                               WktWord{"POLYHEDRALSURFACE"sv, 3},
                               WktWord{"TIN"sv, 3},
                               WktWord{"CURVEPOLYGON"sv, 0},
                               WktWord{"MULTISURFACE"sv, 0},
                               WktWord{"COMPOUNDCURVE"sv, 0},
                               WktWord{"TRIANGLE"sv, 2}};

}  // namespace

bool begins_without_case(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(),
                      [](char a, char b) { return a == (b >= 'a' && b <= 'z' ? b - 32 : b); });
}

ShapeCell shape_cell(std::string_view text) {
    ShapeCell cell;
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (begins_without_case(text, "SRID=")) {
        const std::size_t end = text.find(';');
        if (end == std::string_view::npos) return cell;
        constexpr int most_before_a_digit = 99'999'999;  // longer numbers name no system
        for (const char c : text.substr(5, end - 5)) {
            if (c < '0' || c > '9') continue;
            if (cell.srid > most_before_a_digit) {
                cell.srid = 0;
                break;
            }
            cell.srid = cell.srid * 10 + (c - '0');
        }
        cell.tells_srid = true;
        text.remove_prefix(end + 1);
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    }
    // Behind the word stands a bracket, Z, M or EMPTY: "Pointe-Noire" is a town.
    for (const auto& [word, brackets] : wkt_words) {
        if (!begins_without_case(text, word)) continue;
        const std::string_view rest = text.substr(word.size());
        const std::size_t next = rest.find_first_not_of(" ZMzm");
        if (next == std::string_view::npos ||
            (rest[next] != '(' && !begins_without_case(rest.substr(next), "EMPTY")))
            continue;
        std::size_t open = 0;
        for (const char c : rest.substr(next))
            if (c == '(')
                ++open;
            else if (c != ' ')
                break;
        cell.shapes = TableShapes::wkt;
        cell.point = word.ends_with("POINT");
        cell.surplus_brackets = brackets > 0 && open > brackets ? open - brackets : 0;
        return cell;
    }
    if (text.starts_with('{') && text.find("\"coordinates\"") != std::string_view::npos) {
        cell.shapes = TableShapes::geojson;
        cell.point = text.substr(0, 60).find("Point\"") != std::string_view::npos;
        return cell;
    }
    // Byte order, then the type: (E)WKB in hexadecimal.
    if (text.size() >= 42 && text[0] == '0' && (text[1] == '0' || text[1] == '1') &&
        std::all_of(text.begin(), text.begin() + 42, [](unsigned char c) {
            return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
        })) {
        cell.shapes = TableShapes::wkb_hex;
        cell.point = text[1] == '1' ? text.substr(2, 2) == "01" : text.substr(8, 2) == "01";
        return cell;
    }
    return {};
}

std::string plain_shape_cell(std::string_view cell) {
    const std::size_t surplus = shape_cell(cell).surplus_brackets;
    if (begins_without_case(cell, "SRID="))
        cell.remove_prefix(std::min(cell.size(), cell.find(';') + 1));
    std::string result(cell);
    for (std::size_t s = 0; s < surplus; ++s) {
        result.erase(result.find('('), 1);
        if (const std::size_t last = result.rfind(')'); last != std::string::npos)
            result.erase(last, 1);
    }
    return result;
}

}  // namespace geo_io

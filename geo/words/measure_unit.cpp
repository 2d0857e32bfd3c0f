#include "geo/words/measure_unit.h"

#include <array>
#include <string>

#include "geo/city/units.h"

namespace geo_io {

namespace {

struct Row {
    Dimension dimension;
    double scale;
    std::string_view symbol, plural;
    std::initializer_list<std::string_view> words;
};

// The international foot (0.3048 m); the US survey foot differs by two millionths. Acre: 4046.8564
// m2 (NIST SP 811). Pyeong: 400/121 m2 (Korean law on measures; the Japanese tsubo is the same).
const std::array<Row, city::enum_count<MeasureUnit>>& rows() {
    static const std::array<Row, city::enum_count<MeasureUnit>> table{{
        {Dimension::none, 1.0, "", "units not stated", {}},
        {Dimension::length,
         1.0,
         "m",
         "metres",
         {"m", "meter", "meters", "metre", "metres", "mtr", "mtrs", "mts", "米", "公尺", "미터",
          "メートル"}},
        {Dimension::length,
         0.01,
         "cm",
         "centimetres",
         {"cm", "centimeter", "centimeters", "centimetre", "centimetres", "厘米", "公分",
          "센티미터", "センチ"}},
        {Dimension::length,
         0.001,
         "mm",
         "millimetres",
         {"mm", "millimeter", "millimeters", "millimetre", "millimetres", "毫米"}},
        {Dimension::length,
         0.1,
         "dm",
         "decimetres",
         {"dm", "decimeter", "decimeters", "decimetre", "decimetres", "分米"}},
        {Dimension::length,
         city::m_per_ft,
         "ft",
         "feet",
         {"ft", "feet", "foot", "fts", "usft", "ftus", "英尺", "呎", "피트", "フィート"}},
        {Dimension::length, city::m_per_ft / 12.0, "in", "inches", {"in", "inch", "inches"}},
        {Dimension::area,
         1.0,
         "m2",
         "square metres",
         {"m2", "sqm", "sqmt", "sqmeter", "sqmeters", "sqmetre", "sqmetres", "m²", "㎡", "smeter",
          "squarem", "squaremeters", "squaremetres", "msq", "平方米", "平米", "平方メートル",
          "제곱미터", "m^2"}},
        {Dimension::area,
         city::m2_per_ft2,
         "ft2",
         "square feet",
         {"ft2", "sqft", "sf", "squarefeet", "squarefoot", "sqfeet", "sqfoot", "sqf", "gsf", "ft²",
          "sft", "ftsq", "ft^2", "sqrft", "平方英尺"}},
        {Dimension::area, city::m2_per_ha, "ha", "hectares", {"ha", "hectare", "hectares", "公顷"}},
        {Dimension::area, 4046.8564, "acre", "acres", {"acre", "acres", "ac"}},
        {Dimension::area,
         1e4,
         "万m2",
         "ten thousands of square metres",
         {"万m2", "万平方米", "万平米", "万㎡"}},
        {Dimension::area, 400.0 / 121.0, "pyeong", "pyeong", {"pyeong", "평", "坪", "tsubo"}},
        {Dimension::speed,
         1.0,
         "km/h",
         "km/h",
         {"km/h", "kmh", "kph", "kmph", "kmhr", "kmperhour", "公里/小时", "千米/小时", "キロ"}},
        {Dimension::speed,
         city::km_per_mile,
         "mph",
         "miles per hour",
         {"mph", "mi/h", "mileph", "milesperhour", "mileperhour", "miles/h", "英里/小时"}},
        {Dimension::speed, 3.6, "m/s", "metres per second", {"m/s", "mps", "ms"}},
    }};
    return table;
}

const Row& row_of(MeasureUnit unit) {
    return rows()[static_cast<std::size_t>(unit)];
}

}  // namespace

Dimension dimension_of(ColumnRole role) {
    switch (role) {
        case ColumnRole::height_m:
        case ColumnRole::base_m:
            return Dimension::length;
        case ColumnRole::floor_area_m2:
            return Dimension::area;
        case ColumnRole::speed_kmh:
            return Dimension::speed;
        default:
            return Dimension::none;
    }
}

Dimension dimension_of(MeasureUnit unit) {
    return row_of(unit).dimension;
}
double scale_of(MeasureUnit unit) {
    return row_of(unit).scale;
}
std::string_view symbol_of(MeasureUnit unit) {
    return row_of(unit).symbol;
}
std::string_view plural_of(MeasureUnit unit) {
    return row_of(unit).plural;
}

std::optional<MeasureUnit> unit_from_word(std::string_view word, Dimension dimension) {
    std::string plain;
    for (const char c : word) {
        if (c == ' ' || c == '.' || c == '_' || c == '-') continue;
        plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
    }
    for (const MeasureUnit unit : city::all_of<MeasureUnit>()) {
        if (row_of(unit).dimension != dimension || dimension == Dimension::none) continue;
        for (const std::string_view known : row_of(unit).words)
            if (plain == known) return unit;
    }
    return std::nullopt;
}

std::string_view units_in_words(Dimension dimension) {
    switch (dimension) {
        case Dimension::length:
            return "\"m\", \"ft\", \"cm\", \"mm\", \"dm\", \"in\"";
        case Dimension::area:
            return "\"m2\", \"ft2\", \"ha\", \"acre\", \"pyeong\", \"万m2\"";
        case Dimension::speed:
            return "\"km/h\", \"mph\", \"m/s\"";
        case Dimension::none:
            break;
    }
    return "none";
}

}  // namespace geo_io

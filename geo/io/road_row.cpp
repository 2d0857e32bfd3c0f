#include "geo/io/road_row.h"

#include <string>

#include "geo/words/layer_words.h"
#include "geo/words/road_words.h"
#include "geo/words/value_parse.h"

namespace geo_io {

namespace {

using Role = ColumnRole;

// What a table of all lines calls what is none of our roads.
bool is_no_road(const std::string& word) {
    return word == "ferry" || (is_tiger_code(word) && word[0] != 'S' && word[0] != 'R');
}

}  // namespace

bool add_road(BuiltRows& out, const RowReader& read, const LayerFrame& frame, std::size_t row,
              std::span<const city::MapPoint> line, double length_m) {
    city::RoadClass road_class = city::RoadClass::unknown;
    std::string first_word;
    read.each_text(Role::road_class, row, [&](const std::string& value, std::size_t nth) {
        if (first_word.empty()) first_word = value;
        road_class = road_class_from_text(value, frame.codes.road_class[nth]);
        return road_class != city::RoadClass::unknown || value == "ferry" || value == "aerialway";
    });
    if (road_class == city::RoadClass::unknown &&
        (read.text(Role::kind, row) == "ferry" || is_no_road(first_word)))
        return false;
    // Overture's segments are of roads, railways and waters.
    const std::string kind = read.named_text("subtype", row);
    if (kind == "water") return false;
    if (road_class == city::RoadClass::unknown && kind == "rail")
        road_class = city::RoadClass::rail;
    if (road_class == city::RoadClass::unknown && is_tiger_code(first_word) && first_word[0] == 'R')
        road_class = city::RoadClass::rail;
    if (road_class == city::RoadClass::unknown && !first_word.empty() &&
        !says_not_known(first_word))
        out.report.add(city::ProblemKind::value_unreadable,
                       read.where(row) + ": road class '" + first_word.substr(0, 40) + "'");
    city::Roads& r = out.roads;
    r.id.push_back(read.text(Role::id, row));
    r.name.push_back(read.text(Role::name, row));
    r.lines.add_line(line);
    r.road_class.push_back(road_class);
    r.lanes.push_back(static_cast<float>(read.number(Role::lanes, row, parse_count, 0.5, 20.0)));
    const RowReader::Measure speed = read.measure(Role::speed_kmh, row, measured_speed, 1.0, 200.0);
    r.speed_kmh.push_back(static_cast<float>(speed.value));
    const bool speed_waits = speed.nth >= 0 && !speed.unit_stated;
    out.speed_layers.push_back(speed_waits ? static_cast<std::uint16_t>(frame.number + 1)
                                           : std::uint16_t{0});
    r.aadt.push_back(static_cast<float>(read.number(Role::aadt, row, parse_count, 1.0, 1e6)));
    r.length_m.push_back(static_cast<float>(length_m));
    r.one_way.push_back(static_cast<std::int8_t>(parse_one_way(read.text(Role::one_way, row))));
    r.level.push_back(parse_flag(read.text(Role::bridge, row), "is_bridge")   ? std::int8_t{1}
                      : parse_flag(read.text(Role::tunnel, row), "is_tunnel") ? std::int8_t{-1}
                                                                              : std::int8_t{0});
    r.assumed.push_back(city::Assumed::none);
    return true;
}

}  // namespace geo_io

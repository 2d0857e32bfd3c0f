#include "geo/city/road_class.h"

namespace city {

namespace {
constexpr std::array<std::string_view, enum_count<RoadClass>> names{
    "unknown",  "motorway",    "trunk",   "primary", "secondary",
    "tertiary", "residential", "service", "path",    "rail"};
}

std::string_view name_of(RoadClass road_class) {
    return names[static_cast<std::size_t>(road_class)];
}

std::optional<RoadClass> road_class_from_name(std::string_view name) {
    for (const RoadClass road_class : all_of<RoadClass>())
        if (name_of(road_class) == name) return road_class;
    return std::nullopt;
}

}  // namespace city

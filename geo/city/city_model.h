#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/city/assumed.h"
#include "geo/city/building_use.h"
#include "geo/city/districts.h"
#include "geo/city/frames.h"
#include "geo/city/missing.h"
#include "geo/city/rings.h"
#include "geo/city/road_class.h"
#include "geo/city/text_column.h"

namespace city {

/// One text in the languages we speak. An empty one falls back to English, then to any.
struct LocalText {
    std::string en, zh, ko, ja;
    const std::string& in(std::string_view language) const;
};

/// What is true of the city as a whole; mostly from city.toml.
struct CityInfo {
    LocalText name;
    std::string country;          ///< ISO 3166-1 alpha-2: "US", "CN"
    std::string region;           ///< ISO 3166-2: "US-CA", "CN-GD"; chooses the reference tables
    std::string climate;          ///< key of the built-in monthly normals, e.g. "San Francisco"
    std::string weather_path;     ///< an EPW file; wins over the normals; may be empty
    double population = missing;  ///< missing: no per-capita figures from census
    bool invented = false;        ///< a procedural sample: the screen must say so
    std::optional<double> control_electricity_kwh, control_gas_kwh,
        control_vkt_km;  ///< known totals
};

/// One row per building in every column.
struct Buildings {
    TextColumn id, name;
    Rings footprints;
    std::vector<float>
        height_m;               ///< ground to roof (above base_m for raised parts: roof = height_m)
    std::vector<float> base_m;  ///< underside above ground: 0 but for raised parts
    std::vector<float> storeys;
    std::vector<float> construction_year;
    std::vector<float> footprint_area_m2;
    std::vector<float> floor_area_m2;  ///< gross; from the data, else footprint x storeys
    std::vector<BuildingUse> use;
    std::vector<Assumed> assumed;

    std::size_t count() const { return height_m.size(); }
};

/// One row per road segment as drawn in the source.
struct Roads {
    TextColumn id, name;
    Lines lines;
    std::vector<RoadClass> road_class;
    std::vector<float> lanes;      ///< both directions together
    std::vector<float> speed_kmh;  ///< limit or free flow
    std::vector<float> aadt;  ///< counted vehicles a day, both directions; missing when not counted
    std::vector<float> length_m;
    std::vector<std::int8_t> one_way;  ///< 0 both ways, +1 along the line, -1 against it
    std::vector<std::int8_t> level;    ///< 0 ground, > 0 bridge, < 0 tunnel
    std::vector<Assumed> assumed;

    std::size_t count() const { return length_m.size(); }
};

enum class AreaKind : std::uint8_t {
    water,
    park,
    industrial,
    residential,
    commercial,
    other,
    count_
};

/// Water, parks and land use: drawn under the city, never counted.
struct Areas {
    Rings polygons;
    std::vector<AreaKind> kind;
    std::size_t count() const { return kind.size(); }
};

/// The whole city as plain columns. Values first: copied, moved and compared like a number.
struct CityModel {
    CityInfo info;
    LocalFrame frame;
    Buildings buildings;
    Roads roads;
    Areas areas;
    Districts districts;
};

/// Box of all buildings (and roads, when there are no buildings) in the map frame.
MapBox extent(const CityModel& city);

/// The first broken promise ("column storeys has 3 rows, there are 4 buildings"), or nothing.
std::optional<std::string> check(const CityModel& city);

}  // namespace city

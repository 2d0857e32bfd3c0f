#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <string>

namespace city {

/// Degrees on WGS 84, longitude first.
struct LonLat {
    double lon_deg = 0.0;
    double lat_deg = 0.0;
};

/// Metres in the city's map CRS, x east, y north. Double: a northing of 5 820 345.678 m stored as
/// float is 0.18 m off.
using MapPoint = glm::dvec2;

///     z up
///      |  y north        local = map - origin, in metres.
///      | /               Right-handed, and small enough for float.
///      +---- x east      The one place where a coordinate becomes float.
class LocalFrame {
  public:
    LocalFrame() = default;
    LocalFrame(std::string map_crs, MapPoint origin_map, LonLat origin_lonlat)
        : map_crs_(std::move(map_crs)), origin_map_(origin_map), origin_lonlat_(origin_lonlat) {}

    glm::vec2 to_local(MapPoint point) const { return glm::vec2(point - origin_map_); }
    MapPoint to_map(glm::vec2 point_local) const { return glm::dvec2(point_local) + origin_map_; }

    /// The map CRS as "EPSG:32610", a PROJ string, or "local" for an invented city.
    const std::string& map_crs() const { return map_crs_; }
    MapPoint origin_map() const { return origin_map_; }
    /// Where the origin lies on Earth: sun position, climate lookup, display.
    LonLat origin_lonlat() const { return origin_lonlat_; }
    /// About where `point_local` lies on Earth, from the origin on a sphere; good to metres over a
    /// city.
    LonLat lonlat_near(glm::vec2 point_local) const;

  private:
    std::string map_crs_ = "local";
    MapPoint origin_map_{0.0, 0.0};
    LonLat origin_lonlat_{};
};

/// Axis-aligned box in the map frame; empty until the first point.
struct MapBox {
    MapPoint low{1e300, 1e300};
    MapPoint high{-1e300, -1e300};
    bool empty() const { return low.x > high.x; }
    void add(MapPoint point) {
        low = {point.x < low.x ? point.x : low.x, point.y < low.y ? point.y : low.y};
        high = {point.x > high.x ? point.x : high.x, point.y > high.y ? point.y : high.y};
    }
};

}  // namespace city

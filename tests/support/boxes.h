#pragma once

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace test {

/// Corners in degrees, longitude first.
struct Corner {
    double lon_deg, lat_deg;
};

inline std::string ring_json(const std::vector<Corner>& corners) {
    std::string text = "[";
    for (std::size_t i = 0; i <= corners.size(); ++i) {
        const Corner& corner = corners[i % corners.size()];
        char place[64];
        std::snprintf(place, sizeof place, "%s[%.7f,%.7f]", i == 0 ? "" : ",", corner.lon_deg,
                      corner.lat_deg);
        text += place;
    }
    return text + "]";
}

inline std::vector<Corner> box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

/// A GeoJSON feature: each polygon is a list of rings; several make a MultiPolygon.
inline std::string feature_json(const std::string& properties,
                                const std::vector<std::vector<std::vector<Corner>>>& polygons) {
    std::string coordinates;
    for (const auto& polygon : polygons) {
        coordinates.append(coordinates.empty() ? "[" : ",[");
        for (std::size_t r = 0; r < polygon.size(); ++r)
            coordinates.append(r == 0 ? "" : ",").append(ring_json(polygon[r]));
        coordinates.append("]");
    }
    const bool several = polygons.size() > 1;
    return std::string(R"({"type":"Feature","properties":{)")
        .append(properties)
        .append(R"(},"geometry":{"type":)")
        .append(several ? R"("MultiPolygon","coordinates":[)" : R"("Polygon","coordinates":)")
        .append(coordinates)
        .append(several ? "]}}" : "}}");
}

inline std::string collection_json(const std::vector<std::string>& features) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (const std::string& feature : features) {
        if (text.back() != '[') text += ',';
        text += feature;
    }
    return text + "]}";
}

}  // namespace test

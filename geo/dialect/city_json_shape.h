#pragma once

#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace geo_io {

/// The points of a CityJSON model, in its coordinate system.
struct CityJsonFrame {
    std::array<double, 3> scale{1, 1, 1}, translate{0, 0, 0};
    std::vector<std::array<double, 3>> vertices;

    /// Takes "transform" where there is one.
    void take_transform(const nlohmann::json& model);
    /// Takes "vertices"; what is no point becomes NaN.
    void take_vertices(const nlohmann::json& model);
};

/// The outline of a city object, chosen among its geometries: level of detail 0 where there is
/// one, else the ground surfaces of the most detailed body, else all its faces, of which the
/// builder takes the union in plan.
struct CityJsonShape {
    using Ring = std::vector<std::array<double, 3>>;
    std::vector<std::vector<Ring>> polygons;  ///< outer ring first, not closed
    bool body = false;                        ///< faces of a body, walls too
    double low_z = std::numeric_limits<double>::infinity(),
           high_z = -std::numeric_limits<double>::infinity();  ///< of the most detailed body
    bool empty() const { return polygons.empty(); }
    double height() const { return high_z - low_z; }  ///< -infinity where there is no body
};

CityJsonShape city_json_shape(const nlohmann::json& object, const CityJsonFrame& frame);

}  // namespace geo_io

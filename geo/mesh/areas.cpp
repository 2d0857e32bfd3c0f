#include "geo/mesh/areas.h"

#include "geo/mesh/triangulate.h"

namespace mesh {

void add_areas(const city::CityModel& city, CityMesh& mesh) {
    std::vector<glm::vec2> points;
    std::vector<std::uint32_t> offsets, triangles;
    for (const int pass : {0, 1})
        for (std::size_t a = 0; a < city.areas.count(); ++a) {
            const bool over = city.areas.kind[a] == city::AreaKind::water ||
                              city.areas.kind[a] == city::AreaKind::park;
            if (over != (pass == 1)) continue;
            points.clear();
            triangles.clear();
            offsets.assign(1, 0);
            const city::Rings& rings = city.areas.polygons;
            for (std::uint32_t r = rings.polygon_offsets[a]; r < rings.polygon_offsets[a + 1];
                 ++r) {
                for (const city::MapPoint p : rings.ring(r))
                    points.push_back(city.frame.to_local(p));
                offsets.push_back(static_cast<std::uint32_t>(points.size()));
            }
            if (!triangulate(points, offsets, triangles)) continue;
            const auto first = static_cast<std::uint32_t>(mesh.area_vertices.size());
            for (const glm::vec2 p : points)
                mesh.area_vertices.push_back(
                    {p.x, p.y, static_cast<std::uint32_t>(city.areas.kind[a])});
            for (const std::uint32_t corner : triangles)
                mesh.area_indices.push_back(first + corner);
        }
}

}  // namespace mesh

#include "geo/mesh/triangulate.h"

#include <GL/glu.h>

#include <array>

#include "geo/mesh/ears.h"

namespace mesh {

namespace {

using glm::vec2;

constexpr std::size_t most_clipped_points =
    1000;  // ears cost the square of this at worst; longer outlines go to GLU

// GLU talks through callbacks; corners it invents where edges cross are refused (the caller's rings
// are valid, so there are none).
struct Tessellation {
    std::vector<std::uint32_t> corners;
    bool failed = false;
};

void on_vertex(void* vertex, void* user) {
    static_cast<Tessellation*>(user)->corners.push_back(
        static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(vertex)));
}
void on_edge_flag(GLboolean, void*) {}
void on_error(GLenum, void* user) {
    static_cast<Tessellation*>(user)->failed = true;
}
void on_combine(GLdouble*, void**, GLfloat*, void** out, void* user) {
    static_cast<Tessellation*>(user)->failed = true;
    *out = nullptr;
}

bool tessellate(std::span<const vec2> points, std::span<const std::uint32_t> ring_offsets,
                std::vector<std::uint32_t>& triangles) {
    using Callback = void (*)();
    GLUtesselator* glu = gluNewTess();
    Tessellation result;
    gluTessCallback(glu, GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(on_vertex));
    gluTessCallback(glu, GLU_TESS_EDGE_FLAG_DATA,
                    reinterpret_cast<Callback>(on_edge_flag));  // asks for plain triangles
    gluTessCallback(glu, GLU_TESS_ERROR_DATA, reinterpret_cast<Callback>(on_error));
    gluTessCallback(glu, GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(on_combine));
    gluTessProperty(glu, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_POSITIVE);
    gluTessNormal(glu, 0, 0, 1);
    std::vector<std::array<double, 3>> places;
    places.reserve(points.size());
    gluTessBeginPolygon(glu, &result);
    for (std::size_t r = 0; r + 1 < ring_offsets.size(); ++r) {
        gluTessBeginContour(glu);
        for (std::uint32_t i = ring_offsets[r]; i < ring_offsets[r + 1]; ++i) {
            places.push_back(
                {static_cast<double>(points[i].x), static_cast<double>(points[i].y), 0.0});
            gluTessVertex(glu, places.back().data(),
                          reinterpret_cast<void*>(static_cast<std::uintptr_t>(i)));
        }
        gluTessEndContour(glu);
    }
    gluTessEndPolygon(glu);
    gluDeleteTess(glu);
    if (result.failed || result.corners.size() % 3 != 0 || result.corners.empty()) return false;
    triangles.insert(triangles.end(), result.corners.begin(), result.corners.end());
    return true;
}

}  // namespace

bool triangulate(std::span<const vec2> points, std::span<const std::uint32_t> ring_offsets,
                 std::vector<std::uint32_t>& triangles) {
    if (ring_offsets.size() < 2) return false;
    if (points.size() <= most_clipped_points && clip_ears(points, ring_offsets, triangles))
        return true;
    return tessellate(points, ring_offsets, triangles);
}

}  // namespace mesh

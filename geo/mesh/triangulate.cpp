#include "geo/mesh/triangulate.h"

#include <GL/glu.h>

#include <array>

#include "geo/mesh/ears.h"
#include "geo/mesh/simplify.h"

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

// GLU sweeps from west to east: where an outline begins anew it joins what it has, and walks round
// all of that. Milliseconds for a city's outlines, hours for a hundred thousand holes.
bool is_too_much_for_glu(std::span<const vec2> points, std::span<const std::uint32_t> offsets) {
    constexpr std::size_t most_points = 300'000;       // some seconds
    constexpr std::uint64_t most_steps = 200'000'000;  // the same
    if (points.size() > most_points) return true;
    std::uint64_t beginnings = 0;
    for (std::size_t r = 0; r + 1 < offsets.size(); ++r) {
        const auto ring = points.subspan(offsets[r], offsets[r + 1] - offsets[r]);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const float here = ring[i].x;
            beginnings += here <= ring[i == 0 ? ring.size() - 1 : i - 1].x &&
                                  here <= ring[i + 1 == ring.size() ? 0 : i + 1].x
                              ? 1
                              : 0;
        }
    }
    return beginnings * points.size() > most_steps;
}

// What is left of the rings where so much may be taken off: the numbers of the points, and where
// each ring ends. Holes that are narrower go.
void simplified(std::span<const vec2> points, std::span<const std::uint32_t> offsets,
                float tolerance_m, std::vector<std::uint32_t>& numbers,
                std::vector<std::uint32_t>& ends) {
    numbers.clear();
    ends.assign(1, 0);
    std::vector<std::uint32_t> kept;
    for (std::size_t r = 0; r + 1 < offsets.size(); ++r) {
        kept_corners(points.subspan(offsets[r], offsets[r + 1] - offsets[r]), tolerance_m, kept);
        if (kept.empty()) continue;
        for (const std::uint32_t corner : kept) numbers.push_back(offsets[r] + corner);
        ends.push_back(static_cast<std::uint32_t>(numbers.size()));
    }
}

// The same outline as coarse as it must be, for those that take too long as they are.
bool tessellate_coarsely(std::span<const vec2> points, std::span<const std::uint32_t> offsets,
                         std::vector<std::uint32_t>& triangles) {
    std::vector<std::uint32_t> numbers, ends, corners;
    for (const float tolerance_m : {0.02f, 0.1f, 0.5f, 2.0f, 10.0f}) {
        simplified(points, offsets, tolerance_m, numbers, ends);
        std::vector<vec2> fewer;
        for (const std::uint32_t number : numbers) fewer.push_back(points[number]);
        if (ends.size() < 2 || is_too_much_for_glu(fewer, ends)) continue;
        corners.clear();
        if (!tessellate(fewer, ends, corners)) continue;
        for (const std::uint32_t corner : corners) triangles.push_back(numbers[corner]);
        return true;
    }
    return false;
}

}  // namespace

bool triangulate(std::span<const vec2> points, std::span<const std::uint32_t> ring_offsets,
                 std::vector<std::uint32_t>& triangles) {
    if (ring_offsets.size() < 2) return false;
    if (points.size() <= most_clipped_points && clip_ears(points, ring_offsets, triangles))
        return true;
    if (is_too_much_for_glu(points, ring_offsets))
        return tessellate_coarsely(points, ring_offsets, triangles);
    return tessellate(points, ring_offsets, triangles);
}

}  // namespace mesh

#include "geo/mesh/triangulate.h"

#include <GL/glu.h>

#include <array>
#include <cmath>
#include <deque>

namespace mesh {

namespace {

using glm::vec2;

double twice_area(vec2 a, vec2 b, vec2 c) {
    return (static_cast<double>(b.x) - a.x) * (static_cast<double>(c.y) - a.y) - (static_cast<double>(b.y) - a.y) * (static_cast<double>(c.x) - a.x);
}

double ring_twice_area(std::span<const vec2> ring) {
    double sum = 0.0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) sum += twice_area(ring[0], ring[i], ring[i + 1]);
    return sum;
}

bool in_triangle(vec2 a, vec2 b, vec2 c, vec2 p) { return twice_area(a, b, p) >= 0 && twice_area(b, c, p) >= 0 && twice_area(c, a, p) >= 0; }

// Cuts ears off a ring without holes. O(n^2) in the worst case, which building rings of some dozen
// vertices never show; long rings go to GLU.
constexpr std::size_t longest_clipped_ring = 400;

bool clip_ears(std::span<const vec2> ring, std::vector<std::uint32_t>& triangles) {
    const auto count = static_cast<std::uint32_t>(ring.size());
    if (count > longest_clipped_ring) return false;
    thread_local std::vector<std::uint32_t> next, before;
    thread_local std::vector<std::uint8_t> reflex;
    next.resize(count);
    before.resize(count);
    reflex.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        next[i] = (i + 1) % count;
        before[i] = (i + count - 1) % count;
    }
    std::size_t reflex_count = 0;
    const auto is_reflex = [&](std::uint32_t i) { return twice_area(ring[before[i]], ring[i], ring[next[i]]) <= 0; };
    for (std::uint32_t i = 0; i < count; ++i) reflex_count += reflex[i] = is_reflex(i);
    const std::size_t start = triangles.size();
    std::uint32_t left = count, here = 0, tried = 0;
    while (left > 3) {
        const std::uint32_t a = before[here], c = next[here];
        bool ear = !reflex[here];
        if (ear && reflex_count > 0)
            for (std::uint32_t p = next[c]; p != a; p = next[p])
                if (reflex[p] && ring[p] != ring[a] && ring[p] != ring[c] && in_triangle(ring[a], ring[here], ring[c], ring[p])) {
                    ear = false;
                    break;
                }
        if (!ear) {
            here = next[here];
            if (++tried > left) {
                triangles.resize(start);
                return false;
            }
            continue;
        }
        triangles.insert(triangles.end(), {a, here, c});
        next[a] = c;
        before[c] = a;
        --left;
        tried = 0;
        for (const std::uint32_t side : {a, c})
            if (reflex[side] && !is_reflex(side)) {
                reflex[side] = 0;
                --reflex_count;
            }
        here = next[c];
    }
    triangles.insert(triangles.end(), {before[here], here, next[here]});
    double sum = 0.0;
    for (std::size_t t = start; t < triangles.size(); t += 3) sum += std::abs(twice_area(ring[triangles[t]], ring[triangles[t + 1]], ring[triangles[t + 2]]));
    const double whole = ring_twice_area(ring);
    if (std::abs(sum - whole) > 1e-3 * std::abs(whole) + 1e-3) {
        triangles.resize(start);
        return false;
    }
    return true;
}

// GLU talks through callbacks; corners it invents where edges cross are refused (the caller's rings are
// valid, so there are none).
struct Tessellation {
    std::vector<std::uint32_t> corners;
    bool failed = false;
};

void on_vertex(void* vertex, void* user) {
    static_cast<Tessellation*>(user)->corners.push_back(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(vertex)));
}
void on_edge_flag(GLboolean, void*) {}
void on_error(GLenum, void* user) { static_cast<Tessellation*>(user)->failed = true; }
void on_combine(GLdouble*, void**, GLfloat*, void** out, void* user) {
    static_cast<Tessellation*>(user)->failed = true;
    *out = nullptr;
}

bool tessellate(std::span<const vec2> points, std::span<const std::uint32_t> ring_offsets, std::vector<std::uint32_t>& triangles) {
    using Callback = void (*)();
    GLUtesselator* glu = gluNewTess();
    Tessellation result;
    gluTessCallback(glu, GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(on_vertex));
    gluTessCallback(glu, GLU_TESS_EDGE_FLAG_DATA, reinterpret_cast<Callback>(on_edge_flag));  // asks for plain triangles
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
            places.push_back({static_cast<double>(points[i].x), static_cast<double>(points[i].y), 0.0});
            gluTessVertex(glu, places.back().data(), reinterpret_cast<void*>(static_cast<std::uintptr_t>(i)));
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

bool triangulate(std::span<const vec2> points, std::span<const std::uint32_t> ring_offsets, std::vector<std::uint32_t>& triangles) {
    if (ring_offsets.size() == 2 && clip_ears(points.subspan(ring_offsets[0], ring_offsets[1] - ring_offsets[0]), triangles)) return true;
    return tessellate(points, ring_offsets, triangles);
}

}  // namespace mesh

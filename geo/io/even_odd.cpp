#include "geo/io/even_odd.h"

#include <GL/glu.h>

#include <array>
#include <deque>

namespace geo_io {

namespace {

struct Sweep {
    std::deque<std::array<double, 3>> places;  // a deque: addresses stay while crossings are added
    city::MapPoint origin;
    RingSet outlines;
    bool failed = false;
};

void on_begin(GLenum, void* user) { static_cast<Sweep*>(user)->outlines.emplace_back(); }
void on_vertex(void* vertex, void* user) {
    auto& sweep = *static_cast<Sweep*>(user);
    const auto* place = static_cast<const double*>(vertex);
    sweep.outlines.back().push_back(sweep.origin + city::MapPoint(place[0], place[1]));
}
void on_combine(const GLdouble place[3], void**, GLfloat*, void** out, void* user) {
    auto& sweep = *static_cast<Sweep*>(user);
    sweep.places.push_back({place[0], place[1], 0.0});
    *out = sweep.places.back().data();
}
void on_error(GLenum, void* user) { static_cast<Sweep*>(user)->failed = true; }

}  // namespace

RingSet even_odd_outlines(const RingSet& rings) {
    using Callback = void (*)();
    Sweep sweep;
    if (rings.empty() || rings[0].empty()) return {};
    // Near the origin: GLU compares doubles, but its own sums lose digits far away.
    sweep.origin = rings[0][0];
    GLUtesselator* glu = gluNewTess();
    gluTessCallback(glu, GLU_TESS_BEGIN_DATA, reinterpret_cast<Callback>(on_begin));
    gluTessCallback(glu, GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(on_vertex));
    gluTessCallback(glu, GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(on_combine));
    gluTessCallback(glu, GLU_TESS_ERROR_DATA, reinterpret_cast<Callback>(on_error));
    gluTessProperty(glu, GLU_TESS_BOUNDARY_ONLY, GL_TRUE);
    gluTessProperty(glu, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
    gluTessNormal(glu, 0, 0, 1);
    gluTessBeginPolygon(glu, &sweep);
    for (const auto& ring : rings) {
        gluTessBeginContour(glu);
        for (const city::MapPoint p : ring) {
            sweep.places.push_back({p.x - sweep.origin.x, p.y - sweep.origin.y, 0.0});
            gluTessVertex(glu, sweep.places.back().data(), sweep.places.back().data());
        }
        gluTessEndContour(glu);
    }
    gluTessEndPolygon(glu);
    gluDeleteTess(glu);
    if (sweep.failed) return {};
    return std::move(sweep.outlines);
}

}  // namespace geo_io

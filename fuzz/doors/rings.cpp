// Outlines as a file gives them, before anything is known of them.
#include <cmath>

#include "fuzz/doors/some_rings.h"
#include "geo/city/rings.h"
#include "geo/polygon/crossings.h"
#include "geo/polygon/geos_repair.h"

namespace fuzz {

using geo_io::CleanOutcome;

void rings(Bytes bytes) {
    const SomeRings some = some_rings(bytes);
    const geo_io::CleanResult result = geo_io::clean_polygon(some.rings);
    const bool is_good =
        result.outcome == CleanOutcome::as_it_was || result.outcome == CleanOutcome::repaired;
    must(is_good == !result.polygons.empty(), "there are polygons when the outcome says so");
    std::size_t corners = 0;
    for (const auto& ring : some.rings) corners += ring.size();
    constexpr std::size_t few_corners = 30;  // cannot cross more than 500 times
    must(corners > few_corners || result.outcome != CleanOutcome::too_complex,
         "some corners are never too complex");
    for (const geo_io::RingSet& polygon : result.polygons) {
        must(!polygon.empty(), "a polygon has an outline");
        for (std::size_t r = 0; r < polygon.size(); ++r) {
            must(polygon[r].size() >= 3, "a ring has three corners");
            const double area_m2 = city::ring_area_m2(polygon[r]);
            must(std::isfinite(area_m2), "an area is a number");
            must((area_m2 > 0.0) == (r == 0), "outlines are anticlockwise, holes clockwise");
            for (const city::MapPoint p : polygon[r])
                must(geo_io::is_on_earth(p), "a corner is a place");
        }
        must(geo_io::area_m2(polygon) >= geo_io::smallest_area_m2, "a building has a square metre");
        must(some.style == RingStyle::any || !geo_io::edges_cross(polygon, 2e-3),
             "the outline of a building does not cross itself");
    }
}

}  // namespace fuzz

#include "geo/mesh/row_centres.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cmath>
#include <span>

namespace mesh {

namespace {

// Area centroid; for a ring without area, the mean of its corners. Differences to the first corner
// keep the digits.
city::MapPoint centroid(std::span<const city::MapPoint> ring) {
    city::MapPoint sum{0, 0}, mean{0, 0};
    double twice = 0.0;
    for (std::size_t k = 0; k < ring.size(); ++k) {
        const city::MapPoint a = ring[k] - ring[0], b = ring[(k + 1) % ring.size()] - ring[0];
        const double cross = a.x * b.y - a.y * b.x;
        twice += cross;
        sum += (a + b) * cross;
        mean += a / static_cast<double>(ring.size());
    }
    return ring[0] + (std::abs(twice) > 1e-9 ? sum / (3.0 * twice) : mean);
}

city::MapPoint half_way(std::span<const city::MapPoint> line) {
    double left_m = 0.5 * city::line_length_m(line);
    for (std::size_t k = 0; k + 1 < line.size(); ++k) {
        const double segment_m = std::hypot(line[k + 1].x - line[k].x, line[k + 1].y - line[k].y);
        if (segment_m >= left_m && segment_m > 0.0)
            return line[k] + (line[k + 1] - line[k]) * (left_m / segment_m);
        left_m -= segment_m;
    }
    return line.back();
}

}  // namespace

RowCentres centres_of(const city::CityModel& city) {
    RowCentres centres;
    // A row without a shape cannot be inside anything.
    const glm::vec2 nowhere(std::nanf(""));
    centres.buildings.resize(city.buildings.count(), nowhere);
    centres.roads.resize(city.roads.count(), nowhere);
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, centres.buildings.size(), 4096), [&](const auto& range) {
            for (std::size_t i = range.begin(); i < range.end(); ++i)
                if (const auto ring = city.buildings.footprints.outer(i); !ring.empty())
                    centres.buildings[i] = city.frame.to_local(centroid(ring));
        });
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, centres.roads.size(), 4096),
                      [&](const auto& range) {
                          for (std::size_t i = range.begin(); i < range.end(); ++i)
                              if (const auto line = city.roads.lines.line(i); !line.empty())
                                  centres.roads[i] = city.frame.to_local(half_way(line));
                      });
    return centres;
}

}  // namespace mesh

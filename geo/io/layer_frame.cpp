#include "geo/io/layer_frame.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "geo/crs/bulk_transform.h"
#include "geo/crs/crs_transform.h"
#include "geo/crs/gcj02.h"
#include "geo/crs/map_crs.h"
#include "geo/io/median.h"

namespace geo_io {

namespace {

using city::MapPoint;
using city::ProblemKind;

// Where the first coordinates of a batch lie, for choosing the map CRS.
MapPoint middle_of(const FeatureBatch& batch) {
    std::vector<double> xs, ys;
    for (const MapPoint p : batch.points)
        if (std::isfinite(p.x) && std::isfinite(p.y)) {
            xs.push_back(p.x);
            ys.push_back(p.y);
        }
    if (xs.empty()) return {0, 0};
    return {median(xs), median(ys)};
}

// Degrees and metres of height differ by five orders of magnitude; a body about as high as it is
// wide was drawn in metres.
bool is_body_in_metres(const FeatureBatch& batch) {
    if (batch.parts.empty() || batch.parts[0].kind != PartKind::solid) return false;
    const RawPart& body = batch.parts[0];
    double low_x = 1e300, high_x = -1e300;
    for (std::uint32_t i = batch.ring_offsets[body.first_ring];
         i < batch.ring_offsets[body.first_ring + body.ring_count]; ++i) {
        low_x = std::min(low_x, batch.points[i].x);
        high_x = std::max(high_x, batch.points[i].x);
    }
    return static_cast<double>(body.high_z - body.low_z) < 1000.0 * (high_x - low_x);
}

// Transforms are made once per thread and pair of systems: making one takes milliseconds.
template <class Transform>
Transform* transform_for(const std::string& from, const std::string& to) {
    thread_local std::map<std::pair<std::string, std::string>, std::optional<Transform>> made;
    auto& entry = made[{from, to}];
    if (!entry) {
        auto created = Transform::create(from, to);
        if (!created) return nullptr;
        entry.emplace(std::move(*created));
    }
    return &*entry;
}

}  // namespace

city::Result<LayerFrame> frame_for(const LayerPlan& layer, const SourceSettings& settings,
                                   const FeatureBatch& batch, std::string& map_crs,
                                   city::LoadReport& report) {
    LayerFrame frame;
    frame.encoding = settings.encoding;
    frame.gcj02 = settings.shift == "gcj02";
    const MapPoint middle = middle_of(batch);
    bool fits_degrees = std::abs(middle.x) <= 181.0 && std::abs(middle.y) <= 91.0;
    const std::string where = "layer '" + layer.name + "'";
    if (layer.crs.empty()) {
        if (fits_degrees && is_body_in_metres(batch)) fits_degrees = false;
        frame.source_crs = fits_degrees ? crs::wgs84_lonlat : crs::local_metres;
        report.add(ProblemKind::crs_missing,
                   where + (fits_degrees ? ": taken as longitude and latitude (WGS 84)"
                                         : ": taken as metres at an unknown place"));
    } else {
        const auto kind = crs::kind_of(layer.crs);
        if (!kind && !settings.crs.empty())
            return city::fail("unknown coordinate system '" + settings.crs +
                              "': give crs = \"EPSG:...\"");
        frame.source_crs = layer.crs;
        if (!kind) {
            frame.source_crs = fits_degrees ? crs::wgs84_lonlat : crs::local_metres;
            report.add(ProblemKind::crs_contradictory,
                       where + ": its coordinate system cannot be read");
        } else if (*kind == crs::CrsKind::geographic && !fits_degrees) {
            frame.source_crs = crs::local_metres;
            report.add(ProblemKind::crs_contradictory, where + ": says degrees, but x is about " +
                                                           std::to_string(std::llround(middle.x)) +
                                                           "; taken as metres at an unknown place");
        } else if (*kind == crs::CrsKind::geographic && layer.crs == "EPSG:4326") {
            frame.source_crs = crs::wgs84_lonlat;
        }
    }
    if (report.source_crs.empty())
        report.source_crs = frame.source_crs == crs::local_metres ? "unknown (metres)"
                            : layer.crs.empty()                   ? "EPSG:4326 (guessed)"
                                                : crs::short_name(frame.source_crs);
    if (map_crs.empty() && frame.source_crs != crs::local_metres) {
        const auto to_degrees = crs::CrsTransform::create(frame.source_crs, crs::wgs84_lonlat);
        if (!to_degrees) return tl::unexpected(to_degrees.error());
        const MapPoint place = to_degrees->forward(middle);
        if (std::isfinite(place.x) && std::isfinite(place.y))
            map_crs = crs::map_crs_for({place.x, place.y});
        else
            frame.source_crs = crs::local_metres;
    }
    frame.map_crs =
        frame.source_crs == crs::local_metres || map_crs.empty() ? crs::local_metres : map_crs;
    frame.in_degrees = frame.source_crs == crs::wgs84_lonlat ||
                       (frame.source_crs != crs::local_metres &&
                        crs::kind_of(frame.source_crs) == crs::CrsKind::geographic);
    if (frame.gcj02)
        report.add(ProblemKind::datum_shifted, where + ": moved from GCJ-02 to WGS 84");
    return frame;
}

bool to_map(const LayerFrame& frame, std::span<MapPoint> points) {
    if (frame.gcj02)
        for (MapPoint& p : points) {
            const city::LonLat place = crs::wgs84_from_gcj02({p.x, p.y});
            p = {place.lon_deg, place.lat_deg};
        }
    if (frame.source_crs == frame.map_crs || frame.source_crs == crs::local_metres) return true;
    auto* transform = transform_for<crs::BulkTransform>(frame.source_crs, frame.map_crs);
    if (transform == nullptr) return false;
    transform->forward(points);
    return true;
}

bool to_wgs84(const LayerFrame& frame, std::span<MapPoint> points) {
    auto* transform = transform_for<crs::CrsTransform>(frame.source_crs, crs::wgs84_lonlat);
    if (transform == nullptr) return false;
    transform->forward(points);
    return true;
}

}  // namespace geo_io

#include "geo/io/layer_frame.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "geo/crs/bd09.h"
#include "geo/crs/bulk_transform.h"
#include "geo/crs/crs_transform.h"
#include "geo/crs/gcj02.h"
#include "geo/crs/map_crs.h"
#include "geo/io/layer_place.h"
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

std::string rounded(double value) {
    return std::to_string(std::llround(value));
}

city::Result<void> set_shift(LayerFrame& frame, const SourceSettings& settings,
                             const std::string& where, city::LoadReport& report) {
    if (settings.moved_m) {
        frame.moved_m = *settings.moved_m;
        report.add(ProblemKind::datum_shifted, where + ": moved by " + rounded(frame.moved_m.x) +
                                                   " m east and " + rounded(frame.moved_m.y) +
                                                   " m north");
    }
    if (settings.shift.empty() || settings.shift == "none") return {};
    frame.offset = settings.shift == "bd09" ? MapOffset::bd09 : MapOffset::gcj02;
    report.add(ProblemKind::datum_shifted,
               where + ": moved from " + (frame.offset == MapOffset::bd09 ? "BD-09" : "GCJ-02") +
                   " to WGS 84");
    return {};
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
    const std::string where = "layer '" + layer.name + "'";
    if (auto ok = set_shift(frame, settings, where, report); !ok) return tl::unexpected(ok.error());
    MapPoint middle = middle_of(batch);
    if (looks_swapped(middle, layer.crs, settings.named_region)) {
        frame.axes_swapped = true;
        std::swap(middle.x, middle.y);
        report.add(ProblemKind::axes_swapped,
                   where + ": latitude came before longitude (x about " + rounded(middle.y) +
                       ", y about " + rounded(middle.x) + "), read the other way round");
    }
    bool fits_degrees = std::abs(middle.x) <= 181.0 && std::abs(middle.y) <= 91.0;
    if (layer.crs.empty()) {
        if (fits_degrees && is_body_in_metres(batch)) fits_degrees = false;
        const PlaceGuess guess =
            fits_degrees
                ? PlaceGuess{crs::wgs84_lonlat, ": taken as longitude and latitude (WGS 84)"}
                : guess_of(middle, settings.named_region);
        frame.source_crs = guess.crs;
        report.add(ProblemKind::crs_missing, where + guess.words);
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
            const PlaceGuess guess = guess_of(middle, settings.named_region);
            frame.source_crs = guess.crs;
            report.add(ProblemKind::crs_contradictory,
                       where + ": says degrees, but x is about " + rounded(middle.x) + guess.words);
        } else if (*kind == crs::CrsKind::geographic && layer.crs == "EPSG:4326") {
            frame.source_crs = crs::wgs84_lonlat;
        }
    }
    if (report.source_crs.empty())
        report.source_crs = frame.source_crs == crs::local_metres ? "unknown (metres)"
                            : layer.crs.empty() && fits_degrees   ? "EPSG:4326 (guessed)"
                            : layer.crs.empty()                   ? frame.source_crs + " (guessed)"
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
    if (frame.source_crs == crs::local_metres && frame.offset != MapOffset::none)
        return city::fail(
            where + ": shift = \"" + settings.shift +
            "\" needs to know where the data lies: give crs = \"EPSG:...\" beside it");
    if (frame.source_crs != crs::local_metres)
        if (const std::string doubt = doubt_of(middle, frame.source_crs, settings.named_region);
            !doubt.empty())
            report.add(ProblemKind::place_doubtful, where + doubt);
    return frame;
}

void turn_axes(const LayerFrame& frame, std::span<MapPoint> points) {
    if (!frame.axes_swapped) return;
    for (MapPoint& p : points) std::swap(p.x, p.y);
}

bool to_map(const LayerFrame& frame, std::span<MapPoint> points) {
    std::string from = frame.source_crs;
    if (frame.offset != MapOffset::none) {
        // The offset is one of degrees: data in metres was made from degrees that had it.
        if (!frame.in_degrees) {
            if (!to_wgs84(frame, points)) return false;
            from = crs::wgs84_lonlat;
        }
        const bool is_baidu = frame.offset == MapOffset::bd09;
        for (MapPoint& p : points) {
            const city::LonLat there{p.x, p.y};
            const city::LonLat place =
                is_baidu ? crs::wgs84_from_bd09(there) : crs::wgs84_from_gcj02(there);
            p = {place.lon_deg, place.lat_deg};
        }
    }
    if (from != frame.map_crs && from != crs::local_metres) {
        auto* transform = transform_for<crs::BulkTransform>(from, frame.map_crs);
        if (transform == nullptr) return false;
        transform->forward(points);
    }
    if (frame.moved_m.x != 0.0 || frame.moved_m.y != 0.0)
        for (MapPoint& p : points) p += frame.moved_m;
    return true;
}

bool to_wgs84(const LayerFrame& frame, std::span<MapPoint> points) {
    auto* transform = transform_for<crs::CrsTransform>(frame.source_crs, crs::wgs84_lonlat);
    if (transform == nullptr) return false;
    transform->forward(points);
    return true;
}

}  // namespace geo_io

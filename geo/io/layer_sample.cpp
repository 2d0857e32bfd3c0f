#include "geo/io/layer_sample.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

#include "geo/city/rings.h"
#include "geo/io/batch_geometry.h"
#include "geo/io/median.h"

namespace geo_io {

namespace {

constexpr std::size_t most_features = 400, most_points = 40'000, most_values = 200;

// Every column of these roles, whatever it says.
void add_values(const OGRFeature& feature, const LayerPlan& plan, ColumnRole role,
                std::vector<std::string>& values) {
    for (const int column : plan.roles[role]) {
        if (column >= feature.GetFieldCount() || !feature.IsFieldSetAndNotNull(column)) continue;
        std::string value = feature.GetFieldAsString(column);
        if (values.size() < most_values &&
            std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(std::move(value));
    }
}

struct Metres {
    double x, y;  ///< metres a unit
};

Metres metres_per_unit(OGRLayer& layer, const FeatureBatch& batch) {
    double low_x = 1e300, high_x = -1e300, low_y = 1e300, high_y = -1e300;
    for (const city::MapPoint p : batch.points) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) continue;
        low_x = std::min(low_x, p.x), high_x = std::max(high_x, p.x);
        low_y = std::min(low_y, p.y), high_y = std::max(high_y, p.y);
    }
    const OGRSpatialReference* declared = layer.GetSpatialRef();
    const bool in_degrees =
        low_x >= -181 && high_x <= 181 && low_y >= -91 && high_y <= 91 &&
        (declared == nullptr || declared->IsEmpty() || declared->IsGeographic());
    if (in_degrees) {
        constexpr double metres_per_degree = 111'195.0;  // of a great circle of 6371 km
        return {metres_per_degree * std::cos((low_y + high_y) / 360.0 * std::numbers::pi),
                metres_per_degree};
    }
    const double unit_m =
        declared != nullptr && declared->IsProjected() ? declared->GetLinearUnits() : 1.0;
    return {unit_m, unit_m};
}

struct Edges {
    std::unordered_map<std::uint64_t, int> uses;
    void add(city::MapPoint a, city::MapPoint b) {
        if (a == b) return;
        const auto hash = [](city::MapPoint p) {
            const std::hash<double> of;
            return of(p.x) * 0x9E3779B97F4A7C15ull ^ of(p.y);
        };
        ++uses[hash(a) + hash(b)];  // the same in both directions
    }
    double shared() const {
        if (uses.empty()) return 0.0;
        std::size_t twice = 0, all = 0;
        for (const auto& [edge, count] : uses) {
            all += static_cast<std::size_t>(count);
            if (count > 1) twice += static_cast<std::size_t>(count);
        }
        return static_cast<double>(twice) / static_cast<double>(all);
    }
};

}  // namespace

LayerSample sample_of(OGRLayer& layer, const LayerPlan& plan) {
    LayerSample sample;
    FeatureBatch batch;
    // GDAL can look for each column among all others, feature by feature.
    const double columns = static_cast<double>(plan.field_count);
    const std::size_t most_here = static_cast<std::size_t>(
        std::clamp(4e7 / (columns * columns + 1.0), 1.0, static_cast<double>(most_features)));
    layer.ResetReading();
    while (sample.features < most_here && batch.points.size() < most_points) {
        const OGRFeatureUniquePtr feature(layer.GetNextFeature());
        if (!feature) {
            sample.is_whole = true;
            break;
        }
        ++sample.features;
        add_values(*feature, plan, ColumnRole::kind, sample.kinds);
        add_values(*feature, plan, ColumnRole::road_class, sample.road_classes);
        add_values(*feature, plan, ColumnRole::area_kind, sample.area_kinds);
        batch.fid.push_back(feature->GetFID());
        add_geometry(batch, feature->GetGeometryRef());
    }
    layer.ResetReading();

    const Metres unit = metres_per_unit(layer, batch);
    std::vector<double> areas;
    Edges edges;
    for (const RawPart& part : batch.parts) {
        if (part.kind == PartKind::wrong_type) ++sample.points;
        if (part.kind != PartKind::polygon && part.kind != PartKind::line &&
            part.kind != PartKind::solid)
            continue;
        const auto ring = std::span<const city::MapPoint>(batch.points)
                              .subspan(batch.ring_offsets[part.first_ring],
                                       batch.ring_offsets[part.first_ring + 1] -
                                           batch.ring_offsets[part.first_ring]);
        if (part.kind == PartKind::line) {
            ++sample.lines;
            if (ring.size() < 4 || ring.front() != ring.back()) continue;
            ++sample.closed_lines;
        } else {
            ++sample.polygons;
            for (std::size_t i = 1; i < ring.size(); ++i) edges.add(ring[i - 1], ring[i]);
        }
        if (part.kind != PartKind::solid)
            areas.push_back(std::abs(city::ring_area_m2(ring)) * unit.x * unit.y);
    }
    std::erase_if(areas, [](double area) { return !std::isfinite(area); });
    if (!areas.empty()) sample.middle_area_m2 = median(areas);
    sample.shared_edges = edges.shared();
    return sample;
}

}  // namespace geo_io

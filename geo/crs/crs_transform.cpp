#include "geo/crs/crs_transform.h"

#include <proj.h>

#include "geo/crs/map_crs.h"

namespace crs {

struct CrsTransform::Handles {
    PJ_CONTEXT* context = nullptr;
    PJ* transform = nullptr;
    ~Handles() {
        proj_destroy(transform);
        proj_context_destroy(context);
    }
};

CrsTransform::CrsTransform(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
CrsTransform::CrsTransform(CrsTransform&&) noexcept = default;
CrsTransform& CrsTransform::operator=(CrsTransform&&) noexcept = default;
CrsTransform::~CrsTransform() = default;

city::Result<CrsTransform> CrsTransform::create(const std::string& from, const std::string& to) {
    auto handles = std::make_unique<Handles>();
    handles->context = proj_context_create();
    proj_log_level(handles->context, PJ_LOG_NONE);
    proj_context_set_enable_network(handles->context, 0);  // whatever the environment says
    const auto zone = utm_zone_of(to);
    if (zone && is_wgs84_lonlat(from)) {
        // The usual case needs no look into PROJ's database, which takes milliseconds a thread.
        const std::string steps =
            "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=utm "
            "+ellps=WGS84 +zone=" +
            std::to_string(zone->number) + (zone->north ? "" : " +south");
        handles->transform = proj_create(handles->context, steps.c_str());
    } else {
        PJ* raw = proj_create_crs_to_crs(handles->context, from.c_str(), to.c_str(), nullptr);
        if (raw != nullptr) {
            handles->transform = proj_normalize_for_visualization(handles->context, raw);
            proj_destroy(raw);
        }
    }
    if (handles->transform == nullptr)
        return city::fail("no way from coordinate system '" + from.substr(0, 60) + "' to '" +
                          to.substr(0, 60) + "': give crs = \"EPSG:...\" in city.toml");
    return CrsTransform(std::move(handles));
}

void CrsTransform::forward(std::span<city::MapPoint> points) const {
    if (points.empty()) return;
    static_assert(sizeof(city::MapPoint) == 2 * sizeof(double));
    constexpr std::size_t stride = sizeof(city::MapPoint);
    proj_trans_generic(handles_->transform, PJ_FWD, &points[0].x, stride, points.size(),
                       &points[0].y, stride, points.size(), nullptr, 0, 0, nullptr, 0, 0);
}

city::MapPoint CrsTransform::forward(city::MapPoint point) const {
    const PJ_COORD result =
        proj_trans(handles_->transform, PJ_FWD, proj_coord(point.x, point.y, 0, 0));
    return {result.xy.x, result.xy.y};
}

city::MapPoint CrsTransform::inverse(city::MapPoint point) const {
    const PJ_COORD result =
        proj_trans(handles_->transform, PJ_INV, proj_coord(point.x, point.y, 0, 0));
    return {result.xy.x, result.xy.y};
}

}  // namespace crs

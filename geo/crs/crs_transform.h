#pragma once

#include <memory>
#include <span>
#include <string>

#include "geo/city/frames.h"
#include "geo/city/result.h"

namespace crs {

/// From one coordinate system to another, always x east (or longitude), y north (or latitude),
/// whatever axis order the authority gives. Not shared between threads: each thread makes its own.
class CrsTransform {
  public:
    /// `from` and `to` as "EPSG:4326", WKT or a PROJ string.
    static city::Result<CrsTransform> create(const std::string& from, const std::string& to);
    CrsTransform(CrsTransform&&) noexcept;
    CrsTransform& operator=(CrsTransform&&) noexcept;
    ~CrsTransform();

    /// In place. A point that cannot be transformed becomes infinite: callers test for it.
    void forward(std::span<city::MapPoint> points) const;
    city::MapPoint forward(city::MapPoint point) const;
    city::MapPoint inverse(city::MapPoint point) const;

  private:
    struct Handles;
    explicit CrsTransform(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> handles_;
};

}  // namespace crs

#pragma once

#include "geo/city/frames.h"

namespace crs {

/// Baidu's coordinates ("BD-09"): GCJ-02 turned and stretched once more, by up to 1 km from
/// WGS 84. The usual published formula; the inverse iterates until the forward formula returns the
/// input to a micrometre. Outside China nothing is moved. As good as GCJ-02 itself: about 2 m.
city::LonLat gcj02_from_bd09(city::LonLat baidu);
city::LonLat bd09_from_gcj02(city::LonLat shifted);
city::LonLat wgs84_from_bd09(city::LonLat baidu);
city::LonLat bd09_from_wgs84(city::LonLat place);

}  // namespace crs

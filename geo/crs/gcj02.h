#pragma once

#include "geo/city/frames.h"

namespace crs {

/// WGS 84 from the shifted coordinates ("GCJ-02") that Chinese web maps publish.
///
/// The offset is the usual published approximation (a sum of sines in longitude and latitude over
/// the Krassovsky ellipsoid); the inverse iterates until the forward offset returns the input to a
/// micrometre. Outside China the coordinates are not shifted. Good to about 2 m: the official
/// transformation is not public.
city::LonLat wgs84_from_gcj02(city::LonLat shifted);
city::LonLat gcj02_from_wgs84(city::LonLat place);

}  // namespace crs

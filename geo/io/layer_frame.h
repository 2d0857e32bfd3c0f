#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "geo/city/load_report.h"
#include "geo/city/result.h"
#include "geo/io/city_file.h"
#include "geo/io/feature_batch.h"
#include "geo/io/layer_codes.h"

namespace geo_io {

/// The offsets of Chinese web maps.
enum class MapOffset : std::uint8_t { none, gcj02, bd09 };

/// How the numbers of a layer become metres of the map.
struct LayerFrame {
    std::string source_crs;  ///< what the layer's numbers are taken to be; "local" = metres already
    std::string map_crs;
    bool in_degrees = true;              ///< the source's numbers
    bool axes_swapped = false;           ///< the source has latitude before longitude
    MapOffset offset = MapOffset::none;  ///< taken out on the way
    city::MapPoint moved_m{0.0, 0.0};    ///< and moved by so much east and north
    std::string encoding;      ///< declared text encoding, tried first where text is not UTF-8
    LayerCodes codes;          ///< which tables of codes its columns belong to
    std::uint16_t number = 0;  ///< running number among all layers of the load
};

/// Decides from its first batch what a layer's numbers are: what the file says, unless the numbers
/// contradict it; guesses are reported. `map_crs` is that of the city: chosen here with the first
/// coordinates whose place is known, then kept for all sources.
city::Result<LayerFrame> frame_for(const LayerPlan& layer, const SourceSettings& settings,
                                   const FeatureBatch& batch, std::string& map_crs,
                                   city::LoadReport& report);

/// Puts x before y where the source has them the wrong way round, in place: first of all, before
/// either of the following.
void turn_axes(const LayerFrame& frame, std::span<city::MapPoint> points);
/// Source -> map, in place; a point that has no place there becomes infinite or NaN. False when
/// there is no way between the two systems. From any thread.
bool to_map(const LayerFrame& frame, std::span<city::MapPoint> points);
/// Source -> degrees on WGS 84, in place, PROJ itself and no shift. From any thread.
bool to_wgs84(const LayerFrame& frame, std::span<city::MapPoint> points);

}  // namespace geo_io

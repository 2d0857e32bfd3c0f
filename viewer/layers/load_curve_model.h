#pragma once

#include "charts/load_curve.h"
#include "text/i18n.h"
#include "viewer/layers/hour_layer.h"
#include "viewer/layers/sun_time.h"

namespace viewer {

/// The typical day of one city that `time` is in, with the moment marked. The layer must be of that
/// city.
charts::LoadCurveModel load_curve_model(const HourLayer& layer, std::size_t city,
                                        const SunTime& time, const text::Messages& text);

}  // namespace viewer

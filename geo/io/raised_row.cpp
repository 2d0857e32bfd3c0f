#include "geo/io/raised_row.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace geo_io {

namespace {
constexpr double usual_storey_m = 3.2;  // assumed, where only the storeys below are known
}

double parse_level(std::string_view text) {
    double level = 0.0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), level);
    return read.ec == std::errc{} ? level : std::numeric_limits<double>::quiet_NaN();
}

void raise(double height_m, double& base_m, double& storeys, double min_storey) {
    if (base_m >= height_m) base_m = 0.0;
    if (std::isnan(min_storey)) min_storey = 0.0;
    if (min_storey > 0.0 && !(min_storey < storeys) && !std::isnan(storeys)) min_storey = 0.0;
    if (min_storey > 0.0 && !(base_m > 0.0)) {
        const double storey_m = height_m / storeys;
        base_m = min_storey * (std::isnan(storey_m) ? usual_storey_m : storey_m);
        if (base_m >= height_m) base_m = 0.0;
    }
    if (std::isnan(storeys) || !(base_m > 0.0)) return;
    if (min_storey > 0.0)
        storeys -= min_storey;
    else if (!std::isnan(height_m))
        storeys = std::max(1.0, std::round(storeys * (height_m - base_m) / height_m));
}

}  // namespace geo_io

#include "geo/sample/sample_city.h"

#include "geo/city/district_finder.h"
#include "geo/sample/styles.h"

namespace sample {

std::optional<Style> style_from_name(std::string_view name) {
    if (name == "california") return Style::california;
    if (name == "china") return Style::china;
    return std::nullopt;
}

city::CityModel make_sample_city(const SampleOptions& options) {
    city::CityModel city =
        options.style == Style::california ? make_california(options) : make_china(options);
    assign_districts(city);
    return city;
}

}  // namespace sample

#pragma once

#include "geo/sample/sample_city.h"

namespace sample {

city::CityModel make_california(const SampleOptions& options);
city::CityModel make_china(const SampleOptions& options);

}  // namespace sample

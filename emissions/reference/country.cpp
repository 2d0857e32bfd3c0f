#include "emissions/reference/country.h"

namespace emissions {

city::Result<std::string> country_tables_of(const std::string& region) {
    const std::string country = region.substr(0, 2);
    if (country == "US" || country == "CN") return country;
    return city::fail(region.empty() ? "the city's region is not known: say --region US-CA or "
                                       "CN-.. or set region in city.toml"
                                     : "there are no reference tables for region '" + region +
                                           "': use US-CA or CN-..");
}

}  // namespace emissions

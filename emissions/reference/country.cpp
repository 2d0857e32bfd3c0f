#include "emissions/reference/country.h"

namespace emissions {

city::Result<std::string> country_tables_of(const std::string& region) {
    const std::string country = region.substr(0, region.find('-'));
    if (country == "US" || country == "CN") return country;
    return city::fail(
        region.empty()
            ? "the city's region is not known: say --region US-CA or CN-.. or set region in "
              "city.toml"
            : "there are no reference tables for region '" + region +
                  "', only for the US and China: use US-CA or CN-.. (--region US-CA or region in "
                  "city.toml) to calculate with California's nevertheless");
}

std::string national_grid(const std::string& country) {
    return country == "US" ? "US-CA" : "CN";
}

std::string chinese_zone_of(const std::string& region, const reference::Table& zones) {
    for (const char* zone :
         {"severe_cold", "cold", "hot_summer_cold_winter", "hot_summer_warm_winter", "mild"})
        if (zones.find(region, "zone", zone) != nullptr) return zone;
    return region == "CN" ? "hot_summer_cold_winter" : "";
}

}  // namespace emissions

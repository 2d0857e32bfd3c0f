#include "emissions/model/results.h"

namespace emissions {

namespace {
constexpr std::array<std::string_view, city::enum_count<Carrier>> carrier_names{
    "electricity", "natural_gas", "lpg", "coal", "oil", "district_heat", "petrol", "diesel"};
constexpr std::array<std::string_view, city::enum_count<EndUse>> end_use_names{
    "heating", "cooling", "hot_water", "lighting", "appliances", "cooking"};
constexpr std::array<std::string_view, city::enum_count<Pollutant>> pollutant_names{
    "co2", "ch4", "n2o", "co2e", "nox", "so2", "pm25", "pm10", "co", "voc"};
}  // namespace

std::string_view name_of(Carrier carrier) {
    return carrier_names[static_cast<std::size_t>(carrier)];
}
std::string_view name_of(EndUse end_use) {
    return end_use_names[static_cast<std::size_t>(end_use)];
}
std::string_view name_of(Pollutant pollutant) {
    return pollutant_names[static_cast<std::size_t>(pollutant)];
}

}  // namespace emissions

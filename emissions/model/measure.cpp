#include "emissions/model/measure.h"

#include <array>

namespace emissions {

namespace {

template <class Enum>
std::string_view name_in(const std::array<std::string_view, city::enum_count<Enum>>& names,
                         Enum value) {
    return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, city::enum_count<Target>> target_names{
    "envelope", "plant", "plug", "roof", "fleet", "network", "grid"};
constexpr std::array<std::string_view, city::enum_count<Parameter>> parameter_names{
    "wall_u_w_per_m2k",
    "roof_u_w_per_m2k",
    "window_u_w_per_m2k",
    "window_shgc",
    "infiltration_per_h",
    "roof_absorptance",
    "heating_demand_share",
    "cooling_demand_share",
    "heating_cop",
    "hot_water_cop",
    "cooling_share",
    "lighting_share",
    "appliances_share",
    "usable_roof_share_flat",
    "usable_roof_share_sloped",
    "module_kw_per_m2",
    "light_electric_share",
    "heavy_electric_share",
    "light_km_share",
    "heavy_km_share",
    "heat_network_share",
    "grid_share"};
constexpr std::array<std::string_view, city::enum_count<Operation>> operation_names{
    "set", "multiply", "at_most", "at_least"};
constexpr std::array<std::string_view, city::enum_count<Field>> field_names{
    "use",     "era",    "year",       "floor_area_m2", "height_m",
    "storeys", "supply", "road_class", "district",      "id"};

}  // namespace

std::string_view name_of(Target target) {
    return name_in(target_names, target);
}
std::string_view name_of(Parameter parameter) {
    return name_in(parameter_names, parameter);
}
std::string_view name_of(Operation operation) {
    return name_in(operation_names, operation);
}
std::string_view name_of(Field field) {
    return name_in(field_names, field);
}

}  // namespace emissions

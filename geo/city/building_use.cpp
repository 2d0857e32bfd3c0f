#include "geo/city/building_use.h"

namespace city {

namespace {
constexpr std::array<std::string_view, enum_count<BuildingUse>> names{"unknown",
                                                                      "residential_detached",
                                                                      "residential_attached",
                                                                      "residential_apartment",
                                                                      "office",
                                                                      "government_office",
                                                                      "retail",
                                                                      "mall",
                                                                      "supermarket",
                                                                      "restaurant",
                                                                      "hotel",
                                                                      "hospital",
                                                                      "outpatient",
                                                                      "school",
                                                                      "university",
                                                                      "public_assembly",
                                                                      "warehouse",
                                                                      "industry",
                                                                      "transport_station",
                                                                      "utility",
                                                                      "unconditioned"};
}

std::string_view name_of(BuildingUse use) {
    return names[static_cast<std::size_t>(use)];
}

std::optional<BuildingUse> building_use_from_name(std::string_view name) {
    for (const BuildingUse use : all_of<BuildingUse>())
        if (name_of(use) == name) return use;
    return std::nullopt;
}

}  // namespace city

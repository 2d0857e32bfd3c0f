#include "emissions/model/scenario.h"

#include <array>

namespace emissions {

std::string_view name_of(Measure measure) {
    constexpr std::array<std::string_view, city::enum_count<Measure>> names{
        "envelope",          "led",         "heat_pump", "efficient_cooling", "rooftop_pv",
        "electric_vehicles", "cleaner_grid"};
    return names[static_cast<std::size_t>(measure)];
}

}  // namespace emissions

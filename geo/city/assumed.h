#pragma once

#include <cstdint>

namespace city {

/// Which inputs of a row were not in the data but filled in. A row keeps a set of these, so that
/// every result can say what it rests on.
enum class Assumed : std::uint16_t {
    none = 0,
    height = 1u << 0,
    storeys = 1u << 1,
    use = 1u << 2,
    construction_year = 1u << 3,
    road_class = 1u << 4,
    lanes = 1u << 5,
    speed = 1u << 6,
    one_way = 1u << 7,
    base_height = 1u << 8,
    floor_area = 1u << 9,
};

constexpr Assumed operator|(Assumed a, Assumed b) {
    return static_cast<Assumed>(static_cast<std::uint16_t>(a) | static_cast<std::uint16_t>(b));
}
constexpr Assumed& operator|=(Assumed& a, Assumed b) {
    return a = a | b;
}
constexpr bool has(Assumed set, Assumed one) {
    return (static_cast<std::uint16_t>(set) & static_cast<std::uint16_t>(one)) != 0;
}

}  // namespace city

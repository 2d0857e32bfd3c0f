#pragma once

#include <array>
#include <cstddef>

namespace city {

/// How many enumerators E has: every such enum ends with `count_`.
template <class E>
inline constexpr std::size_t enum_count = static_cast<std::size_t>(E::count_);

/// One T per enumerator, indexed by the enumerator itself.
template <class E, class T>
struct EnumArray : std::array<T, enum_count<E>> {
    using Base = std::array<T, enum_count<E>>;
    constexpr T& operator[](E key) { return Base::operator[](static_cast<std::size_t>(key)); }
    constexpr const T& operator[](E key) const {
        return Base::operator[](static_cast<std::size_t>(key));
    }
};

/// All enumerators in order, for range-for.
template <class E>
constexpr std::array<E, enum_count<E>> all_of() {
    std::array<E, enum_count<E>> keys{};
    for (std::size_t i = 0; i < enum_count<E>; ++i) keys[i] = static_cast<E>(i);
    return keys;
}

}  // namespace city

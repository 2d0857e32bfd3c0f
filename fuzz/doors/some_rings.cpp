#include "fuzz/doors/some_rings.h"

namespace fuzz {

using city::MapPoint;

SomeRings some_rings(Bytes bytes) {
    constexpr std::size_t most_corners = 400;
    Numbers numbers(bytes);
    SomeRings some{static_cast<RingStyle>(numbers.byte() % 3), {}};
    // Far from zero, as maps are: doubles have fewer digits left there.
    const MapPoint origin{550'000.0, 4'180'000.0};
    std::size_t corners = 0;
    while (!numbers.empty() && corners < most_corners) {
        auto& ring = some.rings.emplace_back();
        while (!numbers.empty() && corners++ < most_corners) {
            if (some.style == RingStyle::any) {
                const double x = numbers.any_double(), y = numbers.any_double();
                ring.push_back({x, y});
                if (ring.size() % 16 == 0) break;
                continue;
            }
            const std::uint8_t place = numbers.byte();
            if (place == 0) break;
            if (some.style == RingStyle::coarse)
                ring.push_back(origin + MapPoint{5.0 * (place % 16), 5.0 * (place / 16)});
            else
                ring.push_back(origin + MapPoint{1.0 * place, 1.0 * numbers.byte()});
        }
    }
    return some;
}

}  // namespace fuzz

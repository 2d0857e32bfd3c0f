#include "geo/mesh/simplify.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <glm/geometric.hpp>

namespace mesh {

namespace {

// Squared distance of p from the stretch a-b.
float away_squared(glm::vec2 p, glm::vec2 a, glm::vec2 b) {
    const glm::vec2 along = b - a, from = p - a;
    const float length_squared = glm::dot(along, along);
    const float share = length_squared > 0.0f
                            ? std::clamp(glm::dot(from, along) / length_squared, 0.0f, 1.0f)
                            : 0.0f;
    const glm::vec2 apart = from - along * share;
    return glm::dot(apart, apart);
}

}  // namespace

void kept_corners(std::span<const glm::vec2> ring, float tolerance_m,
                  std::vector<std::uint32_t>& kept) {
    kept.clear();
    const auto count = static_cast<std::uint32_t>(ring.size());
    if (count < 3) return;
    // The first corner and the one furthest from it cut the ring in two lines.
    std::uint32_t furthest = 0;
    float most = 0.0f;
    for (std::uint32_t i = 1; i < count; ++i)
        if (const glm::vec2 apart = ring[i] - ring[0]; glm::dot(apart, apart) > most) {
            most = glm::dot(apart, apart);
            furthest = i;
        }
    if (furthest == 0) return;
    const float limit = tolerance_m * tolerance_m;
    thread_local std::vector<std::pair<std::uint32_t, std::uint32_t>> open;
    open.assign({{furthest, count}, {0, furthest}});  // from, to; `count` is corner 0 again
    kept.push_back(0);
    kept.push_back(furthest);
    // Halving a ring takes n log n steps, peeling a comb tooth by tooth n^2: then all of it stays.
    std::uint64_t steps_left = 1'000'000 + 100 * std::uint64_t{count};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        if (steps_left < to - from) {
            for (std::uint32_t i = from + 1; i < to; ++i) kept.push_back(i);
            continue;
        }
        steps_left -= to - from;
        std::uint32_t worst = from;
        float away = limit;
        for (std::uint32_t i = from + 1; i < to; ++i)
            if (const float here = away_squared(ring[i], ring[from], ring[to % count]);
                here > away) {
                away = here;
                worst = i;
            }
        if (worst == from) continue;
        kept.push_back(worst);
        open.emplace_back(from, worst);
        open.emplace_back(worst, to);
    }
    if (kept.size() < 3) {
        kept.clear();
        return;
    }
    std::sort(kept.begin(), kept.end());
}

}  // namespace mesh

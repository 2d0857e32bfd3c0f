#include "render/block_places.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "render/color_scale.h"

namespace render {

namespace {

float partly_known(const mesh::BlockMembers& members, std::span<const float> building_places, std::size_t block) {
    float sum = 0, known = 0, plain = 0, missing = 0;
    for (std::uint32_t m = members.offsets[block]; m < members.offsets[block + 1]; ++m) {
        const float place = building_places[members.rows[m]], share = members.shares[m];
        if (place >= 0.0f) {
            sum += place * share;
            known += share;
        } else {
            (place == place_plain ? plain : missing) += share;
        }
    }
    return known > 0.0f ? sum / known : missing > plain ? place_missing : place_plain;
}

}  // namespace

void block_places(const mesh::BlockMembers& members, std::span<const float> building_places, std::vector<float>& places) {
    places.resize(members.count());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, members.count(), 4096), [&](const auto& range) {
        for (std::size_t b = range.begin(); b < range.end(); ++b) {
            // Almost everywhere all is known: shares add up to one, and nothing is asked per building.
            float place = 0.0f;
            bool known = true;
            for (std::uint32_t m = members.offsets[b]; m < members.offsets[b + 1]; ++m) {
                const float one = building_places[members.rows[m]];
                place += one * members.shares[m];
                known &= one >= 0.0f;
            }
            places[b] = known ? place : partly_known(members, building_places, b);
        }
    });
}

void block_marks(const mesh::BlockMembers& members, std::span<const std::uint8_t> building_marks, std::vector<std::uint8_t>& marks) {
    marks.resize(members.count());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, members.count(), 4096), [&](const auto& range) {
        for (std::size_t b = range.begin(); b < range.end(); ++b) {
            float mark = 0;
            for (std::uint32_t m = members.offsets[b]; m < members.offsets[b + 1]; ++m) mark += static_cast<float>(building_marks[members.rows[m]]) * members.shares[m];
            marks[b] = static_cast<std::uint8_t>(mark + 0.5f);
        }
    });
}

}  // namespace render

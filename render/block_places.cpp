#include "render/block_places.h"

#include <algorithm>

#include "render/color_scale.h"

namespace render {

namespace {

float partly_known(const mesh::BlockMembers& members, std::span<const float> members_places, std::size_t block) {
    float sum = 0, known = 0, plain = 0, missing = 0;
    for (std::uint32_t m = members.offsets[block]; m < members.offsets[block + 1]; ++m) {
        const float place = members_places[members.rows[m]], share = members.shares[m];
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

void block_places(const mesh::BlockMembers& members, std::span<const float> members_places, std::size_t first, std::span<float> places) {
    const std::uint32_t* const rows = members.rows.data();
    const float* const shares = members.shares.data();
    std::uint32_t m = members.offsets[first];
    for (std::size_t k = 0; k < places.size(); ++k) {
        // Almost everywhere all is known: shares add up to one, and nothing is asked per member.
        float place = 0.0f, least = 1.0f;
        for (const std::uint32_t end = members.offsets[first + k + 1]; m < end; ++m) {
            const float one = members_places[rows[m]];
            place += one * shares[m];
            least = std::min(least, one);
        }
        places[k] = least >= 0.0f ? place : partly_known(members, members_places, first + k);
    }
}

void block_marks(const mesh::BlockMembers& members, std::span<const std::uint8_t> members_marks, std::size_t first, std::span<std::uint8_t> marks) {
    for (std::size_t k = 0; k < marks.size(); ++k) {
        float mark = 0;
        for (std::uint32_t m = members.offsets[first + k]; m < members.offsets[first + k + 1]; ++m) mark += static_cast<float>(members_marks[members.rows[m]]) * members.shares[m];
        marks[k] = static_cast<std::uint8_t>(mark + 0.5f);
    }
}

}  // namespace render

#include "render/block_places.h"

#include <algorithm>

namespace render {

namespace {

// `sum` of codes, each times its share, over all shares: rounded, without a division. Largest:
// 65535 * 65535 < 2^32 - 2^16.
PlaceCode mean_of(std::uint32_t sum) {
    static_assert(mesh::whole_share == 65'535);
    sum += 32'768;
    return static_cast<PlaceCode>((sum + (sum >> 16)) >> 16);
}

PlaceCode partly_known(const mesh::BlockMembers& members, std::span<const PlaceCode> members_places,
                       std::size_t block) {
    std::uint32_t sum = 0, known = 0, plain = 0, missing = 0;
    for (std::uint32_t m = members.offsets[block]; m < members.offsets[block + 1]; ++m) {
        const std::uint32_t place = members_places[members.rows[m]], share = members.shares[m];
        if (place >= lowest_place) {
            sum += place * share;
            known += share;
        } else {
            (place == code_plain ? plain : missing) += share;
        }
    }
    return known > 0         ? static_cast<PlaceCode>((sum + known / 2) / known)
           : missing > plain ? code_missing
                             : code_plain;
}

}  // namespace

void block_places(const mesh::BlockMembers& members, std::span<const PlaceCode> members_places,
                  std::size_t first, std::span<PlaceCode> places) {
    const std::uint32_t* const rows = members.rows.data();
    const std::uint16_t* const shares = members.shares.data();
    std::uint32_t m = members.offsets[first];
    for (std::size_t k = 0; k < places.size(); ++k) {
        // Almost everywhere all is known: shares add up to a whole, and nothing is asked per
        // member.
        std::uint32_t sum = 0, least = highest_place;
        for (const std::uint32_t end = members.offsets[first + k + 1]; m < end; ++m) {
            const std::uint32_t one = members_places[rows[m]];
            sum += one * shares[m];
            least = std::min(least, one);
        }
        places[k] =
            least >= lowest_place ? mean_of(sum) : partly_known(members, members_places, first + k);
    }
}

void block_marks(const mesh::BlockMembers& members, std::span<const std::uint8_t> members_marks,
                 std::size_t first, std::span<std::uint8_t> marks) {
    for (std::size_t k = 0; k < marks.size(); ++k) {
        std::uint32_t mark = mesh::whole_share / 2;
        for (std::uint32_t m = members.offsets[first + k]; m < members.offsets[first + k + 1]; ++m)
            mark += std::uint32_t{members_marks[members.rows[m]]} * members.shares[m];
        marks[k] = static_cast<std::uint8_t>(mark / mesh::whole_share);
    }
}

}  // namespace render

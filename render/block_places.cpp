#include "render/block_places.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "render/color_scale.h"

namespace render {

namespace {

// What the buildings of a block come to, level by level: a block of the next level adds up those of this one.
template <class Sum, class AddBuilding, class Finish>
void sum_up(const BlockLevels& levels, AddBuilding add_building, Finish finish) {
    thread_local std::array<std::vector<Sum>, 2> kept;  // they are asked for each time a slider moves
    // By reference: the workers have other ones.
    std::vector<Sum>&below = kept[0], &here = kept[1];
    for (std::size_t level = 0; level < levels.size(); ++level) {
        const mesh::BlockMembers& members = levels[level];
        const bool nested = members.lower_offsets.size() == members.count() + 1;
        here.resize(members.count());
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, members.count(), 4096), [&](const auto& range) {
            for (std::size_t b = range.begin(); b < range.end(); ++b) {
                Sum sum;
                for (std::uint32_t m = members.offsets[b]; m < members.offsets[b + 1]; ++m) add_building(sum, members.rows[m], members.weights[m]);
                if (nested)
                    for (std::uint32_t m = members.lower_offsets[b]; m < members.lower_offsets[b + 1]; ++m) sum += below[members.lower[m]];
                here[b] = sum;
                finish(level, b, sum);
            }
        });
        std::swap(below, here);
    }
}

struct PlaceSum {
    float known = 0, known_m2 = 0, plain_m2 = 0, missing_m2 = 0;  ///< `known`: places times areas
    PlaceSum& operator+=(const PlaceSum& other) {
        known += other.known;
        known_m2 += other.known_m2;
        plain_m2 += other.plain_m2;
        missing_m2 += other.missing_m2;
        return *this;
    }
};

struct MarkSum {
    float marked = 0, all_m2 = 0;
    MarkSum& operator+=(const MarkSum& other) {
        marked += other.marked;
        all_m2 += other.all_m2;
        return *this;
    }
};

}  // namespace

void block_places(const BlockLevels& levels, std::span<const float> building_places, std::array<std::vector<float>, mesh::block_levels>& places) {
    for (std::size_t level = 0; level < levels.size(); ++level) places[level].resize(levels[level].count());
    sum_up<PlaceSum>(
        levels,
        [&](PlaceSum& sum, std::uint32_t row, float area_m2) {
            const float place = building_places[row];
            if (place >= 0.0f) {
                sum.known += place * area_m2;
                sum.known_m2 += area_m2;
            } else {
                (place == place_plain ? sum.plain_m2 : sum.missing_m2) += area_m2;
            }
        },
        [&](std::size_t level, std::size_t block, const PlaceSum& sum) {
            places[level][block] = sum.known_m2 > 0.0f ? sum.known / sum.known_m2 : sum.missing_m2 > sum.plain_m2 ? place_missing : place_plain;
        });
}

void block_marks(const BlockLevels& levels, std::span<const std::uint8_t> building_marks, std::array<std::vector<std::uint8_t>, mesh::block_levels>& marks) {
    for (std::size_t level = 0; level < levels.size(); ++level) marks[level].resize(levels[level].count());
    sum_up<MarkSum>(
        levels,
        [&](MarkSum& sum, std::uint32_t row, float area_m2) {
            sum.marked += static_cast<float>(building_marks[row]) * area_m2;
            sum.all_m2 += area_m2;
        },
        [&](std::size_t level, std::size_t block, const MarkSum& sum) { marks[level][block] = sum.all_m2 > 0.0f ? static_cast<std::uint8_t>(sum.marked / sum.all_m2 + 0.5f) : std::uint8_t{0}; });
}

}  // namespace render

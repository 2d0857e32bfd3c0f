#include "render/block_places.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "render/color_scale.h"

namespace render {

void block_places(const mesh::BlockMembers& members, std::span<const float> building_places, std::vector<float>& places) {
    places.resize(members.count());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, members.count(), 4096), [&](const auto& range) {
        for (std::size_t b = range.begin(); b < range.end(); ++b) {
            float sum = 0, weight = 0, plain = 0, missing = 0;
            for (std::uint32_t m = members.offsets[b]; m < members.offsets[b + 1]; ++m) {
                const float place = building_places[members.rows[m]], area = members.weights[m];
                if (place >= 0.0f) {
                    sum += place * area;
                    weight += area;
                } else {
                    (place == place_plain ? plain : missing) += area;
                }
            }
            places[b] = weight > 0.0f ? sum / weight : missing > plain ? place_missing : place_plain;
        }
    });
}

void block_marks(const mesh::BlockMembers& members, std::span<const std::uint8_t> building_marks, std::vector<std::uint8_t>& marks) {
    marks.resize(members.count());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, members.count(), 4096), [&](const auto& range) {
        for (std::size_t b = range.begin(); b < range.end(); ++b) {
            float sum = 0, weight = 0;
            for (std::uint32_t m = members.offsets[b]; m < members.offsets[b + 1]; ++m) {
                sum += static_cast<float>(building_marks[members.rows[m]]) * members.weights[m];
                weight += members.weights[m];
            }
            marks[b] = weight > 0.0f ? static_cast<std::uint8_t>(sum / weight + 0.5f) : std::uint8_t{0};
        }
    });
}

}  // namespace render

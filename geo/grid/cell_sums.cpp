#include "geo/grid/cell_sums.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "geo/city/missing.h"

namespace grid {

void add_to_cells(const CellShares& shares, std::span<const float> values, CellSums& sums) {
    const std::size_t cells = shares.offsets.size() - 1;
    for (auto* column : {&sums.amount, &sums.known, &sums.unknown}) column->resize(cells, 0.0f);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, cells, 4096), [&](const auto& range) {
        for (std::size_t cell = range.begin(); cell < range.end(); ++cell) {
            if (shares.offsets[cell] == shares.offsets[cell + 1]) continue;
            double amount = 0.0;
            float known = 0.0f, unknown = 0.0f;
            for (std::uint32_t k = shares.offsets[cell]; k < shares.offsets[cell + 1]; ++k) {
                const auto [row, share] = shares.entries[k];
                const float value = values[row];
                if (city::is_missing(value)) {
                    unknown += share;
                } else {
                    amount += static_cast<double>(value) * static_cast<double>(share);
                    known += share;
                }
            }
            sums.amount[cell] += static_cast<float>(amount);
            sums.known[cell] += known;
            sums.unknown[cell] += unknown;
        }
    });
}

}  // namespace grid

#include "geo/grid/kernel.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace grid {

namespace {

std::vector<float> half_kernel(float cells_per_bandwidth) {
    const int reach = std::max(1, static_cast<int>(std::ceil(kernel_reach * cells_per_bandwidth)));
    std::vector<double> weights;
    double sum = 0.0;
    for (int k = 0; k <= reach; ++k) {
        // The Gaussian's mean over the cell rather than its value in the middle: right for narrow
        // kernels too.
        const double scale = 1.0 / (std::sqrt(2.0) * static_cast<double>(cells_per_bandwidth));
        weights.push_back(std::erf((k + 0.5) * scale) - std::erf((k - 0.5) * scale));
        sum += k == 0 ? weights.back() : 2.0 * weights.back();
    }
    std::vector<float> half;
    for (const double w : weights) half.push_back(static_cast<float>(w / sum));
    return half;
}

// ... 2 1 0 | 0 1 2 ... n-1 | n-1 n-2 ...
int mirrored(int at, int count) {
    const int period = 2 * count;
    at = ((at % period) + period) % period;
    return at < count ? at : period - 1 - at;
}

struct Span {
    int first = 1, last = 0;  ///< cells that hold something; none at first
    bool empty() const { return first > last; }
    Span wider(int by, int count) const {
        return empty() ? *this : Span{std::max(0, first - by), std::min(count - 1, last + by)};
    }
};

}  // namespace

std::vector<float> smoothed(std::span<const float> amounts, const GroundGrid& grid,
                            float bandwidth_m) {
    const int columns = static_cast<int>(grid.columns), lines = static_cast<int>(grid.lines);
    const std::vector<float> half = half_kernel(bandwidth_m / grid.cell_m);
    const int reach = static_cast<int>(half.size()) - 1;
    const auto line_of = [columns](int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns);
    };
    std::vector<float> along(amounts.size(), 0.0f), result(amounts.size(), 0.0f);
    // A city strewn over a region is mostly empty lines: only the cells that can receive anything
    // are visited.
    std::vector<Span> filled(static_cast<std::size_t>(lines));
    tbb::parallel_for(tbb::blocked_range<int>(0, lines, 16), [&](const auto& range) {
        std::vector<float> padded(static_cast<std::size_t>(columns + 2 * reach));
        for (int y = range.begin(); y < range.end(); ++y) {
            const float* in = amounts.data() + line_of(y);
            Span span;
            for (int x = 0; x < columns; ++x)
                if (in[x] != 0.0f) {
                    if (span.empty()) span.first = x;
                    span.last = x;
                }
            span = span.wider(reach, columns);
            filled[static_cast<std::size_t>(y)] = span;
            if (span.empty()) continue;
            for (int x = -reach; x < columns + reach; ++x)
                padded[static_cast<std::size_t>(x + reach)] = in[mirrored(x, columns)];
            float* out = along.data() + line_of(y);
            for (int k = -reach; k <= reach; ++k) {
                const float weight = half[static_cast<std::size_t>(std::abs(k))];
                const float* from = padded.data() + reach + k;
                for (int x = span.first; x <= span.last; ++x) out[x] += weight * from[x];
            }
        }
    });
    tbb::parallel_for(tbb::blocked_range<int>(0, lines, 16), [&](const auto& range) {
        for (int y = range.begin(); y < range.end(); ++y) {
            float* out = result.data() + line_of(y);
            for (int k = -reach; k <= reach; ++k) {
                const int source = mirrored(y + k, lines);
                const Span span = filled[static_cast<std::size_t>(source)];
                const float weight = half[static_cast<std::size_t>(std::abs(k))];
                const float* from = along.data() + line_of(source);
                for (int x = span.first; x <= span.last; ++x) out[x] += weight * from[x];
            }
        }
    });
    return result;
}

}  // namespace grid

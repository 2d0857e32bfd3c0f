#include "geo/grid/cell_shares.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <span>

#include "geo/grid/cell_pieces.h"

namespace grid {

namespace {

struct Part {
    std::uint32_t cell, row;
    float share;
};

// Map frame -> units of cells, in double: a float would move a corner over a border.
class CellFrame {
  public:
    CellFrame(const city::LocalFrame& frame, const GroundGrid& grid)
        : low_map_(frame.to_map(grid.low_local)),
          per_m_(1.0 / static_cast<double>(grid.cell_m)),
          columns_(static_cast<int>(grid.columns)),
          lines_(static_cast<int>(grid.lines)) {}
    glm::dvec2 operator()(city::MapPoint p) const { return (p - low_map_) * per_m_; }
    std::uint32_t cell(int x, int y) const {
        return static_cast<std::uint32_t>(std::clamp(y, 0, lines_ - 1)) *
                   static_cast<std::uint32_t>(columns_) +
               static_cast<std::uint32_t>(std::clamp(x, 0, columns_ - 1));
    }

  private:
    city::MapPoint low_map_;
    double per_m_;
    int columns_, lines_;
};

// Share of a polygon in each cell of its box, by exact coverage: every edge leaves in its cell the
// area to its right and passes its height on to all cells beyond; a running sum along the line
// gives each cell its part.
class Coverage {
  public:
    void split(const city::Rings& rings, std::uint32_t row, const CellFrame& to_cells,
               std::vector<Part>& parts) {
        const auto outer = rings.outer(row);
        if (outer.empty()) return;
        glm::dvec2 low = to_cells(outer[0]), high = low;
        for (const city::MapPoint p : outer) {
            low = glm::min(low, to_cells(p));
            high = glm::max(high, to_cells(p));
        }
        const int x0 = static_cast<int>(std::floor(low.x)),
                  y0 = static_cast<int>(std::floor(low.y));
        const int width = static_cast<int>(std::floor(high.x)) - x0 + 1,
                  height = static_cast<int>(std::floor(high.y)) - y0 + 1;
        if (width == 1 && height == 1) {
            parts.push_back({to_cells.cell(x0, y0), row, 1.0f});
            return;
        }
        const auto line = static_cast<std::size_t>(width) + 1;
        left_.assign(line * static_cast<std::size_t>(height), 0.0);
        for (std::uint32_t r = rings.polygon_offsets[row]; r < rings.polygon_offsets[row + 1];
             ++r) {
            const auto ring = rings.ring(r);
            for (std::size_t i = 0; i < ring.size(); ++i)
                for_each_cell_piece(
                    to_cells(ring[i]), to_cells(ring[i + 1 == ring.size() ? 0 : i + 1]),
                    [&](int x, int y, glm::dvec2 from, glm::dvec2 to) {
                        const auto column =
                                       static_cast<std::size_t>(std::clamp(x - x0, 0, width - 1)),
                                   at =
                                       static_cast<std::size_t>(std::clamp(y - y0, 0, height - 1)) *
                                           line +
                                       column;
                        const double rise = from.y - to.y,
                                     in_cell = std::clamp(0.5 * (from.x + to.x) - x, 0.0, 1.0);
                        left_[at] += rise * (1.0 - in_cell);
                        left_[at + 1] += rise * in_cell;
                    });
        }
        double area = 0.0;
        for (int y = 0; y < height; ++y) {
            double sum = 0.0;
            for (int x = 0; x < width; ++x) {
                double& cell =
                    left_[static_cast<std::size_t>(y) * line + static_cast<std::size_t>(x)];
                sum += cell;
                cell = std::max(sum, 0.0);
                area += cell;
            }
        }
        constexpr double smallest_cells = 1e-9;
        if (!(area > smallest_cells)) {
            const glm::dvec2 first = glm::floor(to_cells(outer[0]));
            parts.push_back(
                {to_cells.cell(static_cast<int>(first.x), static_cast<int>(first.y)), row, 1.0f});
            return;
        }
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                if (const double cell =
                        left_[static_cast<std::size_t>(y) * line + static_cast<std::size_t>(x)];
                    cell > 1e-9 * area)
                    parts.push_back(
                        {to_cells.cell(x0 + x, y0 + y), row, static_cast<float>(cell / area)});
    }

  private:
    std::vector<double> left_;
};

void split_line(std::span<const city::MapPoint> line, std::uint32_t row, const CellFrame& to_cells,
                std::vector<Part>& parts) {
    if (line.empty()) return;
    const std::size_t first = parts.size();
    double length = 0.0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        for_each_cell_piece(to_cells(line[i]), to_cells(line[i + 1]),
                            [&](int x, int y, glm::dvec2 from, glm::dvec2 to) {
                                const double piece = glm::distance(from, to);
                                const std::uint32_t cell = to_cells.cell(x, y);
                                length += piece;
                                if (parts.size() > first && parts.back().cell == cell)
                                    parts.back().share += static_cast<float>(piece);
                                else
                                    parts.push_back({cell, row, static_cast<float>(piece)});
                            });
    if (length > 0.0) {
        for (std::size_t k = first; k < parts.size(); ++k)
            parts[k].share = static_cast<float>(static_cast<double>(parts[k].share) / length);
    } else {
        parts.resize(first);
        const glm::dvec2 at = glm::floor(to_cells(line[0]));
        parts.push_back({to_cells.cell(static_cast<int>(at.x), static_cast<int>(at.y)), row, 1.0f});
    }
}

// Rows in blocks on all cores, then by cell with a counting sort; the order of rows within a cell
// is kept, so that sums do not depend on the number of cores.
template <class Split>
CellShares by_cell(std::size_t rows, const GroundGrid& grid, Split split) {
    CellShares shares;
    shares.offsets.assign(grid.count() + 1, 0);
    if (grid.count() == 0) return shares;
    constexpr std::size_t block = 4096;
    std::vector<std::vector<Part>> blocks((rows + block - 1) / block);
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t b) {
        blocks[b].reserve(block + block / 2);
        split(b * block, std::min(rows, (b + 1) * block), blocks[b]);
    });
    for (const auto& parts : blocks)
        for (const Part& part : parts) ++shares.offsets[part.cell + 1];
    for (std::size_t c = 1; c < shares.offsets.size(); ++c)
        shares.offsets[c] += shares.offsets[c - 1];
    shares.entries.resize(shares.offsets.back());
    std::vector<std::uint32_t> next(shares.offsets.begin(), shares.offsets.end() - 1);
    for (const auto& parts : blocks)
        for (const Part& part : parts) shares.entries[next[part.cell]++] = {part.row, part.share};
    return shares;
}

}  // namespace

CellShares shares_of_footprints(const city::Rings& footprints, const city::LocalFrame& frame,
                                const GroundGrid& grid) {
    const CellFrame to_cells(frame, grid);
    return by_cell(footprints.polygon_count(), grid,
                   [&](std::size_t from, std::size_t to, std::vector<Part>& parts) {
                       Coverage coverage;
                       for (std::size_t row = from; row < to; ++row)
                           coverage.split(footprints, static_cast<std::uint32_t>(row), to_cells,
                                          parts);
                   });
}

CellShares shares_of_lines(const city::Lines& lines, const city::LocalFrame& frame,
                           const GroundGrid& grid, const std::vector<std::uint8_t>& counted) {
    const CellFrame to_cells(frame, grid);
    return by_cell(
        lines.line_count(), grid, [&](std::size_t from, std::size_t to, std::vector<Part>& parts) {
            for (std::size_t row = from; row < to; ++row)
                if (counted.empty() || counted[row] != 0)
                    split_line(lines.line(row), static_cast<std::uint32_t>(row), to_cells, parts);
        });
}

}  // namespace grid

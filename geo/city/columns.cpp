#include "geo/city/columns.h"

namespace city {

namespace {

// Offsets of a nested list, shifted behind those that are there.
void append_offsets(std::vector<std::uint32_t>& offsets, const std::vector<std::uint32_t>& more) {
    const std::uint32_t shift = offsets.back();
    for (std::size_t i = 1; i < more.size(); ++i) offsets.push_back(shift + more[i]);
}

// The stretches [offsets[i], offsets[i + 1]) of `items` that stay move up; `offsets` shrink with
// them.
template <class T>
void keep_stretches(std::vector<T>& items, std::vector<std::uint32_t>& offsets,
                    std::span<const std::uint8_t> keep) {
    std::uint32_t begin = 0, end = 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < keep.size(); ++i) {
        const std::uint32_t next = offsets[i + 1];
        if (keep[i]) {
            if (end != begin)
                std::copy(items.begin() + begin, items.begin() + next, items.begin() + end);
            end += next - begin;
            offsets[++kept] = end;
        }
        begin = next;
    }
    items.resize(end);
    offsets.resize(kept + 1);
}

}  // namespace

void append_rows(TextColumn& column, const TextColumn& more) {
    column.append(more);
}
void append_rows(Rings& column, const Rings& more) {
    column.points.insert(column.points.end(), more.points.begin(), more.points.end());
    append_offsets(column.ring_offsets, more.ring_offsets);
    append_offsets(column.polygon_offsets, more.polygon_offsets);
}
void append_rows(Lines& column, const Lines& more) {
    column.points.insert(column.points.end(), more.points.begin(), more.points.end());
    append_offsets(column.offsets, more.offsets);
}

void keep_rows(TextColumn& column, std::span<const std::uint8_t> keep) {
    TextColumn kept;
    for (std::size_t i = 0; i < column.size(); ++i)
        if (keep[i]) kept.push_back(column[i]);
    column = std::move(kept);
}
void keep_rows(Rings& column, std::span<const std::uint8_t> keep) {
    std::vector<std::uint8_t> keep_ring(column.ring_count());
    for (std::size_t p = 0; p < keep.size(); ++p)
        std::fill(keep_ring.begin() + column.polygon_offsets[p],
                  keep_ring.begin() + column.polygon_offsets[p + 1], keep[p]);
    keep_stretches(column.points, column.ring_offsets, keep_ring);
    // How many rings each polygon that stays has does not change.
    std::size_t kept = 0;
    std::uint32_t begin = 0, end = 0;
    for (std::size_t p = 0; p < keep.size(); ++p) {
        const std::uint32_t next = column.polygon_offsets[p + 1];
        if (keep[p]) column.polygon_offsets[++kept] = end += next - begin;
        begin = next;
    }
    column.polygon_offsets.resize(kept + 1);
}
void keep_rows(Lines& column, std::span<const std::uint8_t> keep) {
    keep_stretches(column.points, column.offsets, keep);
}

}  // namespace city

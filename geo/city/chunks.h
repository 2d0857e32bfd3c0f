#pragma once

#include <cstddef>
#include <functional>

namespace city {

inline constexpr std::size_t rows_per_chunk = 8192;

/// Cuts `count` rows into parts of at most `rows_per_chunk` and hands them to `use` on all cores:
/// what a row goes through stays in a core's own cache.
void in_chunks(std::size_t count,
               const std::function<void(std::size_t first, std::size_t rows)>& use);

}  // namespace city

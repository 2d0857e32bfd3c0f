#include "geo/io/fresh_memory.h"

#include <sys/mman.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cstdint>

namespace geo_io {

void lay_out_pages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t size) {
#ifdef MADV_POPULATE_WRITE
    constexpr std::size_t page = 4096, worth_it = std::size_t{2} << 20, at_once = 256;
    if (size < worth_it) return;
    const std::uintptr_t first = (reinterpret_cast<std::uintptr_t>(memory) + page - 1) / page, end = (reinterpret_cast<std::uintptr_t>(memory) + size) / page;
    tbb::parallel_for(tbb::blocked_range<std::uintptr_t>(first, end, at_once), [](const auto& pages) {
        madvise(reinterpret_cast<void*>(pages.begin() * page), (pages.end() - pages.begin()) * page, MADV_POPULATE_WRITE);
    });
#endif
}

}  // namespace geo_io

#include "geo/io/fresh_memory.h"

#include <sys/mman.h>

#include <cstdint>

namespace geo_io {

void lay_out_pages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t size) {
#ifdef MADV_POPULATE_WRITE
    constexpr std::uintptr_t page = 4096;
    // Whole ones.
    const std::uintptr_t first = (reinterpret_cast<std::uintptr_t>(memory) + page - 1) / page,
                         end = (reinterpret_cast<std::uintptr_t>(memory) + size) / page;
    if (first < end)
        madvise(reinterpret_cast<void*>(first * page), (end - first) * page, MADV_POPULATE_WRITE);
#endif
}

}  // namespace geo_io

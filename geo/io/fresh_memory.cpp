#include "geo/io/fresh_memory.h"

#include <sys/mman.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cstdint>

namespace geo_io {

namespace {

constexpr std::uintptr_t page = 4096;

struct Pages {
    std::uintptr_t first, end;  // whole ones
    Pages(void* memory, std::size_t size) : first((reinterpret_cast<std::uintptr_t>(memory) + page - 1) / page), end((reinterpret_cast<std::uintptr_t>(memory) + size) / page) {}
};

void lay_out([[maybe_unused]] std::uintptr_t first, [[maybe_unused]] std::uintptr_t end) {
#ifdef MADV_POPULATE_WRITE
    if (first < end) madvise(reinterpret_cast<void*>(first * page), (end - first) * page, MADV_POPULATE_WRITE);
#endif
}

}  // namespace

void lay_out_pages(void* memory, std::size_t size) {
    constexpr std::size_t worth_it = std::size_t{2} << 20, at_once = 256;
    if (size < worth_it) return;
    const Pages pages(memory, size);
    tbb::parallel_for(tbb::blocked_range<std::uintptr_t>(pages.first, pages.end, at_once), [](const auto& some) { lay_out(some.begin(), some.end()); });
}

void lay_out_pages_here(void* memory, std::size_t size) {
    const Pages pages(memory, size);
    lay_out(pages.first, pages.end);
}

}  // namespace geo_io

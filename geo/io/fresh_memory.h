#pragma once

#include <cstddef>

namespace geo_io {

/// Has the system lay out the pages of memory that was just allocated, on all cores: what is written first into tens of
/// megabytes page by page waits for the system as long as for the writing itself. Changes nothing in it, and does nothing
/// where the system does not know how.
void lay_out_pages(void* memory, std::size_t size);
/// The same on the calling thread alone, for pieces that are written one after the other.
void lay_out_pages_here(void* memory, std::size_t size);

}  // namespace geo_io

#pragma once

#include <cstddef>

namespace geo_io {

/// Has the system lay out the pages of memory that was just allocated and is about to be written:
/// all at once they cost half of what they cost one by one. Changes nothing in it, and does nothing
/// where the system does not know how.
void lay_out_pages(void* memory, std::size_t size);

}  // namespace geo_io

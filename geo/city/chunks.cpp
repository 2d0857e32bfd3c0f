#include "geo/city/chunks.h"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace city {

void in_chunks(std::size_t count,
               const std::function<void(std::size_t first, std::size_t rows)>& use) {
    tbb::parallel_for(std::size_t{0}, (count + rows_per_chunk - 1) / rows_per_chunk,
                      [&](std::size_t chunk) {
                          const std::size_t first = chunk * rows_per_chunk;
                          use(first, std::min(rows_per_chunk, count - first));
                      });
}

}  // namespace city

#include "render/write_places.h"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace render {

void in_chunks(std::size_t count, const std::function<void(std::size_t first, std::size_t rows)>& use) {
    tbb::parallel_for(std::size_t{0}, (count + place_chunk - 1) / place_chunk, [&](std::size_t chunk) {
        const std::size_t first = chunk * place_chunk;
        use(first, std::min(place_chunk, count - first));
    });
}

}  // namespace render

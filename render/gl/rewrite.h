#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "render/gl/objects.h"
#include "render/place_code.h"

namespace render::gl {

/// A texture buffer's new contents: a fresh store, so that the driver keeps the old one for frames
/// still in flight and nobody waits. While it lives, any thread may write values() (write only: it
/// may be the graphics card's own memory); made and ended on the main thread.
class Rewrite {
  public:
    Rewrite(const BufferName& buffer, std::size_t count);
    ~Rewrite();
    Rewrite(const Rewrite&) = delete;
    Rewrite& operator=(const Rewrite&) = delete;
    std::span<PlaceCode> values() const { return values_; }

  private:
    std::uint32_t buffer_;
    std::span<PlaceCode> values_;
    std::vector<PlaceCode> instead_;  ///< where the driver hands out no memory
};

}  // namespace render::gl

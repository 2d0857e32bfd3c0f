#pragma once

#include <cstdint>

#include "render/gl/objects.h"

namespace render::gl {

/// Faces of four corners that a vertex shader makes from the vertex number alone: face n has 4 n to
/// 4 n + 3, as a strip counts them, and the shader looks up what it needs in a buffer texture. One
/// draw for thousands of faces: an instance each would cost more than the face, in software as on a
/// graphics card.
class Quads {
  public:
    static Quads make();
    void use() const;  ///< before draw(): binds the vertex array
    /// How many draw calls that took.
    std::uint32_t draw(std::uint32_t first, std::uint32_t count) const;

  private:
    VertexArrayName array_;
    BufferName indices_;
};

}  // namespace render::gl

#include "render/gl/quads.h"

#include <glad/gl.h>

#include <algorithm>
#include <span>
#include <vector>

namespace render::gl {

namespace {
constexpr std::uint32_t most_at_once = 65536 / 4;  // what sixteen bits count
}

Quads Quads::make() {
    std::vector<std::uint16_t> indices;
    indices.reserve(std::size_t{6} * most_at_once);
    for (std::uint32_t quad = 0; quad < most_at_once; ++quad)
        for (const std::uint32_t corner : {0u, 1u, 2u, 2u, 1u, 3u})
            indices.push_back(static_cast<std::uint16_t>(4 * quad + corner));
    Quads quads;
    quads.array_ = make_vertex_array();
    quads.indices_ = make_buffer(GL_ELEMENT_ARRAY_BUFFER, std::span<const std::uint16_t>(indices));
    glBindVertexArray(0);
    return quads;
}

void Quads::use() const {
    glBindVertexArray(array_.get());
}

std::uint32_t Quads::draw(std::uint32_t first, std::uint32_t count) const {
    std::uint32_t calls = 0;
    for (const std::uint32_t end = first + count; first < end; first += most_at_once, ++calls)
        glDrawElementsBaseVertex(GL_TRIANGLES,
                                 static_cast<GLsizei>(6 * std::min(most_at_once, end - first)),
                                 GL_UNSIGNED_SHORT, nullptr, static_cast<GLint>(4 * first));
    return calls;
}

}  // namespace render::gl

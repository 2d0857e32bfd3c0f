#include "render/gl/rewrite.h"

#include <glad/gl.h>

namespace render::gl {

Rewrite::Rewrite(const BufferName& buffer, std::size_t count) : buffer_(buffer.get()) {
    if (count == 0) return;
    const auto bytes = static_cast<GLsizeiptr>(count * sizeof(PlaceCode));
    glBindBuffer(GL_TEXTURE_BUFFER, buffer_);
    glBufferData(GL_TEXTURE_BUFFER, bytes, nullptr, GL_STREAM_DRAW);
    if (void* store = glMapBufferRange(GL_TEXTURE_BUFFER, 0, bytes,
                                       GL_MAP_WRITE_BIT | GL_MAP_INVALIDATE_BUFFER_BIT)) {
        values_ = {static_cast<PlaceCode*>(store), count};
    } else {
        instead_.resize(count);
        values_ = instead_;
    }
}

Rewrite::~Rewrite() {
    if (values_.empty()) return;
    glBindBuffer(GL_TEXTURE_BUFFER, buffer_);
    if (instead_.empty())
        glUnmapBuffer(GL_TEXTURE_BUFFER);
    else
        glBufferSubData(GL_TEXTURE_BUFFER, 0, static_cast<GLsizeiptr>(values_.size_bytes()),
                        values_.data());
}

}  // namespace render::gl

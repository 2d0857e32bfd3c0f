#include "render/frame_reader.h"

#include <glad/gl.h>

#include <cstring>

namespace render {

FrameReader::FrameReader(glm::ivec2 size_px) : size_px_(size_px) {
    for (gl::BufferName& buffer : buffers_) {
        std::uint32_t name = 0;
        glGenBuffers(1, &name);
        buffer = gl::BufferName(name);
        glBindBuffer(GL_PIXEL_PACK_BUFFER, name);
        glBufferData(GL_PIXEL_PACK_BUFFER, static_cast<GLsizeiptr>(size_px.x) * size_px.y * 4,
                     nullptr, GL_STREAM_READ);
    }
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
}

bool FrameReader::read(std::uint32_t framebuffer, Image& before) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, buffers_[next_].get());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size_px_.x, size_px_.y, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    next_ = 1 - next_;
    const bool ready = pending_;
    pending_ = true;
    if (ready) take(before);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    return ready;
}

bool FrameReader::last(Image& frame) {
    if (!pending_) return false;
    pending_ = false;
    next_ = 1 - next_;
    take(frame);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    return true;
}

// Rows from the top, opaque, out of the buffer that is written next.
void FrameReader::take(Image& frame) {
    frame.width = size_px_.x;
    frame.height = size_px_.y;
    const std::size_t row = static_cast<std::size_t>(size_px_.x) * 4,
                      rows = static_cast<std::size_t>(size_px_.y);
    frame.rgba.resize(row * rows);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, buffers_[next_].get());
    const auto* pixels = static_cast<const std::uint8_t*>(glMapBufferRange(
        GL_PIXEL_PACK_BUFFER, 0, static_cast<GLsizeiptr>(row * rows), GL_MAP_READ_BIT));
    if (pixels == nullptr) return;
    for (std::size_t y = 0; y < rows; ++y)
        std::memcpy(frame.rgba.data() + y * row, pixels + (rows - 1 - y) * row, row);
    glUnmapBuffer(GL_PIXEL_PACK_BUFFER);
    for (std::size_t at = 3; at < frame.rgba.size(); at += 4) frame.rgba[at] = 255;
}

}  // namespace render

#include "render/picture_target.h"

#include <glad/gl.h>

#include <algorithm>

namespace render {

namespace {

gl::RenderbufferName make_renderbuffer(GLenum format, glm::ivec2 size, int samples) {
    std::uint32_t name = 0;
    glGenRenderbuffers(1, &name);
    glBindRenderbuffer(GL_RENDERBUFFER, name);
    if (samples > 1)
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, size.x, size.y);
    else
        glRenderbufferStorage(GL_RENDERBUFFER, format, size.x, size.y);
    return gl::RenderbufferName(name);
}

gl::TextureName make_texture(glm::ivec2 size) {
    gl::TextureName texture = gl::make_texture(gl::Filter::nearest);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.x, size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    return texture;
}

gl::FramebufferName framebuffer_of(const gl::TextureName& texture) {
    gl::FramebufferName framebuffer = gl::make_framebuffer();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture.get(), 0);
    return framebuffer;
}

}  // namespace

int PictureTarget::largest_px() {
    GLint buffer = 0, texture = 0, viewport[2] = {0, 0};
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &buffer);
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport);
    return std::min({buffer, texture, viewport[0], viewport[1]});
}

int PictureTarget::most_samples() {
    GLint most = 1;
    glGetIntegerv(GL_MAX_SAMPLES, &most);
    return std::max(most, 1);
}

std::size_t PictureTarget::bytes_for(glm::ivec2 size_px, int samples, int supersample) {
    const auto pixels = static_cast<std::size_t>(size_px.x) * static_cast<std::size_t>(size_px.y);
    const auto drawn = pixels * static_cast<std::size_t>(supersample * supersample);
    return drawn * (8 * static_cast<std::size_t>(samples) + (supersample > 1 ? 4 : 0)) + pixels * 4;
}

city::Result<PictureTarget> PictureTarget::make(glm::ivec2 size_px, int samples, int supersample) {
    const glm::ivec2 drawn = size_px * supersample;
    if (size_px.x < 1 || size_px.y < 1 || std::max(drawn.x, drawn.y) > largest_px())
        return city::fail("the graphics driver makes pictures of at most " +
                          std::to_string(largest_px()) + " pixels wide and high");
    samples = std::clamp(samples, 1, most_samples());
    PictureTarget target;
    target.size_px_ = size_px;
    target.supersample_ = supersample;
    (void)gl::take_error();
    target.colour_ = make_renderbuffer(GL_RGBA8, drawn, samples);
    target.depth_ = make_renderbuffer(GL_DEPTH24_STENCIL8, drawn, samples);
    target.draw_target_ = gl::make_framebuffer();
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER,
                              target.colour_.get());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER,
                              target.depth_.get());
    bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    target.finished_ = make_texture(size_px);
    target.finished_target_ = framebuffer_of(target.finished_);
    complete = complete && glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    if (supersample > 1) {
        target.resolved_ = make_texture(drawn);
        target.resolved_target_ = framebuffer_of(target.resolved_);
        complete = complete && glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
        auto box = gl::Program::make("sky.vert", "box.frag");
        if (!box) return tl::unexpected(box.error());
        target.box_ = std::move(*box);
        target.no_vertices_ = gl::make_vertex_array();
        glBindVertexArray(0);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (const std::string error = gl::take_error(); !error.empty() || !complete)
        return city::fail("the graphics memory has no room for a picture of " +
                          std::to_string(drawn.x) + " x " + std::to_string(drawn.y) + " pixels");
    return target;
}

std::uint32_t PictureTarget::begin() const {
    glBindFramebuffer(GL_FRAMEBUFFER, draw_target_.get());
    glDisable(GL_SCISSOR_TEST);
    glViewport(0, 0, size_px_.x * supersample_, size_px_.y * supersample_);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
    return draw_target_.get();
}

void PictureTarget::finish(glm::ivec2 from_px, glm::ivec2 size_px) const {
    const glm::ivec2 low = from_px * supersample_, high = (from_px + size_px) * supersample_;
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, draw_target_.get());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER,
                      supersample_ > 1 ? resolved_target_.get() : finished_target_.get());
    glBlitFramebuffer(low.x, low.y, high.x, high.y, 0, 0, high.x - low.x, high.y - low.y,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, finished_target_.get());
    glViewport(0, 0, size_px.x, size_px.y);
    if (supersample_ == 1) return;
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    box_.use();
    box_.set("drawn", 0);
    box_.set("side", supersample_);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, resolved_.get());
    glBindVertexArray(no_vertices_.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
}

}  // namespace render

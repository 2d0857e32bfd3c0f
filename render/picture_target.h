#pragma once

#include <cstddef>
#include <cstdint>

#include <glm/vec2.hpp>

#include "geo/city/result.h"
#include "render/gl/objects.h"

namespace render {

/// Where pictures without a window are drawn: a colour and depth target of several samples per
/// pixel, and the finished picture it is averaged into. GL thread only.
class PictureTarget {
  public:
    /// Room for `size_px` at most, each pixel drawn as supersample x supersample of `samples` each.
    /// Fails where the graphics memory has no room for it.
    static city::Result<PictureTarget> make(glm::ivec2 size_px, int samples, int supersample);
    /// GPU bytes of such a target.
    static std::size_t bytes_for(glm::ivec2 size_px, int samples, int supersample);
    /// Pixels wide and high that a target may have here.
    static int largest_px();
    static int most_samples();

    /// Framebuffer to draw into, cleared to nothing; `size_px` * supersample of it are used.
    std::uint32_t begin() const;
    /// Averages what was drawn: `size_px` (in finished pixels) from `from_px`, origin bottom left,
    /// to the corner of the finished picture.
    void finish(glm::ivec2 from_px, glm::ivec2 size_px) const;
    /// The finished picture: one sample per pixel, for panels on top and for reading.
    std::uint32_t finished() const { return finished_target_.get(); }

  private:
    glm::ivec2 size_px_{0};
    int supersample_ = 1;
    gl::RenderbufferName colour_, depth_;
    gl::TextureName resolved_, finished_;
    gl::FramebufferName draw_target_, resolved_target_, finished_target_;
    gl::VertexArrayName no_vertices_;
    gl::Program box_;
};

}  // namespace render

#pragma once

#include <cstddef>
#include <string>

namespace render {

/// The OpenGL that draws, and how far it goes.
struct GlInfo {
    std::string vendor, renderer, version;
    bool software = false;       ///< drawn by the processor
    bool debug_context = false;  ///< errors come in the driver's own words
    int window_samples = 0;  ///< per pixel of the framebuffer that was bound when this was asked
    int max_texture_px = 0, max_renderbuffer_px = 0, max_viewport_px = 0, max_samples = 0;
    long max_texture_buffer_texels = 0;
    std::size_t memory_bytes = 0;  ///< of the graphics card; 0: the driver does not tell
};

/// Of the current context.
GlInfo gl_info();

}  // namespace render

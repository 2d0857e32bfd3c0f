#include "render/gl_info.h"

#include <glad/gl.h>

#include <algorithm>

namespace render {

namespace {

std::string text(GLenum name) {
    const auto* found = reinterpret_cast<const char*>(glGetString(name));
    return found == nullptr ? std::string() : std::string(found);
}

int number(GLenum name) {
    GLint value = 0;
    glGetIntegerv(name, &value);
    return value;
}

}  // namespace

GlInfo gl_info() {
    GlInfo info;
    info.vendor = text(GL_VENDOR);
    info.renderer = text(GL_RENDERER);
    info.version = text(GL_VERSION);
    for (const char* name :
         {"llvmpipe", "softpipe", "SWR", "Software Rasterizer", "SwiftShader", "Apple Software"})
        if (info.renderer.find(name) != std::string::npos) info.software = true;
    info.debug_context = (number(GL_CONTEXT_FLAGS) & GL_CONTEXT_FLAG_DEBUG_BIT) != 0;
    info.window_samples = number(GL_SAMPLES);
    info.max_texture_px = number(GL_MAX_TEXTURE_SIZE);
    info.max_renderbuffer_px = number(GL_MAX_RENDERBUFFER_SIZE);
    GLint viewport[2] = {0, 0};
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport);
    info.max_viewport_px = std::min(viewport[0], viewport[1]);
    info.max_samples = number(GL_MAX_SAMPLES);
    info.max_texture_buffer_texels = number(GL_MAX_TEXTURE_BUFFER_SIZE);
    if (GLAD_GL_NVX_gpu_memory_info)
        info.memory_bytes =
            static_cast<std::size_t>(number(GL_GPU_MEMORY_INFO_DEDICATED_VIDMEM_NVX)) * 1024;
    return info;
}

}  // namespace render

#include "render/offscreen.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <glad/gl.h>

#include <algorithm>
#include <cstring>

#include "render/gl/error_log.h"
#include "render/gl/objects.h"
#include "render/picture_target.h"

namespace render {

struct OffscreenContext::Handles {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    ~Handles() {
        if (display == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
        eglTerminate(display);
    }
};

OffscreenContext::OffscreenContext(std::unique_ptr<Handles> handles)
    : handles_(std::move(handles)) {}
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext::~OffscreenContext() = default;

namespace {

// GPUs first (device platform), then Mesa's surfaceless platform, which also knows software.
std::vector<EGLDisplay> candidate_displays() {
    std::vector<EGLDisplay> displays;
    const auto get_platform_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
        eglGetProcAddress("eglGetPlatformDisplayEXT"));
    const auto query_devices =
        reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
    if (get_platform_display != nullptr) {
        if (query_devices != nullptr) {
            EGLDeviceEXT devices[8];
            EGLint count = 0;
            if (query_devices(8, devices, &count) == EGL_TRUE)
                for (EGLint i = 0; i < count; ++i)
                    displays.push_back(
                        get_platform_display(EGL_PLATFORM_DEVICE_EXT, devices[i], nullptr));
        }
        displays.push_back(
            get_platform_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
    }
    displays.push_back(eglGetDisplay(EGL_DEFAULT_DISPLAY));
    return displays;
}

void* egl_address(const char* name) {
    return reinterpret_cast<void*>(eglGetProcAddress(name));
}

}  // namespace

city::Result<void> load_gl(void* (*get_address)(const char*)) {
    if (gladLoadGL(reinterpret_cast<GLADloadfunc>(get_address)) == 0)
        return city::fail("OpenGL cannot be loaded: update the graphics driver");
    return {};
}

city::Result<OffscreenContext> OffscreenContext::create() {
    for (const EGLDisplay display : candidate_displays()) {
        if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) != EGL_TRUE)
            continue;
        auto handles = std::make_unique<Handles>();
        handles->display = display;
        eglBindAPI(EGL_OPENGL_API);
        const EGLint wanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0,
                                 EGL_NONE};
        EGLConfig config = nullptr;
        EGLint count = 0;
        eglChooseConfig(display, wanted, &config, 1, &count);
        const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION,
                                  4,
                                  EGL_CONTEXT_MINOR_VERSION,
                                  1,
                                  EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                  EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                  gl::wants_debug_context() ? EGL_CONTEXT_OPENGL_DEBUG : EGL_NONE,
                                  EGL_TRUE,
                                  EGL_NONE};
        handles->context =
            eglCreateContext(display, count > 0 ? config : nullptr, EGL_NO_CONTEXT, version);
        if (handles->context == EGL_NO_CONTEXT ||
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, handles->context) != EGL_TRUE)
            continue;
        if (auto loaded = load_gl(egl_address); !loaded) continue;
        return OffscreenContext(std::move(handles));
    }
    return city::fail("no OpenGL 4.1 without a display here: install libegl1 and libgl1-mesa-dri");
}

city::Result<Image> draw_to_image(int width, int height, int samples,
                                  const std::function<void(std::uint32_t target)>& draw) {
    const auto target = PictureTarget::make({width, height}, samples, 1);
    if (!target) return tl::unexpected(target.error());
    draw(target->begin());
    target->finish({0, 0}, {width, height});
    Image image = read_framebuffer(width, height);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (const std::string error = gl::take_error(); !error.empty())
        return city::fail("drawing failed: " + error);
    return image;
}

Image read_framebuffer(int width, int height) {
    Image image{width, height,
                std::vector<std::uint8_t>(static_cast<std::size_t>(width) *
                                          static_cast<std::size_t>(height) * 4)};
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    const std::size_t row = static_cast<std::size_t>(width) * 4;
    for (int y = 0; y < height / 2; ++y)
        std::swap_ranges(
            image.rgba.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * row),
            image.rgba.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y + 1) * row),
            image.rgba.begin() +
                static_cast<std::ptrdiff_t>(static_cast<std::size_t>(height - 1 - y) * row));
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    return image;
}

}  // namespace render

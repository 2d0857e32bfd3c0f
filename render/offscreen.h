#pragma once

#include <functional>
#include <memory>

#include "geo/city/result.h"
#include "render/image.h"

namespace render {

/// A GL context without a window or an X server: EGL surfaceless, on a GPU or in software.
class OffscreenContext {
  public:
    static city::Result<OffscreenContext> create();
    OffscreenContext(OffscreenContext&&) noexcept;
    ~OffscreenContext();

  private:
    struct Handles;
    explicit OffscreenContext(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> handles_;
};

/// Loads the GL functions of the context that is current; the window calls it too.
city::Result<void> load_gl(void* (*get_address)(const char*));

/// A colour and depth target of `samples` per pixel; `draw` gets its framebuffer.
city::Result<Image> draw_to_image(int width, int height, int samples,
                                  const std::function<void(std::uint32_t target)>& draw);

/// What the window shows now (after drawing, before swapping).
Image read_framebuffer(int width, int height);

}  // namespace render

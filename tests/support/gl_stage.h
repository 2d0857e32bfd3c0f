#pragma once

#include <memory>
#include <optional>

#include "render/offscreen.h"
#include "render/renderer.h"
#include "tests/support/catch.h"
#include "tests/support/skip.h"

namespace test {

/// A renderer with no window, on whatever GL is there. The context is destroyed last.
struct GlStage {
    render::OffscreenContext context;
    std::unique_ptr<render::Renderer> renderer;
};

/// Nothing, after a skip, where there is no GL; a renderer that cannot be made there fails the
/// test.
inline std::optional<GlStage> gl_stage() {
    auto context = render::OffscreenContext::create();
    if (!context) {
        skip_without_gl(context.error().message);
        return std::nullopt;
    }
    auto renderer = render::Renderer::create();
    INFO((renderer ? std::string() : renderer.error().message));
    REQUIRE(renderer);
    return GlStage{std::move(*context), std::move(*renderer)};
}

}  // namespace test

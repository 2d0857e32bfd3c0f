#pragma once

#include <string_view>
#include <utility>

#include "render/passes/pass.h"

namespace render {

/// A program that lights what it draws: once with shadows and what hides the sky, once without. A
/// uniform that switches them off would not do, since many renderers work out both sides of a
/// condition.
class LitProgram {
  public:
    static city::Result<LitProgram> make(std::string_view vertex_file,
                                         std::string_view fragment_file) {
        auto shaded = gl::Program::make(vertex_file, fragment_file),
             plain = gl::Program::make(vertex_file, fragment_file, {"NO_SHADE"});
        if (!shaded) return tl::unexpected(shaded.error());
        if (!plain) return tl::unexpected(plain.error());
        LitProgram program;
        program.shaded_ = std::move(*shaded);
        program.plain_ = std::move(*plain);
        return program;
    }
    const gl::Program& of(const PassInput& input) const {
        return input.shaded() ? shaded_ : plain_;
    }

  private:
    gl::Program shaded_, plain_;
};

}  // namespace render

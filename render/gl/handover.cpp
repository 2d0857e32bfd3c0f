#include "render/gl/handover.h"

#include <glad/gl.h>

namespace render::gl {

void Handover::now() {
    if (software_) glFlush();
    waiting_ = 0;
}

}  // namespace render::gl

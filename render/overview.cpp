#include "render/overview.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>

namespace render {

namespace {
constexpr int size_px = 512;  // shown at about half of it: averaged by its mipmaps
}

city::Result<Overview> Overview::make() {
    Overview overview;
    GLint before = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &before);
    overview.texture_ = gl::make_texture(gl::Filter::linear);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size_px, size_px, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    GLuint depth = 0;
    glGenRenderbuffers(1, &depth);
    overview.depth_ = gl::RenderbufferName(depth);
    glBindRenderbuffer(GL_RENDERBUFFER, depth);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, size_px, size_px);
    overview.target_ = gl::make_framebuffer();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                           overview.texture_.get(), 0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth);
    const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(before));
    if (!complete) return city::fail("this graphics driver cannot draw the overview map");
    return overview;
}

Camera overview_camera(glm::vec2 low, glm::vec2 high) {
    Camera camera;
    camera.target_local = glm::vec3(0.5f * (low + high), 0.0f);
    camera.pitch_rad = 1.565f;
    camera.heading_rad = 0.0f;
    camera.fov_rad = 0.06f;
    const float half_m = 0.5f * std::max({high.x - low.x, high.y - low.y, 10.0f});
    camera.distance_m = half_m / std::tan(0.5f * camera.fov_rad);
    return camera;
}

void Overview::redraw(Renderer& renderer, const FrameView& frame, CityHandle city, glm::vec2 low,
                      glm::vec2 high) {
    const Camera camera = overview_camera(low, high);
    const float half_m = camera.distance_m * std::tan(0.5f * camera.fov_rad);
    low_ = glm::vec2(camera.target_local) - half_m;
    high_ = glm::vec2(camera.target_local) + half_m;
    FrameView above = frame;
    above.cities.clear();
    above.size_px = {size_px, size_px};
    above.shadows = false;
    above.pixel_scale = 1.0f;
    CityView view;
    view.city = city;
    view.size_px = {size_px, size_px};
    view.camera = camera;
    above.cities.push_back(view);
    GLint before = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &before);
    renderer.draw(above, target_.get());
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(before));
    glBindTexture(GL_TEXTURE_2D, texture_.get());
    glGenerateMipmap(GL_TEXTURE_2D);
}

}  // namespace render

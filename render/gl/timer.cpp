#include "render/gl/timer.h"

#include <glad/gl.h>

namespace render::gl {

FrameTimer::~FrameTimer() {
    for (const Frame& frame : frames_)
        if (!frame.queries.empty())
            glDeleteQueries(static_cast<GLsizei>(frame.queries.size()), frame.queries.data());
}

void FrameTimer::begin_frame() {
    at_ = (at_ + 1) % frames_.size();
    collect(frames_[at_]);
    timing_ = frames_[at_].section.empty();
}

void FrameTimer::collect(Frame& frame) {
    if (frame.section.empty()) return;
    GLint ready = 0;
    glGetQueryObjectiv(frame.queries[frame.section.size() - 1], GL_QUERY_RESULT_AVAILABLE, &ready);
    if (ready == GL_FALSE) return;
    newest_ms_.fill(0.0f);
    for (std::size_t k = 0; k < frame.section.size(); ++k) {
        GLuint64 elapsed_ns = 0;
        glGetQueryObjectui64v(frame.queries[k], GL_QUERY_RESULT, &elapsed_ns);
        newest_ms_[frame.section[k]] += static_cast<float>(static_cast<double>(elapsed_ns) * 1e-6);
    }
    frame.section.clear();
}

void FrameTimer::begin(std::size_t section) {
    if (!timing_) return;
    Frame& frame = frames_[at_];
    if (frame.section.size() == frame.queries.size()) {
        frame.queries.push_back(0);
        glGenQueries(1, &frame.queries.back());
    }
    glBeginQuery(GL_TIME_ELAPSED, frame.queries[frame.section.size()]);
    frame.section.push_back(section);
}

void FrameTimer::end() {
    if (timing_) glEndQuery(GL_TIME_ELAPSED);
}

}  // namespace render::gl

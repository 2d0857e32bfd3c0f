#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace render::gl {

/// What OpenGL complained about, each kind once with how often. From the driver's own words where
/// the context is a debug context (KHR_debug), otherwise from glGetError.
class ErrorLog {
  public:
    struct Kind {
        std::string text;
        std::uint64_t count = 0;
    };

    ErrorLog() = default;
    ErrorLog(const ErrorLog&) = delete;
    ErrorLog& operator=(const ErrorLog&) = delete;
    ~ErrorLog();

    /// Takes the driver's messages from now on, if this is a debug context.
    void listen();
    bool listens() const { return listens_; }
    void note(std::string text);
    /// After a frame: what glGetError has left. Empty when there was nothing.
    std::string after_frame();

    const std::vector<Kind>& kinds() const { return kinds_; }

  private:
    std::vector<Kind> kinds_;
    std::string newest_;
    bool listens_ = false;
};

/// True in builds for developers and with TWINSCAPE_GL_DEBUG=1: contexts are asked to be debug
/// contexts then.
bool wants_debug_context();

}  // namespace render::gl

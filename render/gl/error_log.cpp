#include "render/gl/error_log.h"

#include <glad/gl.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "render/gl/objects.h"

namespace render::gl {

namespace {

// The first words are enough to tell one kind from another; some drivers add numbers that change
// every frame.
constexpr std::size_t longest_text = 200, most_kinds = 32;

void GLAD_API_PTR on_message(GLenum, GLenum type, GLuint, GLenum severity, GLsizei length,
                             const GLchar* text, const void* log) {
    if (type != GL_DEBUG_TYPE_ERROR && type != GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR &&
        severity != GL_DEBUG_SEVERITY_HIGH)
        return;
    static_cast<ErrorLog*>(const_cast<void*>(log))
        ->note(length > 0 ? std::string(text, static_cast<std::size_t>(length))
                          : std::string(text));
}

}  // namespace

void ErrorLog::listen() {
    GLint flags = 0;
    glGetIntegerv(GL_CONTEXT_FLAGS, &flags);
    if ((flags & GL_CONTEXT_FLAG_DEBUG_BIT) == 0 || glDebugMessageCallback == nullptr) return;
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);  // on this thread, in the call that was wrong
    glDebugMessageCallback(on_message, this);
    listens_ = true;
}

ErrorLog::~ErrorLog() {
    if (listens_) glDebugMessageCallback(nullptr, nullptr);
}

void ErrorLog::note(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    if (text.size() > longest_text) text.resize(longest_text);
    newest_ = text;
    const auto known = std::find_if(kinds_.begin(), kinds_.end(),
                                    [&](const Kind& kind) { return kind.text == text; });
    if (known != kinds_.end())
        ++known->count;
    else if (kinds_.size() < most_kinds)
        kinds_.push_back({std::move(text), 1});
}

std::string ErrorLog::after_frame() {
    // With the driver's words already noted, the bare code says nothing new.
    if (std::string error = take_error(); !error.empty() && newest_.empty()) note(std::move(error));
    return std::exchange(newest_, {});
}

bool wants_debug_context() {
    const char* asked = std::getenv("TWINSCAPE_GL_DEBUG");
    if (asked != nullptr) return std::string(asked) != "0";
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
    return false;
#else
    return true;
#endif
}

}  // namespace render::gl

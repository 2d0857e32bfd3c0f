#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "geo/city/result.h"

struct GLFWwindow;

namespace viewer {

/// The only GLFW code: a window with a GL 4.1 core context, full screen, dropped files.
class Window {
  public:
    static city::Result<Window> open(int width, int height, const char* title);
    Window(Window&& other) noexcept;
    ~Window();

    GLFWwindow* handle() const { return window_; }
    bool should_close() const;
    void swap();
    /// Waits for input, or for `seconds`; 0 only looks.
    static void poll(double seconds);
    void set_full_screen(bool on);
    void framebuffer_size(int& width, int& height) const;
    void window_size(int& width, int& height) const;
    std::vector<std::string> take_dropped();
    void cursor_px(double& x, double& y) const;  ///< in framebuffer pixels
    static void* gl_address(const char* name);

  private:
    explicit Window(GLFWwindow* window);
    GLFWwindow* window_ = nullptr;
    std::unique_ptr<std::vector<std::string>> dropped_;
    int restore_[4] = {100, 100, 1280, 720};
};

}  // namespace viewer

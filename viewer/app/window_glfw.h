#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "geo/city/result.h"
#include "viewer/input/gamepad.h"
#include "viewer/input/keys.h"

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
    /// Ends a poll() that waits. Any thread.
    static void wake();
    void set_full_screen(bool on);
    void framebuffer_size(int& width, int& height) const;
    void window_size(int& width, int& height) const;
    std::vector<std::string> take_dropped();
    /// Keys that went down since the last call. Letters as the user's keyboard has them.
    std::vector<KeyPress> take_keys();
    bool is_held(Key key) const;
    /// The first controller that GLFW has a mapping for; none when none is plugged in.
    static std::optional<Gamepad> gamepad();
    void cursor_px(double& x, double& y) const;  ///< in framebuffer pixels
    static void* gl_address(const char* name);

  private:
    explicit Window(GLFWwindow* window);
    GLFWwindow* window_ = nullptr;
    struct Inbox;
    std::unique_ptr<Inbox> inbox_;  ///< what the callbacks fill; its address does not change
    int restore_[4] = {100, 100, 1280, 720};
};

}  // namespace viewer

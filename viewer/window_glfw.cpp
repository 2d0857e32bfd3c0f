#include "viewer/window_glfw.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <utility>

namespace viewer {

namespace {
std::string last_error;
void on_error(int, const char* what) { last_error = what; }
void on_drop(GLFWwindow* window, int count, const char** paths) {
    if (auto* dropped = static_cast<std::vector<std::string>*>(glfwGetWindowUserPointer(window)))
        for (int i = 0; i < count; ++i) dropped->emplace_back(paths[i]);
}
}  // namespace

Window::Window(GLFWwindow* window) : window_(window), dropped_(std::make_unique<std::vector<std::string>>()) {
    glfwSetWindowUserPointer(window_, dropped_.get());
    glfwSetDropCallback(window_, on_drop);
}
Window::Window(Window&& other) noexcept : window_(std::exchange(other.window_, nullptr)), dropped_(std::move(other.dropped_)) {}
Window::~Window() {
    if (window_ == nullptr) return;
    glfwDestroyWindow(window_);
    glfwTerminate();
}

city::Result<Window> Window::open(int width, int height, const char* title) {
    glfwSetErrorCallback(on_error);
    if (glfwInit() != GLFW_TRUE) return city::fail("no window can be opened here (" + last_error + "): use `twinscape snapshot` for pictures without a display");
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 4);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 1);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SAMPLES, 4);
    GLFWwindow* window = glfwCreateWindow(width, height, title, nullptr, nullptr);
    if (window == nullptr) {
        glfwTerminate();
        return city::fail("this display offers no OpenGL 4.1 (" + last_error + "): update the graphics driver");
    }
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    return Window(window);
}

bool Window::should_close() const { return glfwWindowShouldClose(window_) == GLFW_TRUE; }
void Window::swap() { glfwSwapBuffers(window_); }
void Window::poll(double seconds) {
    if (seconds > 0.0) glfwWaitEventsTimeout(seconds);
    else glfwPollEvents();
}
void Window::set_full_screen(bool on) {
    if (on == (glfwGetWindowMonitor(window_) != nullptr)) return;
    if (on) {
        glfwGetWindowPos(window_, &restore_[0], &restore_[1]);
        glfwGetWindowSize(window_, &restore_[2], &restore_[3]);
        GLFWmonitor* monitor = glfwGetPrimaryMonitor();
        if (monitor == nullptr) return;
        const GLFWvidmode* mode = glfwGetVideoMode(monitor);
        glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    } else {
        glfwSetWindowMonitor(window_, nullptr, restore_[0], restore_[1], restore_[2], restore_[3], GLFW_DONT_CARE);
    }
}
void Window::framebuffer_size(int& width, int& height) const { glfwGetFramebufferSize(window_, &width, &height); }
void Window::window_size(int& width, int& height) const { glfwGetWindowSize(window_, &width, &height); }
std::vector<std::string> Window::take_dropped() { return std::exchange(*dropped_, {}); }
void Window::cursor_px(double& x, double& y) const {
    int window_w = 1, window_h = 1, buffer_w = 1, buffer_h = 1;
    window_size(window_w, window_h);
    framebuffer_size(buffer_w, buffer_h);
    glfwGetCursorPos(window_, &x, &y);
    x *= static_cast<double>(buffer_w) / window_w;
    y *= static_cast<double>(buffer_h) / window_h;
}
void* Window::gl_address(const char* name) { return reinterpret_cast<void*>(glfwGetProcAddress(name)); }

}  // namespace viewer

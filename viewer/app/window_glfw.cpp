#include "viewer/app/window_glfw.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "render/gl/error_log.h"

namespace viewer {

struct Window::Inbox {
    std::vector<std::string> dropped;
    std::vector<KeyPress> keys;
};

namespace {

std::string last_error;
void on_error(int, const char* what) {
    last_error = what;
}

// GLFW numbers keys by their place on an American keyboard; the letter on the key is what people
// are told to press.
Key key_of(int code, int scancode) {
    switch (code) {
        case GLFW_KEY_HOME:
            return Key::home;
        case GLFW_KEY_PAGE_UP:
            return Key::page_up;
        case GLFW_KEY_PAGE_DOWN:
            return Key::page_down;
        case GLFW_KEY_ESCAPE:
            return Key::escape;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return Key::enter;
        case GLFW_KEY_BACKSPACE:
            return Key::backspace;
        case GLFW_KEY_DELETE:
            return Key::remove;
        case GLFW_KEY_F1:
            return Key::f1;
        case GLFW_KEY_F2:
            return Key::f2;
        case GLFW_KEY_F3:
            return Key::f3;
        case GLFW_KEY_F4:
            return Key::f4;
        case GLFW_KEY_F5:
            return Key::f5;
        case GLFW_KEY_F11:
            return Key::f11;
        case GLFW_KEY_KP_ADD:
            return key_for('+');
        case GLFW_KEY_KP_SUBTRACT:
            return key_for('-');
        case GLFW_KEY_KP_DECIMAL:
            return key_for('.');
        default:
            break;
    }
    if (code >= GLFW_KEY_KP_0 && code <= GLFW_KEY_KP_9)
        return key_for(static_cast<char>('0' + code - GLFW_KEY_KP_0));
    if (code < GLFW_KEY_SPACE || code > GLFW_KEY_GRAVE_ACCENT) return Key::none;
    const char* name = glfwGetKeyName(code, scancode);
    if (name != nullptr && name[0] > ' ' && name[0] < 127 && name[1] == 0)
        return key_for(static_cast<char>(std::tolower(name[0])));
    return key_for(static_cast<char>(std::tolower(code)));
}

}  // namespace

Window::Window(GLFWwindow* window) : window_(window), inbox_(std::make_unique<Inbox>()) {
    glfwSetWindowUserPointer(window_, inbox_.get());
    glfwSetDropCallback(window_, [](GLFWwindow* from, int count, const char** paths) {
        auto* inbox = static_cast<Inbox*>(glfwGetWindowUserPointer(from));
        for (int i = 0; i < count; ++i) inbox->dropped.emplace_back(paths[i]);
    });
    // Before Dear ImGui sets its own, which then calls this one too.
    glfwSetKeyCallback(window_, [](GLFWwindow* from, int code, int scancode, int action, int mods) {
        if (action != GLFW_PRESS) return;
        Key key = key_of(code, scancode);
        const bool shift = (mods & GLFW_MOD_SHIFT) != 0;
        if (key == key_for('/') && shift) key = key_for('?');
        if (key != Key::none)
            static_cast<Inbox*>(glfwGetWindowUserPointer(from))
                ->keys.push_back({key, (mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0, shift,
                                  (mods & GLFW_MOD_ALT) != 0});
    });
}
Window::Window(Window&& other) noexcept
    : window_(std::exchange(other.window_, nullptr)), inbox_(std::move(other.inbox_)) {}
Window::~Window() {
    if (window_ == nullptr) return;
    glfwDestroyWindow(window_);
    glfwTerminate();
}

city::Result<Window> Window::open(int width, int height, const char* title) {
    glfwSetErrorCallback(on_error);
    if (glfwInit() != GLFW_TRUE)
        return city::fail("no window can be opened here (" + last_error +
                          "): use `twinscape snapshot` for pictures without a display");
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 4);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 1);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SAMPLES, 4);
    glfwWindowHint(GLFW_OPENGL_DEBUG_CONTEXT,
                   render::gl::wants_debug_context() ? GLFW_TRUE : GLFW_FALSE);
    GLFWwindow* window = glfwCreateWindow(width, height, title, nullptr, nullptr);
    if (window == nullptr) {
        glfwTerminate();
        return city::fail("this display offers no OpenGL 4.1 (" + last_error +
                          "): update the graphics driver");
    }
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    return Window(window);
}

bool Window::should_close() const {
    return glfwWindowShouldClose(window_) == GLFW_TRUE;
}
void Window::swap() {
    glfwSwapBuffers(window_);
}
void Window::wake() {
    glfwPostEmptyEvent();
}

void Window::poll(double seconds) {
    if (seconds > 0.0)
        glfwWaitEventsTimeout(seconds);
    else
        glfwPollEvents();
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
        glfwSetWindowMonitor(window_, nullptr, restore_[0], restore_[1], restore_[2], restore_[3],
                             GLFW_DONT_CARE);
    }
}
void Window::framebuffer_size(int& width, int& height) const {
    glfwGetFramebufferSize(window_, &width, &height);
}
void Window::window_size(int& width, int& height) const {
    glfwGetWindowSize(window_, &width, &height);
}
std::vector<std::string> Window::take_dropped() {
    return std::exchange(inbox_->dropped, {});
}
std::vector<KeyPress> Window::take_keys() {
    return std::exchange(inbox_->keys, {});
}
bool Window::is_held(Key key) const {
    const auto held = [this](int code) { return glfwGetKey(window_, code) == GLFW_PRESS; };
    switch (key) {
        case Key::left:
            return held(GLFW_KEY_LEFT);
        case Key::right:
            return held(GLFW_KEY_RIGHT);
        case Key::up:
            return held(GLFW_KEY_UP);
        case Key::down:
            return held(GLFW_KEY_DOWN);
        default:
            break;
    }
    if (key == key_for('+')) return held(GLFW_KEY_KP_ADD) || held(GLFW_KEY_EQUAL);
    if (key == key_for('-')) return held(GLFW_KEY_KP_SUBTRACT) || held(GLFW_KEY_MINUS);
    for (int code = GLFW_KEY_A; code <= GLFW_KEY_Z; ++code)
        if (key_of(code, 0) == key) return held(code);
    return false;
}
std::optional<Gamepad> Window::gamepad() {
    for (int joystick = GLFW_JOYSTICK_1; joystick <= GLFW_JOYSTICK_LAST; ++joystick) {
        GLFWgamepadstate state;
        if (glfwGetGamepadState(joystick, &state) != GLFW_TRUE) continue;
        const auto axis = [&](int which) { return state.axes[which]; };
        const auto button = [&](int which) { return state.buttons[which] == GLFW_PRESS; };
        // GLFW's triggers rest at -1.
        return Gamepad{{axis(GLFW_GAMEPAD_AXIS_LEFT_X), axis(GLFW_GAMEPAD_AXIS_LEFT_Y)},
                       {axis(GLFW_GAMEPAD_AXIS_RIGHT_X), axis(GLFW_GAMEPAD_AXIS_RIGHT_Y)},
                       0.5f + 0.5f * axis(GLFW_GAMEPAD_AXIS_LEFT_TRIGGER),
                       0.5f + 0.5f * axis(GLFW_GAMEPAD_AXIS_RIGHT_TRIGGER),
                       button(GLFW_GAMEPAD_BUTTON_A),
                       button(GLFW_GAMEPAD_BUTTON_B),
                       button(GLFW_GAMEPAD_BUTTON_LEFT_BUMPER),
                       button(GLFW_GAMEPAD_BUTTON_RIGHT_BUMPER)};
    }
    return std::nullopt;
}
void Window::cursor_px(double& x, double& y) const {
    int window_w = 1, window_h = 1, buffer_w = 1, buffer_h = 1;
    window_size(window_w, window_h);
    framebuffer_size(buffer_w, buffer_h);
    glfwGetCursorPos(window_, &x, &y);
    x *= static_cast<double>(buffer_w) / window_w;
    y *= static_cast<double>(buffer_h) / window_h;
}
void* Window::gl_address(const char* name) {
    return reinterpret_cast<void*>(glfwGetProcAddress(name));
}

}  // namespace viewer

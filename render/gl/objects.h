#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "geo/city/result.h"

namespace render::gl {

/// Move-only owner of one GL object's name; `Release` deletes it. Main thread only.
template <void (*Release)(std::uint32_t)>
class Name {
  public:
    Name() = default;
    explicit Name(std::uint32_t name) : name_(name) {}
    Name(Name&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    Name& operator=(Name&& other) noexcept {
        if (this != &other) {
            reset();
            name_ = std::exchange(other.name_, 0);
        }
        return *this;
    }
    ~Name() { reset(); }
    std::uint32_t get() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

  private:
    void reset() {
        if (name_ != 0) Release(name_);
        name_ = 0;
    }
    std::uint32_t name_ = 0;
};

void delete_buffer(std::uint32_t name);
void delete_vertex_array(std::uint32_t name);
void delete_texture(std::uint32_t name);
void delete_framebuffer(std::uint32_t name);
void delete_renderbuffer(std::uint32_t name);
void delete_program(std::uint32_t name);

using BufferName = Name<delete_buffer>;
using VertexArrayName = Name<delete_vertex_array>;
using TextureName = Name<delete_texture>;
using FramebufferName = Name<delete_framebuffer>;
using RenderbufferName = Name<delete_renderbuffer>;

/// Bytes on the GPU.
BufferName make_buffer(std::uint32_t target, std::span<const std::byte> bytes);
/// Of so many bytes, to be written later.
BufferName make_room(std::uint32_t target, std::size_t bytes);
void write(const BufferName& buffer, std::size_t offset, std::span<const std::byte> bytes);
template <class T>
BufferName make_buffer(std::uint32_t target, std::span<const T> values) {
    return make_buffer(target, std::as_bytes(values));
}
VertexArrayName make_vertex_array();
/// Says how the bound vertex array reads attribute `place` from the bound buffer: `components`
/// floats (or one unsigned integer) every `stride` bytes from `offset` on.
void attribute(std::uint32_t place, int components, std::size_t stride, std::size_t offset,
               bool integer = false);
/// A two-dimensional texture, bound, with linear (or nearest) filtering and clamped edges; no
/// storage yet.
enum class Filter : std::uint8_t { linear, nearest };
TextureName make_texture(Filter filter);
/// A framebuffer, bound, with nothing attached yet.
FramebufferName make_framebuffer();
/// A buffer seen as a one-dimensional texture of `format` (GL_R16, GL_RG32F).
TextureName make_buffer_texture(const BufferName& buffer, std::uint32_t format);

/// Linked vertex and fragment shader with uniforms set by name.
class Program {
  public:
    Program() = default;
    /// Files of shaders/, with their #include lines resolved and `defines` set for both. An Error
    /// holds the compiler's log.
    static city::Result<Program> make(std::string_view vertex_file, std::string_view fragment_file,
                                      std::initializer_list<std::string_view> defines = {});
    void use() const;
    void set(const char* name, const glm::mat4& value) const;
    void set(const char* name, const glm::vec3& value) const;
    void set(const char* name, const glm::vec4& value) const;
    void set(const char* name, glm::vec2 value) const;
    void set(const char* name, float value) const;
    void set(const char* name, int value) const;
    void set(const char* name, std::uint32_t value) const;
    void set(const char* name, std::span<const glm::vec3> values) const;

  private:
    explicit Program(std::uint32_t name) : name_(name) {}
    int location(const char* name) const;
    Name<delete_program> name_;
    mutable std::vector<std::pair<const char*, int>> locations_;
};

/// The first GL error since the last call, in words; empty when there is none. Never silent.
std::string take_error();

}  // namespace render::gl

#include "render/gl/objects.h"

#include <glad/gl.h>

#include <glm/gtc/type_ptr.hpp>

#include "embedded/shader_files.h"

namespace render::gl {

void delete_buffer(std::uint32_t name) {
    glDeleteBuffers(1, &name);
}
void delete_vertex_array(std::uint32_t name) {
    glDeleteVertexArrays(1, &name);
}
void delete_texture(std::uint32_t name) {
    glDeleteTextures(1, &name);
}
void delete_framebuffer(std::uint32_t name) {
    glDeleteFramebuffers(1, &name);
}
void delete_renderbuffer(std::uint32_t name) {
    glDeleteRenderbuffers(1, &name);
}
void delete_program(std::uint32_t name) {
    glDeleteProgram(name);
}

BufferName make_buffer(std::uint32_t target, std::span<const std::byte> bytes) {
    std::uint32_t name = 0;
    glGenBuffers(1, &name);
    glBindBuffer(target, name);
    glBufferData(target, static_cast<GLsizeiptr>(bytes.size()), bytes.data(), GL_STATIC_DRAW);
    return BufferName(name);
}

BufferName make_room(std::uint32_t target, std::size_t bytes) {
    std::uint32_t name = 0;
    glGenBuffers(1, &name);
    glBindBuffer(target, name);
    glBufferData(target, static_cast<GLsizeiptr>(bytes), nullptr, GL_STATIC_DRAW);
    return BufferName(name);
}

void write(const BufferName& buffer, std::size_t offset, std::span<const std::byte> bytes) {
    glBindBuffer(GL_COPY_WRITE_BUFFER, buffer.get());
    glBufferSubData(GL_COPY_WRITE_BUFFER, static_cast<GLintptr>(offset),
                    static_cast<GLsizeiptr>(bytes.size()), bytes.data());
}

VertexArrayName make_vertex_array() {
    std::uint32_t name = 0;
    glGenVertexArrays(1, &name);
    glBindVertexArray(name);
    return VertexArrayName(name);
}

void attribute(std::uint32_t place, int components, std::size_t stride, std::size_t offset,
               bool integer) {
    glEnableVertexAttribArray(place);
    const auto* at = reinterpret_cast<const void*>(offset);
    if (integer)
        glVertexAttribIPointer(place, components, GL_UNSIGNED_INT, static_cast<GLsizei>(stride),
                               at);
    else
        glVertexAttribPointer(place, components, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride),
                              at);
}

TextureName make_texture(Filter filter) {
    std::uint32_t name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    const GLint by = filter == Filter::linear ? GL_LINEAR : GL_NEAREST;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, by);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, by);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return TextureName(name);
}

FramebufferName make_framebuffer() {
    std::uint32_t name = 0;
    glGenFramebuffers(1, &name);
    glBindFramebuffer(GL_FRAMEBUFFER, name);
    return FramebufferName(name);
}

TextureName make_buffer_texture(const BufferName& buffer, std::uint32_t format) {
    std::uint32_t name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_BUFFER, name);
    glTexBuffer(GL_TEXTURE_BUFFER, format, buffer.get());
    return TextureName(name);
}

namespace {

city::Result<std::string> with_includes(std::string_view file, int depth = 0) {
    const auto text = shader_files::embedded_file(file);
    if (!text || depth > 4) return city::fail("shader file not found: " + std::string(file));
    std::string result;
    std::string_view rest = *text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end);
        constexpr std::string_view directive = "#include \"";
        if (line.substr(0, directive.size()) == directive) {
            const std::string_view name =
                line.substr(directive.size(), line.rfind('"') - directive.size());
            auto included = with_includes(name, depth + 1);
            if (!included) return included;
            result += *included;
        } else {
            result += line;
        }
    }
    return result;
}

city::Result<std::uint32_t> compile(std::uint32_t stage, std::string_view file,
                                    std::initializer_list<std::string_view> defines) {
    const auto body = with_includes(file);
    if (!body) return tl::unexpected(body.error());
    std::string source = "#version 410 core\n";
    for (const std::string_view define : defines)
        source.append("#define ").append(define).append("\n");
    source += *body;
    const char* text = source.c_str();
    const std::uint32_t shader = glCreateShader(stage);
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    GLint compiled = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
    if (compiled == GL_TRUE) return shader;
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), &length, log.data());
    glDeleteShader(shader);
    return city::fail("shader " + std::string(file) + ": " +
                      log.substr(0, static_cast<std::size_t>(length)));
}

}  // namespace

city::Result<Program> Program::make(std::string_view vertex_file, std::string_view fragment_file,
                                    std::initializer_list<std::string_view> defines) {
    const auto vertex = compile(GL_VERTEX_SHADER, vertex_file, defines);
    if (!vertex) return tl::unexpected(vertex.error());
    const auto fragment = compile(GL_FRAGMENT_SHADER, fragment_file, defines);
    if (!fragment) {
        glDeleteShader(*vertex);
        return tl::unexpected(fragment.error());
    }
    Program program(glCreateProgram());
    const std::uint32_t name = program.name_.get();
    glAttachShader(name, *vertex);
    glAttachShader(name, *fragment);
    glLinkProgram(name);
    glDeleteShader(*vertex);
    glDeleteShader(*fragment);
    GLint linked = 0;
    glGetProgramiv(name, GL_LINK_STATUS, &linked);
    if (linked == GL_TRUE) return program;
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetProgramInfoLog(name, static_cast<GLsizei>(log.size()), &length, log.data());
    return city::fail("shaders " + std::string(vertex_file) + " and " + std::string(fragment_file) +
                      ": " + log.substr(0, static_cast<std::size_t>(length)));
}

void Program::use() const {
    glUseProgram(name_.get());
}
// Asked of the driver once per name: the text it is called by is a literal, so its address stands
// for it.
int Program::location(const char* name) const {
    for (const auto& [known, place] : locations_)
        if (known == name) return place;
    return locations_.emplace_back(name, glGetUniformLocation(name_.get(), name)).second;
}
void Program::set(const char* name, const glm::mat4& value) const {
    glUniformMatrix4fv(location(name), 1, GL_FALSE, glm::value_ptr(value));
}
void Program::set(const char* name, const glm::vec3& value) const {
    glUniform3f(location(name), value.x, value.y, value.z);
}
void Program::set(const char* name, const glm::vec4& value) const {
    glUniform4f(location(name), value.x, value.y, value.z, value.w);
}
void Program::set(const char* name, glm::vec2 value) const {
    glUniform2f(location(name), value.x, value.y);
}
void Program::set(const char* name, float value) const {
    glUniform1f(location(name), value);
}
void Program::set(const char* name, int value) const {
    glUniform1i(location(name), value);
}
void Program::set(const char* name, std::uint32_t value) const {
    glUniform1ui(location(name), value);
}
void Program::set(const char* name, std::span<const glm::vec3> values) const {
    glUniform3fv(location(name), static_cast<GLsizei>(values.size()), &values[0].x);
}

std::string take_error() {
    const GLenum error = glGetError();
    while (glGetError() != GL_NO_ERROR) {
    }
    switch (error) {
        case GL_NO_ERROR:
            return {};
        case GL_INVALID_ENUM:
            return "GL_INVALID_ENUM";
        case GL_INVALID_VALUE:
            return "GL_INVALID_VALUE";
        case GL_INVALID_OPERATION:
            return "GL_INVALID_OPERATION";
        case GL_INVALID_FRAMEBUFFER_OPERATION:
            return "GL_INVALID_FRAMEBUFFER_OPERATION";
        case GL_OUT_OF_MEMORY:
            return "GL_OUT_OF_MEMORY: the graphics memory is full";
        default:
            return "GL error " + std::to_string(error);
    }
}

}  // namespace render::gl

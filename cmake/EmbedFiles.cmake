# Puts files into the program, byte for byte, so that one binary is the whole installation.
#
#   embed_files(embedded_shaders NAMESPACE shaders BASE ${dir} FILES a.vert b.frag)
#
# makes a library with  #include "embedded/shaders.h":
#   std::optional<std::string_view> shaders::embedded_file(std::string_view name);
#   std::span<const shaders::EmbeddedFile> shaders::embedded_files();
function(embed_files target)
    cmake_parse_arguments(arg "" "NAMESPACE;BASE" "FILES" ${ARGN})
    set(dir ${CMAKE_BINARY_DIR}/embedded/${target})
    set(rows "")
    set(asm "")
    set(externs "")
    set(paths "")
    set(index 0)
    foreach(file IN LISTS arg_FILES)
        set(symbol "twinscape_${arg_NAMESPACE}_${index}")
        list(APPEND paths ${arg_BASE}/${file})
        # .incbin: the assembler copies the file; a character array of a megabyte takes the compiler seconds.
        string(APPEND asm "asm(\".section .rodata\\n.balign 16\\n${symbol}_begin:\\n.incbin \\\"${arg_BASE}/${file}\\\"\\n${symbol}_end:\\n.byte 0\\n.text\\n\");\n")
        string(APPEND externs "extern \"C\" const char ${symbol}_begin[], ${symbol}_end[];\n")
        string(APPEND rows "    {\"${file}\", std::string_view(${symbol}_begin, static_cast<std::size_t>(${symbol}_end - ${symbol}_begin))},\n")
        math(EXPR index "${index} + 1")
    endforeach()
    file(CONFIGURE OUTPUT ${dir}/embedded/${arg_NAMESPACE}.h @ONLY CONTENT
"#pragma once
#include <optional>
#include <span>
#include <string_view>
namespace @arg_NAMESPACE@ {
struct EmbeddedFile { std::string_view name; std::string_view text; };
std::span<const EmbeddedFile> embedded_files();
std::optional<std::string_view> embedded_file(std::string_view name);
}
")
    file(CONFIGURE OUTPUT ${dir}/${arg_NAMESPACE}.cpp @ONLY CONTENT
"#include \"embedded/@arg_NAMESPACE@.h\"
#include <array>
@asm@
@externs@
namespace @arg_NAMESPACE@ {
std::span<const EmbeddedFile> embedded_files() {
    static const std::array<EmbeddedFile, @index@> files{{
@rows@    }};
    return files;
}
std::optional<std::string_view> embedded_file(std::string_view name) {
    for (const EmbeddedFile& file : embedded_files())
        if (file.name == name) return file.text;
    return std::nullopt;
}
}
")
    add_library(${target} STATIC ${dir}/${arg_NAMESPACE}.cpp)
    target_include_directories(${target} PUBLIC ${dir})
    set_source_files_properties(${dir}/${arg_NAMESPACE}.cpp PROPERTIES OBJECT_DEPENDS "${paths}")
endfunction()

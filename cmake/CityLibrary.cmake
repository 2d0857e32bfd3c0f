# One library per folder. `PUBLIC` and `PRIVATE` are the arrows of the picture in docs/architecture.md.
#
#   city_library(mesh SOURCES extrude.cpp HEADERS extrude.h PUBLIC city PRIVATE TBB::tbb)
function(city_warnings target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion -Wshadow
                           $<$<BOOL:${TWINSCAPE_WERROR}>:-Werror>)
    # GCC 12 finds these in libstdc++'s own strings and vectors once they are inlined (its bugs 105651, 107852).
    if(TWINSCAPE_WERROR AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        target_compile_options(${target} PRIVATE -Wno-error=restrict -Wno-error=array-bounds
                               -Wno-error=stringop-overflow -Wno-error=stringop-overread
                               -Wno-error=maybe-uninitialized)
    endif()
endfunction()

# What nearly every file includes, parsed once a build. Off in the release build on purpose: there each
# file has to include what it uses.
function(city_precompiled target from)
    if(TWINSCAPE_PRECOMPILED)
        target_precompile_headers(${target} REUSE_FROM ${from})
        add_dependencies(${target} ${from})
    endif()
endfunction()

function(city_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    # `cmake --build ... --target all_verify_interface_header_sets` compiles every header alone.
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX VERIFY_INTERFACE_HEADER_SETS ON)
    city_warnings(${name})
    city_precompiled(${name} precompiled_std)
endfunction()

if(TWINSCAPE_PRECOMPILED)
    set(precompiled_std <algorithm> <array> <atomic> <cmath> <cstdint> <filesystem> <fstream> <functional> <map>
        <memory> <numeric> <optional> <span> <sstream> <string> <string_view> <unordered_map> <utility> <vector>
        <tl/expected.hpp> <glm/geometric.hpp> <glm/mat4x4.hpp> <glm/vec2.hpp> <glm/vec3.hpp> <glm/vec4.hpp>)
    add_library(precompiled_std STATIC ${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp)
    target_link_libraries(precompiled_std PRIVATE twinscape_glm)
    target_precompile_headers(precompiled_std PRIVATE ${precompiled_std})
endif()

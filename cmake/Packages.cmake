# Every library we use, found once. Each is a Debian package; scripts/setup.sh installs them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(GDAL REQUIRED)
find_package(PROJ REQUIRED)
find_package(glm REQUIRED)
find_package(TBB REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(Catch2 REQUIRED)
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(libisal REQUIRED IMPORTED_TARGET libisal)
find_package(tsl-robin-map REQUIRED)
pkg_check_modules(minizip REQUIRED IMPORTED_TARGET minizip)
find_package(BZip2 REQUIRED)
find_path(EXPECTED_INCLUDE_DIR tl/expected.hpp REQUIRED)
find_path(UTFCPP_INCLUDE_DIR utf8.h PATH_SUFFIXES utf8cpp REQUIRED)

# glm's own target changed its name between releases.
add_library(twinscape_glm INTERFACE)
target_link_libraries(twinscape_glm INTERFACE $<IF:$<TARGET_EXISTS:glm::glm>,glm::glm,glm>)
target_compile_definitions(twinscape_glm INTERFACE GLM_FORCE_XYZW_ONLY GLM_ENABLE_EXPERIMENTAL)

# What draws. None of it is asked for when the window is off.
if(NOT TWINSCAPE_WINDOW)
    return()
endif()
find_package(glfw3 REQUIRED)
find_package(Freetype REQUIRED)
find_package(OpenGL REQUIRED COMPONENTS OpenGL EGL)
if(NOT TARGET OpenGL::GLU)
    message(FATAL_ERROR "GLU is missing: install libglu1-mesa-dev")
endif()
find_package(PNG REQUIRED)
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)

# glad is generated at build time: no loader in the repository.
find_program(SYSTEM_PYTHON NAMES /usr/bin/python3 python3 REQUIRED)
set(glad_dir ${CMAKE_BINARY_DIR}/glad)
add_custom_command(
    OUTPUT ${glad_dir}/src/gl.c ${glad_dir}/include/glad/gl.h
    COMMAND ${SYSTEM_PYTHON} -m glad --api gl:core=4.5 --reproducible --quiet
            --extensions GL_KHR_debug,GL_ARB_clip_control,GL_ARB_buffer_storage,GL_NVX_gpu_memory_info,GL_EXT_texture_filter_anisotropic
            --out-path ${glad_dir} c
    COMMENT "Generating the OpenGL loader" VERBATIM)
add_library(glad_gl STATIC ${glad_dir}/src/gl.c)
target_include_directories(glad_gl SYSTEM PUBLIC ${glad_dir}/include)
target_link_libraries(glad_gl PRIVATE ${CMAKE_DL_LIBS})

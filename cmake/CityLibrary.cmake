# One library per folder. `PUBLIC` and `PRIVATE` are the arrows of the picture in docs/architecture.md.
#
#   city_library(mesh SOURCES extrude.cpp HEADERS extrude.h PUBLIC city PRIVATE TBB::tbb)
function(city_warnings target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion -Wshadow
                           $<$<BOOL:${TWINSCAPE_WERROR}>:-Werror>)
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
endfunction()

#pragma once

#include <cstdlib>
#include <string_view>

#include "tests/support/catch.h"

namespace test {

/// What a test's program ends with when nothing failed and something was skipped: CTest then shows
/// the case as skipped.
inline constexpr int skipped_exit_code = 77;
inline bool something_skipped = false;

/// Notes that the running case, or a part of it, was not tried. The caller returns.
inline void skip(std::string_view why) {
    something_skipped = true;
    WARN("skipped: " << why);
}

/// A skip for want of OpenGL; a failure where the environment promises OpenGL
/// (TWINSCAPE_NEED_GL=1, which scripts/test.sh sets).
inline void skip_without_gl(std::string_view why) {
    const char* needed = std::getenv("TWINSCAPE_NEED_GL");
    if (needed != nullptr && std::string_view(needed) == "1")
        FAIL("OpenGL is needed here (TWINSCAPE_NEED_GL=1): " << why);
    skip(why);
}

}  // namespace test

#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "tests/support/skip.h"

namespace test {

/// Path of a real file that the project may use but does not contain, or nothing after a skip.
inline std::optional<std::filesystem::path> shared_file(const std::string& relative) {
    const char* from_environment = std::getenv("TWINSCAPE_SHARED");
    const std::filesystem::path root =
        from_environment ? from_environment
                         : std::filesystem::path(TWINSCAPE_SOURCE_DIR).parent_path() / "shared";
    std::error_code ignored;
    if (std::filesystem::exists(root / relative, ignored)) return root / relative;
    skip("no " + relative + " (set TWINSCAPE_SHARED)");
    return std::nullopt;
}

}  // namespace test

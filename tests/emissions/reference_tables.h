#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

#include "emissions/reference/library.h"
#include "tests/support/catch.h"

namespace test {

/// The text of assets/reference/`name`, kept for the whole run; empty when there is no such file.
inline std::string_view reference_text(std::string_view name) {
    static std::map<std::string, std::string, std::less<>> texts;
    const auto found = texts.find(name);
    if (found != texts.end()) return found->second;
    std::ifstream file(std::string(TWINSCAPE_SOURCE_DIR) + "/assets/reference/" + std::string(name),
                       std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return texts.emplace(std::string(name), std::move(text)).first->second;
}

/// All reference tables as they are in the project.
inline const emissions::reference::Library& reference_tables() {
    static const auto library = emissions::reference::Library::load(&reference_text);
    if (!library) FAIL(library.error().message);
    return *library;
}

}  // namespace test

// Holds the table of who may include whom (docs/architecture.md) and reads every #include of ours.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

// Folder -> folders of ours it may include (itself always).
const std::map<std::string, Names> allowed{
    {"geo/city", {}},
    {"geo/crs", {"geo/city"}},
    {"geo/mesh", {"geo/city"}},
    {"geo/grid", {"geo/city"}},
    {"geo/sample", {"geo/city"}},
    {"geo/io", {"geo/city", "geo/crs", "geo/sample"}},
    {"emissions", {"geo/city"}},
    {"render", {"geo/city", "geo/mesh", "embedded"}},
    {"viewer", {"geo/city", "geo/crs", "geo/mesh", "geo/grid", "geo/sample", "geo/io", "emissions", "render", "embedded"}},
};

// Library prefix -> folders that may include it, in any file.
const std::map<std::string, Names> doors{
    {"gdal", {"geo/io"}},    {"ogr", {"geo/io"}},     {"cpl_", {"geo/io"}},
    {"proj.h", {"geo/crs"}}, {"glad/", {"render"}},   {"EGL/", {"render"}},
    {"GLFW/", {"viewer"}},   {"imgui", {"viewer"}},   {"CLI/", {"viewer"}},
};

std::string folder_of(const std::string& path) {
    for (const auto& [folder, ignored] : allowed)
        if (path.rfind(folder + "/", 0) == 0) return folder;
    return path.substr(0, path.find('/'));
}

}  // namespace

TEST_CASE("no folder includes a folder or a library that it must not know", "[layering]") {
    const fs::path root = TWINSCAPE_SOURCE_DIR;
    const std::regex include_line(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::size_t includes = 0;
    for (const char* top : {"geo", "emissions", "render", "viewer"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".h" && extension != ".cpp") continue;
            const std::string path = fs::relative(entry.path(), root).generic_string();
            const std::string from = folder_of(path);
            std::ifstream file(entry.path());
            for (std::string line; std::getline(file, line);) {
                std::smatch match;
                if (!std::regex_search(line, match, include_line)) continue;
                ++includes;
                const std::string target = match[1];
                INFO(path << " includes " << target);
                const bool ours = fs::exists(root / target);
                if (ours) {
                    const std::string to = folder_of(target);
                    const Names& may = allowed.at(from);
                    CHECK((to == from || std::find(may.begin(), may.end(), to) != may.end()));
                }
                for (const auto& [prefix, folders] : doors)
                    if (!ours && target.rfind(prefix, 0) == 0)
                        CHECK(std::find(folders.begin(), folders.end(), from) != folders.end());
            }
        }
    }
    CHECK(includes > 20);  // the walk found the sources
}

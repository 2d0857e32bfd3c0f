// Reads tests/layering.txt (who may include whom) and every #include of ours.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

struct Layers {
    std::map<std::string, Names> may_include;  ///< folder -> folders, what those may include too
    std::map<std::string, Names> libraries;    ///< folder -> libraries
    std::map<std::string, Names> never;        ///< folder -> folders and files
    Names asked_for;  ///< "folder -> folder" and "folder | library" as written
};

// What an angle include names, by its beginning. Anything with a '/' or ".h" that is not here is
// unknown.
const std::vector<std::pair<std::string, std::string>> library_of_prefix{
    {"glm/", "glm"},
    {"tbb/", "tbb"},
    {"tl/", "expected"},
    {"proj.h", "proj"},
    {"GL/", "glu"},
    {"gdal", "gdal"},
    {"ogr", "gdal"},
    {"cpl_", "gdal"},
    {"isa-l/", "isal"},
    {"bzlib.h", "bzip2"},
    {"minizip/", "minizip"},
    {"tsl/", "robin_map"},
    {"toml++/", "tomlplusplus"},
    {"boost/", "boost"},
    {"fmt/", "fmt"},
    {"nlohmann/", "json"},
    {"spdlog/", "spdlog"},
    {"CLI/", "cli11"},
    {"glad/", "glad"},
    {"EGL/", "egl"},
    {"png.h", "png"},
    {"imgui", "imgui"},
    {"backends/", "imgui"},
    {"GLFW/", "glfw"},
    {"fontconfig/", "fontconfig"},
    {"sys/", "posix"},
    {"unistd.h", "posix"},
    {"spawn.h", "posix"},
    {"fcntl.h", "posix"},
    {"netdb.h", "posix"},
    {"poll.h", "posix"},
    {"malloc.h", "posix"},
    {"utf8", "utfcpp"},
    {"xlsxwriter", "xlsxwriter"},
    {"coin/", "coin"},
};

Layers read_layers(std::istream& file) {
    Layers layers;
    std::map<std::string, Names> direct;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line.substr(0, line.find('#')));
        std::string folder, word;
        if (!(words >> folder)) continue;
        const bool never = folder == "never";
        if (never) words >> folder;
        bool after_bar = false;
        if (!never) direct[folder], layers.libraries[folder];
        while (words >> word) {
            if (word == "->") continue;
            if (word == "|") {
                after_bar = true;
                continue;
            }
            if (never)
                layers.never[folder].insert(word);
            else
                (after_bar ? layers.libraries : direct)[folder].insert(word);
            if (!never) layers.asked_for.insert(folder + (after_bar ? " | " : " -> ") + word);
        }
    }
    for (const auto& [folder, ignored] : direct) {
        Names reached, next{folder};
        while (!next.empty()) {
            const std::string one = *next.begin();
            next.erase(next.begin());
            if (!reached.insert(one).second) continue;
            if (const auto found = direct.find(one); found != direct.end())
                next.insert(found->second.begin(), found->second.end());
        }
        layers.may_include[folder] = std::move(reached);
    }
    return layers;
}

bool lies_in(const std::string& path, const std::string& folder) {
    return path == folder || path.rfind(folder + "/", 0) == 0;
}

// The longest row that `path` lies in; empty when there is none.
std::string row_of(const Layers& layers, const std::string& path) {
    std::string best;
    for (const auto& [folder, ignored] : layers.may_include)
        if (lies_in(path, folder) && folder.size() > best.size()) best = folder;
    return best;
}

struct Include {
    std::string path, target;
};

std::vector<Include> includes_of(const fs::path& root, const std::string& path) {
    static const std::regex line_form(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<Include> found;
    std::ifstream file(root / path);
    std::smatch match;
    for (std::string line; std::getline(file, line);)
        if (std::regex_search(line, match, line_form)) found.push_back({path, match[1]});
    return found;
}

std::vector<std::string> sources_below(const fs::path& root, const std::string& top) {
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
        const std::string extension = entry.path().extension().string();
        if (extension == ".h" || extension == ".cpp")
            paths.push_back(fs::relative(entry.path(), root).generic_string());
    }
    return paths;
}

// What is wrong with one include; empty when nothing is. `used` gets the arrow that it stands for.
std::string fault(const Layers& layers, const fs::path& root, const Include& include, Names& used) {
    const std::string from = row_of(layers, include.path), &target = include.target;
    if (from.empty()) return "the file lies in no row of the table";
    if (target.rfind("embedded/", 0) == 0) {
        used.insert(from + " -> embedded");
        return layers.may_include.at(from).count("embedded") > 0
                   ? ""
                   : "embedded files are not for " + from;
    }
    if (fs::exists(root / target)) {
        const std::string to = row_of(layers, target);
        if (to.empty()) return target + " lies in no row of the table";
        for (const auto& [folder, names] : layers.never)
            for (const std::string& name : names)
                if (lies_in(include.path, folder) && lies_in(target, name))
                    return folder + " must never see " + name;
        used.insert(from + " -> " + to);
        return layers.may_include.at(from).count(to) > 0 ? "" : from + " must not include " + to;
    }
    for (const auto& [prefix, library] : library_of_prefix) {
        if (target.rfind(prefix, 0) != 0) continue;
        used.insert(from + " | " + library);
        return layers.libraries.at(from).count(library) > 0
                   ? ""
                   : library + " is not behind the door of " + from;
    }
    const bool standard =
        target.find('/') == std::string::npos && target.find('.') == std::string::npos;
    return standard ? "" : target + " belongs to no library that the test knows";
}

Layers project_layers() {
    std::ifstream file(fs::path(TWINSCAPE_SOURCE_DIR) / "tests/layering.txt");
    return read_layers(file);
}

// Folders of ours that the build enters.
std::vector<std::string> top_folders(const fs::path& root) {
    static const std::regex form(R"(^\s*add_subdirectory\(([a-z_/]+)\))");
    std::vector<std::string> tops;
    std::ifstream file(root / "CMakeLists.txt");
    std::smatch match;
    for (std::string line; std::getline(file, line);)
        if (std::regex_search(line, match, form)) tops.push_back(match[1]);
    return tops;
}

}  // namespace

TEST_CASE("no folder includes a folder or a library that it must not know", "[layering]") {
    const fs::path root = TWINSCAPE_SOURCE_DIR;
    const Layers layers = project_layers();
    REQUIRE(layers.may_include.size() > 20);
    const Names outside{"assets", "shaders", "tests", "bench"};  // data, and who may see everything
    std::size_t includes = 0;
    Names used;
    for (const std::string& top : top_folders(root)) {
        if (outside.count(top) > 0) continue;
        const std::vector<std::string> paths = sources_below(root, top);
        CHECK_FALSE(paths.empty());
        for (const std::string& path : paths)
            for (const Include& include : includes_of(root, path)) {
                ++includes;
                INFO(path << " includes " << include.target);
                CHECK(fault(layers, root, include, used) == "");
            }
    }
    CHECK(includes > 1000);  // the walk found the sources
    // A row that nothing needs any more is a door left open.
    for (const std::string& arrow : layers.asked_for) {
        if (arrow.find(" | ") == std::string::npos) continue;
        INFO(arrow);
        CHECK(used.count(arrow) > 0);
    }
}

TEST_CASE("rows of the table have no cycle and name folders that exist", "[layering]") {
    const fs::path root = TWINSCAPE_SOURCE_DIR;
    const Layers layers = project_layers();
    for (const auto& [folder, reached] : layers.may_include) {
        INFO(folder);
        CHECK(fs::is_directory(root / folder));
        for (const std::string& other : reached) {
            if (other == folder || other == "embedded") continue;
            INFO(other);
            REQUIRE(layers.may_include.count(other) == 1);
            CHECK(layers.may_include.at(other).count(folder) == 0);
        }
    }
}

TEST_CASE("wrong arrows are found", "[layering]") {
    const fs::path root = TWINSCAPE_SOURCE_DIR;
    const Layers layers = project_layers();
    const std::vector<Include> planted{
        {"geo/city/planted.h", "geo/io/load_city.h"},
        {"emissions/model/planted.h", "emissions/evaluate.h"},
        {"emissions/building/planted.cpp", "emissions/accounting/factors.h"},
        {"emissions/accounting/planted.cpp", "geo/io/table_export.h"},
        {"commands/planted.cpp", "render/renderer.h"},
        {"study/planted.cpp", "imgui.h"},
        {"viewer/panels/planted.cpp", "render/renderer.h"},
        {"viewer/layers/planted.cpp", "viewer/state/app_state.h"},
        {"render/planted.cpp", "geo/io/load_city.h"},
        {"emissions/planted.cpp", "gdal_priv.h"},
        {"nowhere/planted.cpp", "geo/city/frames.h"},
        {"text/planted.cpp", "some_library/header.h"},
    };
    Names used;
    for (const Include& include : planted) {
        INFO(include.path << " includes " << include.target);
        CHECK(fault(layers, root, include, used) != "");
    }
    CHECK(fault(layers, root, {"commands/right.cpp", "geo/city/frames.h"}, used) == "");
}

// fuzz_replay DOOR FOLDER: every file of a corpus through its door, as an ordinary test.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/door.h"

int main(int count, char** words) {
    if (count != 3) return 2;
    const std::string name = words[1];
    for (const fuzz::Door& door : fuzz::doors()) {
        if (door.name != name) continue;
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(words[2])) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            std::printf("%s\n", entry.path().filename().c_str());
            std::fflush(stdout);
            // A copy that ends where the file ends, so that a sanitizer sees a read behind it.
            const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
            door.enter(exact);
            ++files;
        }
        std::printf("%zu files through %s\n", files, name.c_str());
        return files > 0 ? 0 : 1;
    }
    std::fprintf(stderr, "no door is called %s\n", name.c_str());
    return 1;
}

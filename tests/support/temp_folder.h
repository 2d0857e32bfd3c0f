#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <string_view>

namespace test {

/// A folder of its own that goes when the test ends.
class TempFolder {
  public:
    TempFolder() {
        static std::atomic<unsigned> next{0};
        static const unsigned run = std::random_device{}();
        path_ = std::filesystem::temp_directory_path() /
                ("twinscape-test-" + std::to_string(run) + "-" + std::to_string(next++));
        std::filesystem::create_directories(path_);
    }
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    /// Writes a file and returns its path.
    std::string file(const std::string& name, std::string_view text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return (path_ / name).string();
    }
    std::string path() const { return path_.string(); }
    /// Names of all that lies in it, hidden ones too, in order.
    std::set<std::string> names() const {
        std::set<std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator(path_))
            all.insert(entry.path().filename().string());
        return all;
    }
    /// The bytes of a file in it; empty when it is not there.
    std::string bytes_of(const std::string& name) const {
        std::ifstream file(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }

  private:
    std::filesystem::path path_;
};

}  // namespace test

#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
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

  private:
    std::filesystem::path path_;
};

}  // namespace test

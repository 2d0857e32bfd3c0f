#pragma once

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "fuzz/door.h"

namespace fuzz {

/// A file of given bytes for readers that want a path; one for each process, gone at its end.
class ScratchFile {
  public:
    explicit ScratchFile(const std::string& ending)
        : path_(std::filesystem::temp_directory_path() /
                ("twinscape-fuzz-" + std::to_string(std::random_device{}()) + ending)) {}
    ~ScratchFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    std::string holding(Bytes bytes) const {
        std::ofstream file(path_, std::ios::binary | std::ios::trunc);
        file.write(reinterpret_cast<const char*>(bytes.data()),
                   static_cast<std::streamsize>(bytes.size()));
        return path_.string();
    }

  private:
    std::filesystem::path path_;
};

}  // namespace fuzz

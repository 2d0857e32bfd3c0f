#pragma once

#include <string>

namespace geo_io {

/// A file that GDAL finds in memory as long as this lives.
class MemoryText {
  public:
    /// `name` is its last part: drivers look at it.
    MemoryText(const std::string& name, std::string bytes);
    MemoryText(const MemoryText&) = delete;
    MemoryText& operator=(const MemoryText&) = delete;
    ~MemoryText();

    const std::string& path() const { return path_; }
    const std::string& bytes() const { return bytes_; }

  private:
    std::string path_;
    std::string bytes_;
};

}  // namespace geo_io

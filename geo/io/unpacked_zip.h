#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace geo_io {

/// A zipped shapefile (.shz, .shp.zip) laid out in memory: inflated at once it is there in a third of the time that a
/// stream through GDAL takes, and can be read from any place. The memory is given back with the object.
class UnpackedZip {
  public:
    /// Nothing when `path` is no zipped shapefile, holds other than one, is larger than `most_bytes` unpacked, or is
    /// damaged: GDAL then opens the file itself, or says what is wrong with it. `damaged` becomes the member whose bytes
    /// are not what the archive says they are: GDAL reads over that without a word.
    static std::optional<UnpackedZip> open(const std::string& path, std::size_t most_bytes = std::size_t{1} << 30, std::string* damaged = nullptr);
    UnpackedZip(UnpackedZip&&) noexcept;
    UnpackedZip& operator=(UnpackedZip&& other) noexcept {
        std::swap(folder_, other.folder_);
        std::swap(shapefile_, other.shapefile_);
        std::swap(files_, other.files_);
        return *this;
    }
    ~UnpackedZip();

    /// What GDAL opens in place of the file.
    const std::string& shapefile() const { return shapefile_; }

  private:
    UnpackedZip() = default;
    std::string folder_, shapefile_;
    std::vector<std::string> files_;
};

}  // namespace geo_io

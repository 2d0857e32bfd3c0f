#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "geo/source/growing_file.h"

namespace geo_io {

/// A zipped shapefile (.shz, .shp.zip) that is inflated beside the reading: GDAL opens and reads it
/// from memory while its end is still being unpacked, a few megabytes ahead. What is unpacked is
/// gone with the object, which must outlive the dataset.
class UnpackedZip {
  public:
    /// Nothing when `path` is no zipped shapefile, holds other than one, or is larger than
    /// `most_bytes` unpacked: GDAL then opens the file itself, or says what is wrong with it.
    static std::optional<UnpackedZip> open(const std::string& path,
                                           std::size_t most_bytes = std::size_t{1} << 30);
    UnpackedZip(UnpackedZip&&) noexcept;
    UnpackedZip& operator=(UnpackedZip&& other) noexcept {
        std::swap(shapefile_, other.shapefile_);
        std::swap(members_, other.members_);
        std::swap(inflating_, other.inflating_);
        return *this;
    }
    ~UnpackedZip();

    /// What GDAL opens in place of the file.
    const std::string& shapefile() const { return shapefile_; }
    /// The first member whose bytes are not what the archive says they are, or "". Waits until all
    /// are unpacked.
    std::string damaged();

  private:
    UnpackedZip() = default;
    struct Member {
        std::string name;  ///< in the archive
        std::string path;  ///< for GDAL
        std::shared_ptr<GrowingFile> file;
        std::atomic<bool> damaged = false;
    };
    std::string shapefile_;
    std::vector<std::unique_ptr<Member>> members_;
    std::vector<std::jthread> inflating_;
};

}  // namespace geo_io

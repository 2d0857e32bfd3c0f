#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "geo/city/result.h"
#include "geo/source/growing_file.h"
#include "geo/source/zip_archive.h"

namespace geo_io {

/// A zip whose map data is inflated beside the reading: GDAL opens and reads it from memory while
/// its end is still being unpacked, a few megabytes ahead. What is unpacked is gone with the
/// object, which must outlive the datasets. Nothing outside the archive can be reached from it.
class UnpackedZip {
  public:
    /// Lays out what the archive holds of map data. An Error says why there is none, or what is
    /// wrong with the archive (see `list_zip`).
    static city::Result<UnpackedZip> open(const ArchiveBytes& archive);
    UnpackedZip(UnpackedZip&&) noexcept;
    UnpackedZip& operator=(UnpackedZip&& other) noexcept {
        std::swap(sets_, other.sets_);
        std::swap(not_read_, other.not_read_);
        std::swap(members_, other.members_);
        std::swap(inflating_, other.inflating_);
        return *this;
    }
    ~UnpackedZip();

    struct Set {
        std::string path;  ///< what GDAL opens
        std::string name;  ///< in the archive
    };
    /// Each is a source of its own; at least one.
    const std::vector<Set>& sets() const { return sets_; }
    /// Members that hold data and are not read: "'a.tif': ..." in words.
    const std::vector<std::string>& not_read() const { return not_read_; }
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
    std::vector<Set> sets_;
    std::vector<std::string> not_read_;
    std::vector<std::unique_ptr<Member>> members_;
    std::vector<std::jthread> inflating_;
};

}  // namespace geo_io

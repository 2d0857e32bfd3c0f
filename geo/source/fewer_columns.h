#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "geo/source/opened_source.h"

namespace geo_io {

/// A file in GDAL's memory that goes with the object.
class MemoryFile {
  public:
    explicit MemoryFile(std::string path) : path_(std::move(path)) {}
    MemoryFile(MemoryFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    MemoryFile& operator=(MemoryFile&& other) noexcept {
        std::swap(path_, other.path_);
        return *this;
    }
    ~MemoryFile();
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

struct FewerColumns {
    MemoryFile file;  ///< what `dataset` reads
    Dataset dataset;
};

/// The same source with only the columns that are wanted, where that saves minutes: of GeoJSON
/// with hundreds of columns, in which GDAL looks for each property of each feature among all of
/// them, one after the other. Nothing where it need not be, or cannot be.
std::optional<FewerColumns> with_fewer_columns(GDALDataset& dataset,
                                               const std::set<std::string>& wanted);

}  // namespace geo_io

#pragma once

#include <string>

#include "geo/city/result.h"

namespace files {

/// A folder ".twinscape-writing-HOST-PID-xxxxxx" in which files of another folder are written
/// before they get their names: on the same disk, so that a rename is enough, and with all that a
/// format lays beside its file (journals, indexes). Locked while its process lives; goes with the
/// object.
class StagingFolder {
  public:
    /// In `folder`, from which what killed runs left is removed first. Fails where nothing can be
    /// written; the error names `for_path`.
    static city::Result<StagingFolder> make(const std::string& folder, const std::string& for_path);
    StagingFolder(StagingFolder&& other) noexcept;
    StagingFolder& operator=(StagingFolder&&) = delete;
    ~StagingFolder();

    const std::string& path() const { return path_; }

  private:
    StagingFolder(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
    std::string path_;
    int lock_;
};

/// Removes the staging folders in `folder` whose process is gone. One that is locked stays; so does
/// one of another machine, or one without a lock whose process number is in use, until it is old.
void remove_left_over(const std::string& folder);

}  // namespace files

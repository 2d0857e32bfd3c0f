#pragma once

#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "geo/city/result.h"
#include "geo/files/staging_folder.h"

namespace files {

/// A file that is being written: where it lies until it is whole, and the name it gets then.
struct OutputPath {
    std::string temporary, path;
};

/// The one door for files that the program writes: all files of one command, which appear together
/// when all are whole and safely on the disk, or not at all. Destroyed without commit(), or after
/// one that failed, it leaves the old files as they were and nothing else. A run that is killed
/// leaves its temporary folder, which the next run that writes there removes.
class Outputs {
  public:
    Outputs();
    Outputs(Outputs&&) noexcept;
    Outputs& operator=(Outputs&&) = delete;
    ~Outputs();

    /// Makes `folder` with its parents where it is not there; goes again if nothing comes of it.
    city::Result<void> make_folder(const std::string& folder);
    /// Room for a file: write `temporary`, close it, look at every error; commit() does the rest.
    /// Fails where `path` is no ordinary file or its folder takes none.
    city::Result<OutputPath> add(const std::string& path);
    /// A file of these bytes. What is no ordinary file (a device, a pipe) gets them at once.
    city::Result<void> write(const std::string& path, std::string_view bytes);
    /// Syncs every file, gives them their names, syncs the folders. On an error every old file is
    /// as it was.
    city::Result<void> commit();

  private:
    struct Staged {
        std::string folder;
        StagingFolder staging;
    };
    city::Result<std::string> staging_in(const std::string& folder, const std::string& path);
    city::Result<void> rename_all();

    std::deque<Staged> folders_;
    std::vector<OutputPath> files_;
    std::set<std::string> names_;            ///< of files_
    std::vector<std::string> made_folders_;  ///< outermost first
    bool committed_ = false;
};

}  // namespace files

#include "geo/files/outputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "geo/files/cannot_write.h"

namespace files {

namespace {

namespace fs = std::filesystem;

city::Result<void> failed(const std::string& path, int error_number) {
    return tl::unexpected(cannot_write(path, error_number));
}

// Writes, and closes in any case. The first error wins.
city::Result<void> write_and_close(int file, std::string_view bytes, const std::string& path) {
    int error = 0;
    while (!bytes.empty() && error == 0) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (written == 0 || errno != EINTR)
            error = written == 0 ? ENOSPC : errno;
    }
    if (::close(file) != 0 && error == 0) error = errno;
    return error == 0 ? city::Result<void>() : failed(path, error);
}

// Some file systems have nothing to sync, or no way to.
bool sync_failed(int file) {
    return ::fsync(file) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS;
}

// The file is whole on the disk, with the rights of the file whose place it takes.
city::Result<void> settle(const OutputPath& one) {
    const int file = ::open(one.temporary.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return failed(one.path, errno);
    struct stat old {};
    if (::stat(one.path.c_str(), &old) == 0) (void)::fchmod(file, old.st_mode & 0777);
    int error = sync_failed(file) ? errno : 0;
    if (::close(file) != 0 && error == 0) error = errno;
    return error == 0 ? city::Result<void>() : failed(one.path, error);
}

city::Result<void> sync_folder(const std::string& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return {};  // it may be closed to readers: the names are there all the same
    const int error = sync_failed(file) ? errno : 0;
    ::close(file);
    return error == 0 ? city::Result<void>() : failed(folder, error);
}

}  // namespace

Outputs::Outputs() = default;

Outputs::Outputs(Outputs&& other) noexcept
    : folders_(std::move(other.folders_)),
      files_(std::move(other.files_)),
      names_(std::move(other.names_)),
      made_folders_(std::exchange(other.made_folders_, {})),
      committed_(other.committed_) {}

Outputs::~Outputs() {
    folders_.clear();
    std::error_code ignored;
    if (!committed_)
        for (auto made = made_folders_.rbegin(); made != made_folders_.rend(); ++made)
            fs::remove(*made, ignored);  // empty ones only
}

city::Result<void> Outputs::make_folder(const std::string& folder) {
    std::vector<fs::path> missing;
    std::error_code error;
    for (fs::path at = fs::path(folder); !at.empty() && !fs::exists(at, error);
         at = at.parent_path())
        if (at.has_filename()) missing.push_back(at);
    for (auto at = missing.rbegin(); at != missing.rend(); ++at) {
        if (!fs::create_directory(*at, error) && error)
            return city::fail("cannot make the folder " + folder + ": " + error.message());
        made_folders_.push_back(at->string());
    }
    if (!fs::is_directory(folder, error))
        return city::fail("cannot write into " + folder + ": it is no folder");
    return {};
}

city::Result<std::string> Outputs::staging_in(const std::string& folder, const std::string& path) {
    for (const Staged& staged : folders_)
        if (staged.folder == folder) return staged.staging.path();
    auto staging = StagingFolder::make(folder, path);
    if (!staging) return tl::unexpected(staging.error());
    folders_.push_back({folder, std::move(*staging)});
    return folders_.back().staging.path();
}

city::Result<OutputPath> Outputs::add(const std::string& path) {
    std::error_code error;
    fs::path target(path);
    if (target.filename().empty()) return tl::unexpected(cannot_write(path, EISDIR));
    const fs::file_status status = fs::status(target, error);
    if (fs::is_directory(status)) return tl::unexpected(cannot_write(path, EISDIR));
    if (fs::exists(status)) {
        if (!fs::is_regular_file(status))
            return city::fail("cannot write " + path + ": it is no ordinary file");
        if (::access(path.c_str(), W_OK) != 0) return tl::unexpected(cannot_write(path, errno));
        // Behind a link it is the file that changes, not the link.
        if (fs::is_symlink(target, error)) {
            const fs::path real = fs::canonical(target, error);
            if (!error) target = real;
        }
    }
    const std::string folder =
        target.has_parent_path() ? target.parent_path().string() : std::string(".");
    const auto staging = staging_in(folder, path);
    if (!staging) return tl::unexpected(staging.error());
    OutputPath one{*staging + "/" + target.filename().string(), target.string()};
    if (names_.insert(one.path).second) files_.push_back(one);
    return one;
}

city::Result<void> Outputs::write(const std::string& path, std::string_view bytes) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const bool at_once =
        fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
    std::string where = path;
    if (!at_once) {
        const auto added = add(path);
        if (!added) return tl::unexpected(added.error());
        where = added->temporary;
    }
    const int flags = at_once ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
    const int file = ::open(where.c_str(), flags, 0666);
    if (file < 0) return failed(path, errno);
    return write_and_close(file, bytes, path);
}

city::Result<void> Outputs::commit() {
    for (const OutputPath& one : files_)
        if (auto settled = settle(one); !settled) return settled;
    if (auto renamed = rename_all(); !renamed) return renamed;
    committed_ = true;
    for (const Staged& staged : folders_)
        if (auto synced = sync_folder(staged.folder); !synced) return synced;
    folders_.clear();
    return {};
}

// One rename cannot stop half way; of several, those before one that fails are taken back, for
// which the old file keeps a second name in the meantime.
city::Result<void> Outputs::rename_all() {
    const auto kept = [this](std::size_t k) { return files_[k].temporary + ".old"; };
    if (files_.size() > 1)
        for (std::size_t k = 0; k < files_.size(); ++k)
            (void)::link(files_[k].path.c_str(), kept(k).c_str());
    for (std::size_t k = 0; k < files_.size(); ++k) {
        if (std::rename(files_[k].temporary.c_str(), files_[k].path.c_str()) == 0) continue;
        const int error = errno;
        const std::string wanted = files_[k].path;
        while (k-- > 0)
            if (std::rename(kept(k).c_str(), files_[k].path.c_str()) != 0)
                ::unlink(files_[k].path.c_str());
        return failed(wanted, error);
    }
    return {};
}

}  // namespace files

#include "geo/files/staging_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/files/cannot_write.h"

namespace files {

namespace {

namespace fs = std::filesystem;
constexpr std::string_view beginning = ".twinscape-writing-";
// Between making a folder and locking it lie microseconds.
constexpr double surely_locked_by_now_s = 60;
// Where locks do not reach (other machines, some network disks) only age tells.
constexpr double surely_over_by_now_s = 24 * 3600;

std::string host_name() {
    char name[256] = {};
    if (::gethostname(name, sizeof name - 1) != 0) return "here";
    std::string host = std::string(name).substr(0, 64);
    for (char& c : host)
        if (c == '/' || c == '.') c = '_';
    return host;
}

struct Owner {
    std::string host;
    pid_t process = 0;
};

std::optional<Owner> owner_of(std::string_view name) {
    if (name.substr(0, beginning.size()) != beginning) return std::nullopt;
    name.remove_prefix(beginning.size());
    const std::size_t random = name.rfind('-');
    if (random == std::string_view::npos || random == 0) return std::nullopt;
    const std::size_t process = name.rfind('-', random - 1);
    if (process == std::string_view::npos) return std::nullopt;
    Owner owner{std::string(name.substr(0, process)), 0};
    const char *first = name.data() + process + 1, *last = name.data() + random;
    const auto read = std::from_chars(first, last, owner.process);
    if (read.ec != std::errc() || read.ptr != last || owner.process <= 0) return std::nullopt;
    return owner;
}

bool is_left_over(const std::string& path, const Owner& owner) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) return false;
    struct stat status {};
    const bool known = ::fstat(folder, &status) == 0;
    const double age_s = known ? std::difftime(std::time(nullptr), status.st_mtime) : 0.0;
    const bool locked_here = ::flock(folder, LOCK_EX | LOCK_NB) == 0;
    const bool in_use = !locked_here && errno == EWOULDBLOCK;
    ::close(folder);
    if (in_use) return false;
    if (age_s > surely_over_by_now_s) return true;
    if (owner.host != host_name()) return false;
    if (::kill(owner.process, 0) != 0 && errno == ESRCH) return true;
    return locked_here && age_s > surely_locked_by_now_s;  // its number has gone to another process
}

}  // namespace

void remove_left_over(const std::string& folder) {
    std::error_code error;
    std::vector<fs::path> gone;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (const auto owner = owner_of(at->path().filename().string()))
            if (is_left_over(at->path().string(), *owner)) gone.push_back(at->path());
    for (const fs::path& path : gone) fs::remove_all(path, error);
}

city::Result<StagingFolder> StagingFolder::make(const std::string& folder,
                                                const std::string& for_path) {
    remove_left_over(folder);
    std::string path = folder + "/" + std::string(beginning) + host_name() + "-" +
                       std::to_string(::getpid()) + "-XXXXXX";
    if (::mkdtemp(path.data()) == nullptr) return tl::unexpected(cannot_write(for_path, errno));
    const int lock = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock >= 0) (void)::flock(lock, LOCK_EX | LOCK_NB);  // without it, process and age count
    return StagingFolder(std::move(path), lock);
}

StagingFolder::StagingFolder(StagingFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})), lock_(std::exchange(other.lock_, -1)) {}

StagingFolder::~StagingFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
    if (lock_ >= 0) ::close(lock_);
}

}  // namespace files

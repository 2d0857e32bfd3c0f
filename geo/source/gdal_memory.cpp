#include "geo/source/gdal_memory.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <utility>

namespace geo_io {

namespace {

constexpr const char* prefix = "/vsitwinscape/";

// What GDAL holds of a file it has opened.
struct Handle {
    std::shared_ptr<GrowingFile> file;
    std::size_t at = 0;
    GrowingFile::Piece piece;  ///< of the last look: no lock is needed to read that
    bool past_end = false;
};

class Published {
  public:
    void add(const std::string& name, std::shared_ptr<GrowingFile> file) {
        const std::lock_guard lock(mutex_);
        files_[name] = std::move(file);
    }
    void remove(const std::string& name) {
        const std::lock_guard lock(mutex_);
        files_.erase(name);
    }
    // What lies in a folder, by name: files and folders of the next level.
    std::set<std::string> in_folder(std::string folder) const {
        if (!folder.ends_with('/')) folder += '/';
        const std::lock_guard lock(mutex_);
        std::set<std::string> found;
        for (auto at = files_.lower_bound(folder);
             at != files_.end() && at->first.starts_with(folder); ++at)
            found.insert(at->first.substr(folder.size(),
                                          at->first.find('/', folder.size()) - folder.size()));
        return found;
    }
    std::shared_ptr<GrowingFile> find(const std::string& name) const {
        const std::lock_guard lock(mutex_);
        const auto found = files_.find(name);
        return found == files_.end() ? nullptr : found->second;
    }

  private:
    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<GrowingFile>> files_;
};

Published& published() {
    static Published files;
    return files;
}

int stat_of(void*, const char* name, VSIStatBufL* status, int) {
    const auto file = published().find(name);
    *status = {};
    if (!file) {
        status->st_mode = S_IFDIR;
        return published().in_folder(name).empty() ? -1 : 0;
    }
    status->st_size = static_cast<decltype(status->st_size)>(file->size());
    status->st_mode = S_IFREG;
    return 0;
}

void* open_file(void*, const char* name, const char* access) {
    if (access[0] != 'r' || std::strchr(access, '+') != nullptr) return nullptr;
    auto file = published().find(name);
    return file ? new Handle{std::move(file), 0, {}, false} : nullptr;
}

vsi_l_offset tell(void* opened) {
    return static_cast<Handle*>(opened)->at;
}

int seek(void* opened, vsi_l_offset offset, int whence) {
    Handle& handle = *static_cast<Handle*>(opened);
    handle.past_end = false;
    handle.at = static_cast<std::size_t>(offset) + (whence == SEEK_CUR   ? handle.at
                                                    : whence == SEEK_END ? handle.file->size()
                                                                         : 0);
    return 0;
}

std::size_t read(void* opened, void* into, std::size_t size, std::size_t count) {
    Handle& handle = *static_cast<Handle*>(opened);
    const std::size_t wanted = size * count,
                      end = handle.at +
                            std::min(wanted, handle.file->size() -
                                                 std::min(handle.at, handle.file->size()));
    std::size_t got = 0;
    while (handle.at < end) {
        GrowingFile::Piece& piece = handle.piece;
        if (handle.at < piece.first || handle.at >= piece.end)
            piece = handle.file->piece_at(handle.at, end);
        if (handle.at < piece.first || handle.at >= piece.end) break;
        const std::size_t some = std::min(end, piece.end) - handle.at;
        std::memcpy(static_cast<std::uint8_t*>(into) + got,
                    piece.bytes.get() + (handle.at - piece.first), some);
        got += some;
        handle.at += some;
    }
    handle.past_end = got < wanted;
    return size == 0 ? 0 : got / size;
}

int at_end(void* opened) {
    return static_cast<Handle*>(opened)->past_end ? 1 : 0;
}

int close_file(void* opened) {
    delete static_cast<Handle*>(opened);
    return 0;
}

// GDAL frees the list and its texts.
char** read_folder(void*, const char* name, int) {
    char** list = nullptr;
    for (const std::string& found : published().in_folder(name))
        list = CSLAddString(list, found.c_str());
    return list;
}

bool install() {
    VSIFilesystemPluginCallbacksStruct* callbacks = VSIAllocFilesystemPluginCallbacksStruct();
    callbacks->stat = stat_of;
    callbacks->read_dir = read_folder;
    callbacks->open = open_file;
    callbacks->tell = tell;
    callbacks->seek = seek;
    callbacks->read = read;
    callbacks->eof = at_end;
    callbacks->close = close_file;
    const bool installed = VSIInstallPluginHandler(prefix, callbacks) == 0;
    VSIFreeFilesystemPluginCallbacksStruct(callbacks);
    return installed;
}

}  // namespace

std::string publish(const std::string& name, std::shared_ptr<GrowingFile> file) {
    static const bool installed = install();
    if (!installed) return "";
    published().add(name, std::move(file));
    return prefix + name;
}

std::string gdal_memory_path(const std::string& name) {
    return prefix + name;
}

void withdraw(const std::string& path) {
    if (path.starts_with(prefix)) published().remove(path.substr(std::strlen(prefix)));
}

}  // namespace geo_io

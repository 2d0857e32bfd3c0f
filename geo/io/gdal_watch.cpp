#include "geo/io/gdal_watch.h"

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>

namespace geo_io {

namespace {

constexpr const char* prefix = "/vsitwinscape_out/";

std::mutex errors_mutex;
std::map<std::string, int> errors;  ///< by the path of the file

void remember(const std::string& path, int error_number) {
    const std::lock_guard lock(errors_mutex);
    errors.emplace(path, error_number != 0 ? error_number : EIO);
}

struct WatchedFile {
    std::string path;
    std::FILE* file;
    enum class Last { seek, read, write } last = Last::seek;

    // The C library wants a seek between reading and writing.
    void about_to(Last what) {
        if (last != what && last != Last::seek) (void)::fseeko(file, 0, SEEK_CUR);
        last = what;
    }
};

WatchedFile& of(void* handle) {
    return *static_cast<WatchedFile*>(handle);
}

void* open_file(void*, const char* path, const char* access) {
    std::FILE* file = std::fopen(path, access);
    if (file == nullptr) {
        const bool for_writing =
            access[0] != 'r' || std::string(access).find('+') != std::string::npos;
        if (for_writing && errno != ENOENT) remember(path, errno);
        return nullptr;
    }
    return new WatchedFile{path, file};
}

vsi_l_offset tell(void* handle) {
    return static_cast<vsi_l_offset>(::ftello(of(handle).file));
}

int seek(void* handle, vsi_l_offset offset, int whence) {
    of(handle).last = WatchedFile::Last::seek;
    // Seeking writes what was kept back.
    if (::fseeko(of(handle).file, static_cast<off_t>(offset), whence) == 0) return 0;
    remember(of(handle).path, errno);
    return -1;
}

std::size_t read(void* handle, void* to, std::size_t size, std::size_t count) {
    of(handle).about_to(WatchedFile::Last::read);
    return std::fread(to, size, count, of(handle).file);
}

std::size_t write(void* handle, const void* from, std::size_t size, std::size_t count) {
    of(handle).about_to(WatchedFile::Last::write);
    const std::size_t written = std::fwrite(from, size, count, of(handle).file);
    if (written != count) remember(of(handle).path, errno);
    return written;
}

int at_end(void* handle) {
    return std::feof(of(handle).file);
}

int flush(void* handle) {
    if (std::fflush(of(handle).file) == 0) return 0;
    remember(of(handle).path, errno);
    return -1;
}

int truncate(void* handle, vsi_l_offset size) {
    if (flush(handle) == 0 && ::ftruncate(fileno(of(handle).file), static_cast<off_t>(size)) == 0)
        return 0;
    remember(of(handle).path, errno);
    return -1;
}

int close_file(void* handle) {
    const std::unique_ptr<WatchedFile> file(static_cast<WatchedFile*>(handle));
    const bool failed_before = std::ferror(file->file) != 0;
    if (std::fclose(file->file) == 0 && !failed_before) return 0;
    remember(file->path, errno);
    return -1;
}

void install() {
    VSIFilesystemPluginCallbacksStruct* calls = VSIAllocFilesystemPluginCallbacksStruct();
    calls->open = open_file;
    calls->tell = tell;
    calls->seek = seek;
    calls->read = read;
    calls->write = write;
    calls->eof = at_end;
    calls->flush = flush;
    calls->truncate = truncate;
    calls->close = close_file;
    calls->stat = [](void*, const char* path, VSIStatBufL* status, int flags) {
        return VSIStatExL(path, status, flags);
    };
    calls->unlink = [](void*, const char* path) { return VSIUnlink(path); };
    calls->rename = [](void*, const char* from, const char* to) { return VSIRename(from, to); };
    calls->mkdir = [](void*, const char* path, long mode) { return VSIMkdir(path, mode); };
    calls->rmdir = [](void*, const char* path) { return VSIRmdir(path); };
    calls->read_dir = [](void*, const char* path, int most) { return VSIReadDirEx(path, most); };
    VSIInstallPluginHandler(prefix, calls);
    VSIFreeFilesystemPluginCallbacksStruct(calls);
}

}  // namespace

std::string watched(const std::string& path) {
    static std::once_flag once;
    std::call_once(once, install);
    return prefix + path;
}

int take_write_error(const std::string& folder) {
    const std::lock_guard lock(errors_mutex);
    int first = 0;
    for (auto at = errors.begin(); at != errors.end();) {
        if (at->first.rfind(folder + "/", 0) != 0) {
            ++at;
            continue;
        }
        if (first == 0) first = at->second;
        at = errors.erase(at);
    }
    return first;
}

}  // namespace geo_io

#include "geo/files/text_input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <string_view>

#include "geo/files/utf8_text.h"

namespace files {

namespace {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    operator int() const { return number_; }

  private:
    int number_;
};

const char* kind_in_words(mode_t mode) {
    switch (mode & S_IFMT) {
        case S_IFDIR:
            return "a folder";
        case S_IFIFO:
            return "a pipe";
        case S_IFSOCK:
            return "a socket";
        case S_IFCHR:
        case S_IFBLK:
            return "a device";
        default:
            return "something else";
    }
}

city::Result<void> regular(const struct stat& status, const std::string& path,
                           const std::string& what) {
    if (S_ISREG(status.st_mode)) return {};
    return city::fail(what + " must be a regular file, this is " + kind_in_words(status.st_mode) +
                      ": " + path);
}

tl::unexpected<city::Error> cannot_look(const std::string& path, const std::string& what,
                                        int error_number) {
    struct stat link {};
    const std::string where = ": " + path;
    if (error_number == ELOOP) return city::fail(what + " is a link that leads to itself" + where);
    if (error_number == ENOENT || error_number == ENOTDIR) {
        if (::lstat(path.c_str(), &link) == 0 && S_ISLNK(link.st_mode))
            return city::fail(what + " is a link to something that is not there" + where);
        return city::fail(what + " is not there: there is no such file" + where);
    }
    return city::fail(what + " cannot be read: " + std::strerror(error_number) + where);
}

}  // namespace

city::Result<void> must_be_regular(const std::string& path, const std::string& what) {
    if (path.find('\0') != std::string::npos)
        return city::fail(what + " has a name with a zero byte in it");
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return cannot_look(path, what, errno);
    return regular(status, path, what);
}

city::Result<std::string> read_bytes(const std::string& path, const std::string& what,
                                     std::size_t most_bytes) {
    if (auto ok = must_be_regular(path, what); !ok) return tl::unexpected(ok.error());
    // Asked again of what was opened: it may have become another thing in between, and opening a
    // pipe would wait for its writer.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file < 0) return cannot_look(path, what, errno);
    struct stat status {};
    if (::fstat(file, &status) != 0) return cannot_look(path, what, errno);
    if (auto ok = regular(status, path, what); !ok) return tl::unexpected(ok.error());
    const auto too_large = [&] {
        return city::fail(what + " is too large: it may have " + std::to_string(most_bytes >> 20) +
                          " MB at most: " + path);
    };
    const auto claimed = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
    if (claimed > most_bytes) return too_large();
    std::string bytes;
    try {
        bytes.resize(claimed + 1);  // one more, to see the end
        std::size_t there = 0;
        while (true) {
            const ssize_t got = ::read(file, bytes.data() + there, bytes.size() - there);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return cannot_look(path, what, errno);
            there += static_cast<std::size_t>(got);
            if (got == 0) break;
            if (there > most_bytes) return too_large();
            // Files of /proc have no size until they are read.
            if (there == bytes.size()) bytes.resize(std::min(2 * there + 4096, most_bytes + 1));
        }
        bytes.resize(there);
    } catch (const std::bad_alloc&) {
        return city::fail(what + " is larger than the memory that is left: " + path);
    }
    return bytes;
}

city::Result<std::string> read_utf8(const std::string& path, const std::string& what,
                                    std::size_t most_bytes) {
    auto text = read_bytes(path, what, most_bytes);
    if (!text) return text;
    if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
    if (const auto at = first_not_utf8(*text)) {
        const auto line =
            1 + std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(*at), '\n');
        const bool zero = (*text)[*at] == '\0';
        return city::fail(path + ":" + std::to_string(line) + ": " +
                          (zero ? what + " is no text: it holds a zero byte here"
                                : what + " is not UTF-8 here: save it as UTF-8"));
    }
    return text;
}

}  // namespace files

#include "geo/files/cannot_write.h"

#include <cerrno>
#include <system_error>

namespace files {

namespace {

std::string reason(int error_number) {
    switch (error_number) {
        case ENOSPC:
            return "the disk is full: make room there or choose another folder";
        case EDQUOT:
            return "the quota on that disk is used up: make room or choose another folder";
        case EFBIG:
            return "the file would be larger than is allowed here: see ulimit -f, or choose "
                   "another disk";
        case EACCES:
        case EPERM:
            return "no permission: choose another folder or file";
        case EROFS:
            return "that disk is read-only: choose another folder";
        case ENOENT:
        case ENOTDIR:
            return "the folder is not there: make it or choose another";
        case EISDIR:
            return "that is a folder: name a file in it";
        case ENAMETOOLONG:
            return "the name is too long";
        case EIO:
            return "the disk reports an error: choose another and check this one";
        default:
            return std::generic_category().message(error_number);
    }
}

}  // namespace

city::Error cannot_write(const std::string& path, int error_number) {
    return {"cannot write " + path + ": " + reason(error_number)};
}

}  // namespace files

#pragma once

#include <cstddef>
#include <string>

#include "geo/city/result.h"

namespace files {

/// Nothing when `path` is an ordinary file (or a link to one); else an Error that says what it is
/// instead: a folder, a pipe, a device, a socket, a link to nothing, not there. `what` is what it
/// should have been, for the message: "the weather file".
city::Result<void> must_be_regular(const std::string& path, const std::string& what);

/// All bytes of an ordinary file of at most `most_bytes`. Never waits for a pipe and never reads
/// more than that, whatever the file says of its size. Errors as above, and one for what is larger.
city::Result<std::string> read_bytes(const std::string& path, const std::string& what,
                                     std::size_t most_bytes);

/// The same for a text that must be UTF-8 (a byte order mark is taken off): an Error names the
/// first line that is not, and one that holds a zero byte.
city::Result<std::string> read_utf8(const std::string& path, const std::string& what,
                                    std::size_t most_bytes);

}  // namespace files

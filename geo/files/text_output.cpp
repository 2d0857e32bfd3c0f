#include "geo/files/text_output.h"

#include <cerrno>
#include <cstdio>

#include "geo/files/cannot_write.h"
#include "geo/files/outputs.h"
#include "geo/files/utf8_text.h"

namespace files {

namespace {

city::Result<void> write_stdout(const std::string& text) {
    errno = 0;
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (written && std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
    if (errno == EPIPE) return city::fail(closed_pipe);
    return tl::unexpected(cannot_write("to standard output", errno));
}

}  // namespace

city::Result<void> write_text(const std::string& path, const std::string& text) {
    const std::string harmless = harmless_lines(text);
    if (path.empty() || path == "-") return write_stdout(harmless);
    Outputs outputs;
    if (auto written = outputs.write(path, harmless); !written) return written;
    return outputs.commit();
}

}  // namespace files

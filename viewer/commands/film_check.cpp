#include "viewer/commands/film_check.h"

#include <fstream>

#include "viewer/commands/ffmpeg_process.h"

namespace viewer {

namespace {

int last_byte(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    file.seekg(-1, std::ios::end);
    return file.get();
}

}  // namespace

city::Result<void> is_whole_film(const std::string& path, std::size_t frame_count) {
    auto reading = FfmpegProcess::start({"-hide_banner", "-nostdin", "-loglevel", "error",
                                         "-nostats", "-progress", "pipe:1", "-i", path, "-map",
                                         "0:v", "-c", "copy", "-f", "null", "-"});
    if (!reading) return tl::unexpected(reading.error());
    reading->close_input();
    if (!reading->end()) return city::fail("the film cannot be read again");
    std::string frames;
    for (const std::string& line : reading->said())
        if (line.rfind("frame=", 0) == 0) frames = line.substr(6);
    // A GIF may join frames that are alike, but has a last byte.
    constexpr int gif_trailer = 0x3B;
    const bool gif = path.size() > 4 && path.compare(path.size() - 4, 4, ".gif") == 0;
    if (gif ? last_byte(path) != gif_trailer : frames != std::to_string(frame_count))
        return city::fail("the film in the file is cut short (" + frames + " frames of " +
                          std::to_string(frame_count) + ")");
    return {};
}

}  // namespace viewer

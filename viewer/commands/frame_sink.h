#pragma once

#include <memory>
#include <string>

#include <glm/vec2.hpp>

#include "geo/city/result.h"
#include "render/image.h"

namespace viewer {

/// Where the frames of a video go, in order. What was begun but not finished leaves nothing behind.
class FrameSink {
  public:
    virtual ~FrameSink() = default;
    virtual city::Result<void> take(render::Image frame) = 0;
    virtual city::Result<void> finish() = 0;
};

/// frame-00001.png, frame-00002.png... in a folder, which is made when it is not there.
city::Result<std::unique_ptr<FrameSink>> png_sequence(const std::string& folder);

/// .mp4 (H.264), .webm (VP9) or .gif through the program ffmpeg, which gets the frames through a
/// pipe. The file has a temporary name until the encoder has ended well.
city::Result<std::unique_ptr<FrameSink>> ffmpeg_video(const std::string& path, glm::ivec2 size_px,
                                                      int frames_per_second);
/// What can be said before anything is loaded: the kind of file, a size that it can hold, and that
/// ffmpeg is there.
city::Result<void> check_ffmpeg_video(const std::string& path, glm::ivec2 size_px);

}  // namespace viewer

#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "geo/files/cannot_write.h"
#include "geo/files/outputs.h"
#include "viewer/commands/ffmpeg_process.h"
#include "viewer/commands/film_check.h"
#include "viewer/commands/frame_sink.h"

namespace viewer {

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr std::size_t frames_ahead = 3;  // drawn while the encoder is still busy with those before

// How each kind of file is encoded; empty when we do not know the kind.
Words encoding_for(const std::string& extension) {
    // Video players take colours to be BT.709 from the size alone: say so, and convert so.
    const Words bt709{"-vf",
                      "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
                      "-colorspace",
                      "bt709",
                      "-color_primaries",
                      "bt709",
                      "-color_trc",
                      "bt709"};
    Words words;
    if (extension == ".mp4") {
        words = {"-c:v", "libx264", "-preset", "medium", "-crf", "18", "-movflags", "+faststart"};
        words.insert(words.end(), bt709.begin(), bt709.end());
        words.insert(words.end(), {"-f", "mp4"});
    } else if (extension == ".webm") {
        words = {"-c:v",    "libvpx-vp9", "-crf",      "28",   "-b:v",      "0",
                 "-row-mt", "1",          "-deadline", "good", "-cpu-used", "4"};
        words.insert(words.end(), bt709.begin(), bt709.end());
        words.insert(words.end(), {"-f", "webm"});
    } else if (extension == ".gif") {
        // A palette for each frame: no need to keep them all for one palette of the whole.
        words = {"-filter_complex",
                 "[0:v]split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1:"
                 "dither=bayer:bayer_scale=4",
                 "-loop",
                 "0",
                 "-f",
                 "gif"};
    }
    return words;
}

bool on_path(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::string rest = path == nullptr ? "/usr/bin:/bin" : path;
    for (std::size_t at = 0; at <= rest.size();) {
        const std::size_t end = std::min(rest.find(':', at), rest.size());
        if (access((rest.substr(at, end - at) + "/" + program).c_str(), X_OK) == 0) return true;
        at = end + 1;
    }
    return false;
}

class FfmpegVideo : public FrameSink {
  public:
    FfmpegVideo(files::Outputs outputs, files::OutputPath out, FfmpegProcess ffmpeg)
        : outputs_(std::move(outputs)),
          out_(std::move(out)),
          ffmpeg_(std::move(ffmpeg)),
          writer_([this](const std::stop_token& stop) { write_frames(stop); }) {}
    ~FfmpegVideo() override {
        ffmpeg_.kill();  // first, so that a write that waits for it ends
        end_input();
    }

    city::Result<void> take(render::Image frame) override {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [this] { return frames_.size() < frames_ahead || failed_; });
        if (failed_) {
            lock.unlock();
            return stopped_early();
        }
        frames_.push_back(std::move(frame));
        ++frame_count_;
        more_.notify_one();
        return {};
    }

    // On a full disk ffmpeg cuts the film short, says so and ends well all the same: a word of it
    // is a failure, and the film is read again.
    city::Result<void> finish() override {
        end_input();
        if (failed_ || !ffmpeg_.end() || !ffmpeg_.said().empty()) return stopped_early();
        if (auto whole = is_whole_film(out_.temporary, frame_count_); !whole)
            return city::fail("cannot write " + out_.path + ": " + whole.error().message);
        return outputs_.commit();
    }

  private:
    void write_frames(const std::stop_token& stop) {
        for (;;) {
            std::unique_lock lock(mutex_);
            more_.wait(lock, stop, [this] { return !frames_.empty(); });
            if (frames_.empty()) return;  // asked to stop, and all is written
            const render::Image frame = std::move(frames_.front());
            frames_.pop_front();
            room_.notify_one();
            lock.unlock();
            if (write_all(frame.rgba)) continue;
            lock.lock();
            failed_ = true;
            frames_.clear();
            room_.notify_one();
            return;
        }
    }
    bool write_all(const std::vector<std::uint8_t>& bytes) const {
        for (std::size_t at = 0; at < bytes.size();) {
            const ssize_t written = ::write(ffmpeg_.input(), bytes.data() + at, bytes.size() - at);
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return false;
            at += static_cast<std::size_t>(written);
        }
        return true;
    }
    void end_input() {
        writer_.request_stop();
        if (writer_.joinable()) writer_.join();
        ffmpeg_.close_input();
    }
    // The last line that ffmpeg wrote says best what it did not like.
    city::Result<void> stopped_early() {
        end_input();
        (void)ffmpeg_.end();
        std::string last = "it stopped without a word";
        for (std::string& line : ffmpeg_.said()) {
            // Its own words name the temporary file.
            if (line.find(std::strerror(ENOSPC)) != std::string::npos)
                return tl::unexpected(files::cannot_write(out_.path, ENOSPC));
            if (line.find(std::strerror(EFBIG)) != std::string::npos)
                return tl::unexpected(files::cannot_write(out_.path, EFBIG));
            last = std::move(line);
        }
        return city::fail("ffmpeg could not make the video: " + last + ": " + out_.path);
    }

    files::Outputs outputs_;
    files::OutputPath out_;
    FfmpegProcess ffmpeg_;
    std::size_t frame_count_ = 0;
    std::mutex mutex_;
    std::condition_variable_any more_, room_;
    std::deque<render::Image> frames_;
    bool failed_ = false;
    std::jthread writer_;  ///< last: it ends before what it uses
};

}  // namespace

city::Result<void> check_ffmpeg_video(const std::string& path, glm::ivec2 size_px) {
    const std::string extension = fs::path(path).extension().string();
    if (encoding_for(extension).empty())
        return city::fail("a video is an .mp4, .webm or .gif, not '" + path + "'");
    if (extension != ".gif" && (size_px.x % 2 != 0 || size_px.y % 2 != 0))
        return city::fail("width and height of an " + extension + " are even numbers, not " +
                          std::to_string(size_px.x) + "x" + std::to_string(size_px.y));
    if (!on_path("ffmpeg"))
        return city::fail(
            "videos need the program ffmpeg: install it (Debian, Ubuntu: apt install ffmpeg), or "
            "write single pictures with --frames FOLDER");
    return {};
}

city::Result<std::unique_ptr<FrameSink>> ffmpeg_video(const std::string& path, glm::ivec2 size_px,
                                                      int frames_per_second) {
    if (auto checked = check_ffmpeg_video(path, size_px); !checked)
        return tl::unexpected(checked.error());
    files::Outputs outputs;
    const auto out = outputs.add(path);
    if (!out) return tl::unexpected(out.error());
    Words words{"-hide_banner",
                "-nostdin",
                "-loglevel",
                "error",
                "-y",
                "-f",
                "rawvideo",
                "-pixel_format",
                "rgb0",
                "-video_size",
                std::to_string(size_px.x) + "x" + std::to_string(size_px.y),
                "-framerate",
                std::to_string(frames_per_second),
                "-i",
                "pipe:0",
                "-an"};
    const Words encoding = encoding_for(fs::path(path).extension().string());
    words.insert(words.end(), encoding.begin(), encoding.end());
    words.push_back(out->temporary);
    auto ffmpeg = FfmpegProcess::start(std::move(words));
    if (!ffmpeg) return tl::unexpected(ffmpeg.error());
    return std::make_unique<FfmpegVideo>(std::move(outputs), *out, std::move(*ffmpeg));
}

}  // namespace viewer

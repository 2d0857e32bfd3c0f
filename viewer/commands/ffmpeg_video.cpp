#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "viewer/commands/frame_sink.h"

extern char** environ;

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
    FfmpegVideo(std::string path, std::string temporary, pid_t process, int pipe, std::FILE* said)
        : path_(std::move(path)),
          temporary_(std::move(temporary)),
          process_(process),
          pipe_(pipe),
          said_(said),
          writer_([this](const std::stop_token& stop) { write_frames(stop); }) {}
    ~FfmpegVideo() override {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);  // first, so that a write that waits for it ends
            close_pipe();
            (void)end();
        }
        std::fclose(said_);
        std::error_code ignored;
        fs::remove(temporary_, ignored);
    }

    city::Result<void> take(render::Image frame) override {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [this] { return frames_.size() < frames_ahead || failed_; });
        if (failed_) {
            lock.unlock();
            return stopped_early();
        }
        frames_.push_back(std::move(frame));
        more_.notify_one();
        return {};
    }

    city::Result<void> finish() override {
        close_pipe();
        if (failed_ || !end()) return stopped_early();
        std::error_code error;
        fs::rename(temporary_, path_, error);
        if (error) return city::fail("cannot write the video: " + error.message() + ": " + path_);
        return {};
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
            const ssize_t written = ::write(pipe_, bytes.data() + at, bytes.size() - at);
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return false;
            at += static_cast<std::size_t>(written);
        }
        return true;
    }
    void close_pipe() {
        writer_.request_stop();
        if (writer_.joinable()) writer_.join();
        if (pipe_ >= 0) ::close(std::exchange(pipe_, -1));
    }
    // True when the encoder has ended well.
    bool end() {
        int status = 0;
        const pid_t process = std::exchange(process_, 0);
        while (process > 0 && ::waitpid(process, &status, 0) < 0 && errno == EINTR) {
        }
        return process > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    city::Result<void> stopped_early() {
        close_pipe();
        if (process_ > 0) (void)end();
        // The last line that ffmpeg wrote says best what it did not like.
        std::string last, line;
        std::rewind(said_);
        for (int c = std::fgetc(said_);; c = std::fgetc(said_)) {
            if (c != EOF && c != '\n')
                line += static_cast<char>(c);
            else if (!line.empty())
                last = std::exchange(line, {});
            if (c == EOF) break;
        }
        return city::fail("ffmpeg could not make the video: " +
                          (last.empty() ? std::string("it stopped without a word") : last) + ": " +
                          path_);
    }

    std::string path_, temporary_;
    pid_t process_;
    int pipe_;
    std::FILE* said_;
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
    const std::string temporary = path + ".part";
    Words words{"ffmpeg",
                "-hide_banner",
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
    words.push_back(temporary);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    int ends[2] = {-1, -1};
    std::FILE* said = std::tmpfile();
    if (said == nullptr || ::pipe2(ends, O_CLOEXEC) != 0) {
        if (said != nullptr) std::fclose(said);
        return city::fail(std::string("cannot start ffmpeg: ") + std::strerror(errno));
    }
    std::signal(SIGPIPE, SIG_IGN);  // an encoder that dies is told by write()
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(said), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(said), STDERR_FILENO);
    // A group of its own: Ctrl-C is for us, who then end it and remove what it wrote.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    pid_t process = 0;
    const int error =
        ::posix_spawnp(&process, "ffmpeg", &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    ::close(ends[0]);
    if (error != 0) {
        ::close(ends[1]);
        std::fclose(said);
        return city::fail(std::string("cannot start ffmpeg: ") + std::strerror(error));
    }
    return std::make_unique<FfmpegVideo>(path, temporary, process, ends[1], said);
}

}  // namespace viewer

// twinscape video CITY [CITY] --out F.mp4: a film of one or two cities, with no display needed.
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <memory>

#include "render/frame_reader.h"
#include "render/picture_target.h"
#include "viewer/commands/frame_sink.h"
#include "viewer/commands/stage.h"
#include "viewer/commands/video_path.h"
#include "viewer/commands/window_commands.h"

namespace viewer {

namespace {

using Clock = std::chrono::steady_clock;

struct Options {
    PictureArguments picture;
    std::string out, frames, bookmarks, path = "orbit";
    int fps = 30;
    double seconds = 10.0;
};

VideoStart start_of(const Stage& stage) {
    VideoStart start;
    start.state = stage.state;
    for (std::size_t c = 0; c < stage.shown(); ++c) {
        start.low_local[c] = stage.slots[c].data->mesh.home_low;
        start.high_local[c] = stage.slots[c].data->mesh.home_high;
    }
    return start;
}

// One line a second: where it is and how fast it goes.
class ProgressLine {
  public:
    explicit ProgressLine(int count) : count_(count) {}
    void tell(int drawn) {
        const auto now = Clock::now();
        if (now - last_ < std::chrono::seconds(1)) return;
        last_ = now;
        const double so_far_s = std::chrono::duration<double>(now - start_).count();
        spdlog::info("video: frame {} of {}, {:.1f} frames/s", drawn, count_, drawn / so_far_s);
    }

  private:
    int count_;
    Clock::time_point start_ = Clock::now(), last_ = start_;
};

city::Result<void> film(Stage& stage, const VideoPath& path, const Options& options, int count,
                        FrameSink& sink, const commands::CommandLine& line) {
    const glm::ivec2 size = stage.size_px();
    const render::PicturePart whole{{0, 0}, size};
    const auto target =
        render::PictureTarget::make(size, options.picture.samples, options.picture.supersample);
    if (!target) return tl::unexpected(target.error());
    render::FrameReader reader(size);
    render::Image frame;
    ProgressLine progress(count);
    for (int k = 0; k < count; ++k) {
        if (line.stop.stop_requested()) return city::fail(city::cancelled_message);
        stage.refresh(path.step(stage.state, share_of_frame(k, count, path.closed)));
        stage.draw(whole, options.picture.supersample, false, target->begin());
        target->finish({0, 0}, size);
        stage.lay_out_panels();
        stage.draw_panels(whole);
        if (!stage.renderer().problem().empty())
            return city::fail("drawing failed: " + stage.renderer().problem());
        if (reader.read(target->finished(), frame))
            if (auto taken = sink.take(std::move(frame)); !taken) return taken;
        progress.tell(k + 1);
    }
    if (reader.last(frame))
        if (auto taken = sink.take(std::move(frame)); !taken) return taken;
    return sink.finish();
}

int run(const Options& options, const commands::CommandLine& line) {
    const auto size = size_of(options.picture);
    if (!size) return commands::exit_code_of(size.error());
    const int count = static_cast<int>(std::lround(options.seconds * options.fps));
    if (count < 1)
        return commands::exit_code_of(
            {"a video has a frame at least: --seconds times --fps is less than one"});
    // Said before a large city is loaded for nothing.
    if (!options.out.empty())
        if (auto checked = check_ffmpeg_video(options.out, *size); !checked)
            return commands::exit_code_of(checked.error());
    auto opened = Stage::open(options.picture, line);
    if (!opened) return commands::exit_code_of(opened.error());
    Stage& stage = **opened;
    VideoStart start = start_of(stage);
    start.bookmark_file = options.bookmarks;
    const auto path = video_path(options.path, start);
    if (!path) return commands::exit_code_of(path.error());
    auto sink = options.out.empty() ? png_sequence(options.frames)
                                    : ffmpeg_video(options.out, *size, options.fps);
    if (!sink) return commands::exit_code_of(sink.error());
    const auto made = film(stage, *path, options, count, **sink, line);
    return made ? commands::done : commands::exit_code_of(made.error());
}

}  // namespace

void add_video_command(CLI::App& app, commands::CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("video", "a film of one or two cities, with no display needed");
    add_picture_arguments(*command, options->picture);
    auto* out = command->add_option("--out", options->out,
                                    "the film (.mp4, .webm, .gif); needs the program ffmpeg");
    auto* frames = command->add_option("--frames", options->frames,
                                       "a folder for frame-00001.png... instead; needs no ffmpeg");
    out->excludes(frames);
    command->add_option("--fps", options->fps, "frames a second")->check(CLI::Range(1, 120));
    command->add_option("--seconds", options->seconds, "length")->check(CLI::Range(0.01, 3600.0));
    command
        ->add_option(
            "--path", options->path,
            "what moves: orbit, flyover, bookmarks (of --bookmarks), day, year (at the hour of "
            "--time), months (twelve typical days), or scenario (from today to --scenario)")
        ->check(CLI::IsMember(video_path_names()));
    command->add_option(
        "--bookmarks", options->bookmarks,
        "a bookmark file as the window saves it (.toml); the path is 'bookmarks' then");
    command->callback([options, &line] {
        if (options->out.empty() && options->frames.empty())
            throw CLI::ValidationError("--out",
                                       "name the film with --out F.mp4, or a folder with --frames");
        if (!options->bookmarks.empty()) options->path = "bookmarks";
        line.run = [options](const commands::CommandLine& parsed) { return run(*options, parsed); };
    });
}

}  // namespace viewer

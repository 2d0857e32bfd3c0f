#include <fmt/format.h>

#include <filesystem>
#include <future>
#include <vector>

#include "render/png_writer.h"
#include "viewer/commands/frame_sink.h"

namespace viewer {

namespace {

namespace fs = std::filesystem;

city::Result<void> write(const render::Image& frame, const std::string& path) {
    auto png = render::PngWriter::open(path, frame.width, frame.height, false);
    if (!png) return tl::unexpected(png.error());
    if (auto rows = png->rows(frame); !rows) return rows;
    return png->finish();
}

class PngSequence : public FrameSink {
  public:
    explicit PngSequence(fs::path folder) : folder_(std::move(folder)) {}
    ~PngSequence() override {
        if (writing_.valid()) writing_.wait();
        std::error_code ignored;
        if (!finished_)
            for (const fs::path& path : written_) fs::remove(path, ignored);
    }

    // One frame is compressed while the next one is drawn.
    city::Result<void> take(render::Image frame) override {
        if (auto before = wait(); !before) return before;
        written_.push_back(folder_ / fmt::format("frame-{:05d}.png", written_.size() + 1));
        writing_ = std::async(std::launch::async,
                              [frame = std::move(frame), path = written_.back().string()] {
                                  return write(frame, path);
                              });
        return {};
    }
    city::Result<void> finish() override {
        auto last = wait();
        finished_ = last.has_value();
        return last;
    }

  private:
    city::Result<void> wait() { return writing_.valid() ? writing_.get() : city::Result<void>(); }
    fs::path folder_;
    std::vector<fs::path> written_;
    std::future<city::Result<void>> writing_;
    bool finished_ = false;
};

}  // namespace

city::Result<std::unique_ptr<FrameSink>> png_sequence(const std::string& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return city::fail("cannot make the folder: " + error.message() + ": " + folder);
    return std::make_unique<PngSequence>(folder);
}

}  // namespace viewer

#include <fmt/format.h>

#include <future>

#include "geo/files/outputs.h"
#include "render/png_writer.h"
#include "viewer/commands/frame_sink.h"

namespace viewer {

namespace {

city::Result<void> write(const render::Image& frame, const files::OutputPath& out) {
    auto png = render::PngWriter::open(out, frame.width, frame.height, false);
    if (!png) return tl::unexpected(png.error());
    if (auto rows = png->rows(frame); !rows) return rows;
    return png->finish();
}

class PngSequence : public FrameSink {
  public:
    PngSequence(std::string folder, files::Outputs outputs)
        : folder_(std::move(folder)), outputs_(std::move(outputs)) {}
    ~PngSequence() override {
        if (writing_.valid()) writing_.wait();
    }

    // One frame is compressed while the next one is drawn.
    city::Result<void> take(render::Image frame) override {
        if (auto before = wait(); !before) return before;
        const auto out = outputs_.add(folder_ + fmt::format("/frame-{:05d}.png", ++count_));
        if (!out) return tl::unexpected(out.error());
        writing_ = std::async(std::launch::async,
                              [frame = std::move(frame), out = *out] { return write(frame, out); });
        return {};
    }
    city::Result<void> finish() override {
        if (auto last = wait(); !last) return last;
        return outputs_.commit();
    }

  private:
    city::Result<void> wait() { return writing_.valid() ? writing_.get() : city::Result<void>(); }
    std::string folder_;
    files::Outputs outputs_;  ///< every frame: the sequence appears whole or not at all
    std::size_t count_ = 0;
    std::future<city::Result<void>> writing_;
};

}  // namespace

city::Result<std::unique_ptr<FrameSink>> png_sequence(const std::string& folder) {
    files::Outputs outputs;
    if (auto made = outputs.make_folder(folder); !made) return tl::unexpected(made.error());
    return std::make_unique<PngSequence>(folder, std::move(outputs));
}

}  // namespace viewer

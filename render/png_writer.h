#pragma once

#include <memory>
#include <string>

#include "geo/city/result.h"
#include "render/image.h"

namespace render {

/// A PNG written band by band, so that the picture need not fit the memory. Under a temporary name
/// until finish(): the file appears whole or not at all.
class PngWriter {
  public:
    /// `alpha`: straight (not premultiplied) alpha is kept; otherwise the file holds RGB alone.
    static city::Result<PngWriter> open(const std::string& path, int width, int height, bool alpha);
    PngWriter(PngWriter&&) noexcept;
    ~PngWriter();

    /// The next rows from the top; as wide as the picture.
    city::Result<void> rows(const Image& band);
    city::Result<void> finish();

  private:
    struct Handles;
    explicit PngWriter(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> handles_;
};

}  // namespace render

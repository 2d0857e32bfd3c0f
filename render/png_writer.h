#pragma once

#include <memory>
#include <string>

#include "geo/city/result.h"
#include "geo/files/outputs.h"
#include "render/image.h"

namespace render {

/// A PNG written band by band, so that the picture need not fit the memory, to the temporary name
/// of an output; its errors name the one that it gets.
class PngWriter {
  public:
    /// `alpha`: straight (not premultiplied) alpha is kept; otherwise the file holds RGB alone.
    static city::Result<PngWriter> open(const files::OutputPath& out, int width, int height,
                                        bool alpha);
    PngWriter(PngWriter&&) noexcept;
    ~PngWriter();

    /// The next rows from the top; as wide as the picture.
    city::Result<void> rows(const Image& band);
    /// Closes the file; files::Outputs::commit() makes it appear.
    city::Result<void> finish();

  private:
    struct Handles;
    explicit PngWriter(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> handles_;
};

}  // namespace render

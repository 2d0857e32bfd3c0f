#include "render/image.h"

#include <png.h>

#include "geo/files/outputs.h"
#include "render/png_writer.h"

namespace render {

city::Result<Image> read_png(const std::string& path) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&png, path.c_str()) == 0)
        return city::fail(std::string("cannot read the picture: ") + png.message + ": " + path);
    png.format = PNG_FORMAT_RGBA;
    Image image{static_cast<int>(png.width), static_cast<int>(png.height),
                std::vector<std::uint8_t>(PNG_IMAGE_SIZE(png))};
    if (png_image_finish_read(&png, nullptr, image.rgba.data(), 0, nullptr) == 0)
        return city::fail(std::string("cannot read the picture: ") + png.message + ": " + path);
    return image;
}

city::Result<void> write_png(const Image& image, const std::string& path) {
    files::Outputs outputs;
    const auto out = outputs.add(path);
    if (!out) return tl::unexpected(out.error());
    auto png = PngWriter::open(*out, image.width, image.height, true);
    if (!png) return tl::unexpected(png.error());
    if (auto rows = png->rows(image); !rows) return rows;
    if (auto finished = png->finish(); !finished) return finished;
    return outputs.commit();
}

}  // namespace render

#include "render/image.h"

#include <png.h>

#include <cstring>
#include <filesystem>

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
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width);
    png.height = static_cast<png_uint_32>(image.height);
    png.format = PNG_FORMAT_RGBA;
    const std::string temporary = path + ".part";
    std::error_code ignored;
    if (png_image_write_to_file(&png, temporary.c_str(), 0, image.rgba.data(), 0, nullptr) == 0) {
        std::filesystem::remove(temporary, ignored);
        return city::fail(std::string("cannot write the picture: ") + png.message + ": " + path);
    }
    std::error_code error;
    std::filesystem::rename(temporary, path, error);
    if (error) return city::fail("cannot write the picture: " + error.message() + ": " + path);
    return {};
}

}  // namespace render

#include "render/png_writer.h"

#include <png.h>

#include <cerrno>
#include <csetjmp>
#include <cstdio>
#include <utility>

#include "geo/files/cannot_write.h"

namespace render {

namespace {

struct Trouble {
    std::FILE* file = nullptr;
    std::string what;
    int error_number = 0;  ///< of the system, when it was a write that failed
};

}  // namespace

struct PngWriter::Handles {
    std::string path;
    std::FILE* file = nullptr;
    Trouble trouble;
    png_structp png = nullptr;
    png_infop info = nullptr;
    bool alpha = false;
    int width = 0;

    ~Handles() {
        if (png != nullptr) png_destroy_write_struct(&png, &info);
        if (file != nullptr) std::fclose(file);
    }
    tl::unexpected<city::Error> failed() const {
        if (trouble.error_number != 0)
            return tl::unexpected(files::cannot_write(path, trouble.error_number));
        return city::fail("cannot write the picture " + path + ": " + trouble.what);
    }
};

namespace {

// libpng leaves by longjmp: nothing with a destructor lives in the functions it jumps out of.
void on_error(png_structp png, png_const_charp what) {
    auto* trouble = static_cast<Trouble*>(png_get_error_ptr(png));
    trouble->error_number = std::ferror(trouble->file) != 0 ? errno : 0;
    trouble->what = what;
    std::longjmp(png_jmpbuf(png), 1);
}
void on_warning(png_structp, png_const_charp) {}

bool write_header(png_structp png, png_infop info, std::FILE* file, int width, int height,
                  bool alpha) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_init_io(png, file);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8,
                 alpha ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_filter(
        png, 0,
        PNG_FILTER_UP);  // close to the best for rendered pictures, and much faster than trying all
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_write_info(png, info);
    if (!alpha) png_set_filler(png, 0, PNG_FILLER_AFTER);
    return true;
}

bool write_row(png_structp png, const std::uint8_t* row) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_write_row(png, row);
    return true;
}

bool write_end(png_structp png, png_infop info) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_write_end(png, info);
    return true;
}

}  // namespace

PngWriter::PngWriter(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
PngWriter::PngWriter(PngWriter&&) noexcept = default;
PngWriter::~PngWriter() = default;

city::Result<PngWriter> PngWriter::open(const files::OutputPath& out, int width, int height,
                                        bool alpha) {
    auto handles = std::make_unique<Handles>();
    handles->path = out.path;
    handles->alpha = alpha;
    handles->width = width;
    handles->file = std::fopen(out.temporary.c_str(), "wb");
    if (handles->file == nullptr) return tl::unexpected(files::cannot_write(out.path, errno));
    handles->trouble.file = handles->file;
    handles->png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, &handles->trouble, on_error, on_warning);
    if (handles->png != nullptr) handles->info = png_create_info_struct(handles->png);
    if (handles->info == nullptr ||
        !write_header(handles->png, handles->info, handles->file, width, height, alpha))
        return handles->failed();
    return PngWriter(std::move(handles));
}

city::Result<void> PngWriter::rows(const Image& band) {
    for (int y = 0; y < band.height; ++y)
        if (!write_row(handles_->png,
                       band.rgba.data() + static_cast<std::size_t>(y) *
                                              static_cast<std::size_t>(handles_->width) * 4))
            return handles_->failed();
    return {};
}

city::Result<void> PngWriter::finish() {
    if (!write_end(handles_->png, handles_->info)) return handles_->failed();
    if (std::fclose(std::exchange(handles_->file, nullptr)) == 0) return {};
    return tl::unexpected(files::cannot_write(handles_->path, errno));
}

}  // namespace render

// Pictures go out band by band, whole or not at all.
#include "render/png_writer.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/file_limit.h"
#include "tests/support/temp_folder.h"

using namespace render;

namespace {

using Names = std::set<std::string>;

// Looks like noise to a compressor.
Image noise(int width, int height) {
    Image image{width, height, {}};
    std::uint32_t state = 1;
    for (int i = 0; i < width * height * 4; ++i)
        image.rgba.push_back(
            static_cast<std::uint8_t>((state = state * 1664525u + 1013904223u) >> 24));
    return image;
}

}  // namespace

TEST_CASE("a PNG written in bands appears whole or not at all", "[render]") {
    const test::TempFolder folder;
    const std::string path = folder.path() + "/p.png";
    const Image band = noise(3, 2);
    {
        files::Outputs outputs;
        const auto out = outputs.add(path);
        REQUIRE(out);
        auto png = PngWriter::open(*out, 3, 4, true);
        REQUIRE(png);
        REQUIRE(png->rows(band));
    }
    CHECK(folder.names().empty());
    files::Outputs outputs;
    const auto out = outputs.add(path);
    REQUIRE(out);
    auto png = PngWriter::open(*out, 3, 4, true);
    REQUIRE(png);
    REQUIRE(png->rows(band));
    REQUIRE(png->rows(band));
    REQUIRE(png->finish());
    REQUIRE(outputs.commit());
    const auto read = read_png(path);
    REQUIRE(read);
    CHECK(read->width == 3);
    CHECK(read->height == 4);
    CHECK(std::equal(band.rgba.begin(), band.rgba.end(), read->rgba.begin() + 24));
    CHECK_FALSE(write_png(band, folder.path() + "/no/such/folder.png"));
}

TEST_CASE("a picture over the file limit: one line, the old one whole, nothing left", "[render]") {
    const test::TempFolder folder;
    const Image image = noise(200, 150);
    REQUIRE(write_png(image, folder.path() + "/whole.png"));
    const std::size_t size = folder.bytes_of("whole.png").size();
    const std::string path = folder.file("p.png", "old");
    for (const std::size_t part : {0, 1, 5, 9}) {
        const test::FileLimit limit(size * part / 10);
        const auto written = write_png(image, path);
        REQUIRE_FALSE(written);
        CHECK(written.error().message.find("cannot write " + path + ": the file would be larger") ==
              0);
        CHECK(folder.names() == Names{"p.png", "whole.png"});
    }
    CHECK(folder.bytes_of("p.png") == "old");
}

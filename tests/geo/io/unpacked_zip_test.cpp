#include "geo/source/unpacked_zip.h"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <gdal_utils.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "geo/io/load_city.h"
#include "geo/source/gdal_setup.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using geo_io::ArchiveBytes;
using geo_io::UnpackedZip;

namespace {

// Two squares of 20 m in Shanghai, with a height.
constexpr const char* two_buildings = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"height":12},"geometry":{"type":"Polygon","coordinates":[[[121.5,31.2],[121.5002,31.2],[121.5002,31.2002],[121.5,31.2002],[121.5,31.2]]]}},
{"type":"Feature","properties":{"height":30},"geometry":{"type":"Polygon","coordinates":[[[121.501,31.2],[121.5012,31.2],[121.5012,31.2002],[121.501,31.2002],[121.501,31.2]]]}}]})";

// The same as a zipped shapefile, which GDAL makes.
std::string zipped(const test::TempFolder& folder) {
    geo_io::set_up_gdal();
    const std::string from = folder.file("two.geojson", two_buildings),
                      to = folder.path() + "/two.shz";
    char format[] = "-f", shapefile[] = "ESRI Shapefile";
    char* arguments[] = {format, shapefile, nullptr};
    GDALDatasetH source = GDALOpenEx(from.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    REQUIRE(source != nullptr);
    GDALVectorTranslateOptions* options = GDALVectorTranslateOptionsNew(arguments, nullptr);
    GDALClose(GDALVectorTranslate(to.c_str(), nullptr, 1, &source, options, nullptr));
    GDALVectorTranslateOptionsFree(options);
    GDALClose(source);
    return to;
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a zipped shapefile is laid out in memory, and gone with the object", "[io][zip]") {
    const test::TempFolder folder;
    std::string shapefile;
    {
        const auto unpacked = UnpackedZip::open(ArchiveBytes{zipped(folder), nullptr});
        REQUIRE(unpacked);
        REQUIRE(unpacked->sets().size() == 1);
        shapefile = unpacked->sets()[0].path;
        VSIStatBufL status;
        CHECK(VSIStatL(shapefile.c_str(), &status) == 0);
    }
    VSIStatBufL status;
    CHECK(VSIStatL(shapefile.c_str(), &status) != 0);
}

TEST_CASE("a zipped shapefile loads as the shapefile in it", "[io][zip]") {
    const test::TempFolder folder;
    geo_io::CitySource source;
    source.city = zipped(folder);
    const auto city = geo_io::load_city(source);
    REQUIRE(city);
    REQUIRE(city->city.buildings.count() == 2);
    CHECK(city->city.buildings.height_m[1] == 30.0f);
    CHECK_THAT(static_cast<double>(city->city.buildings.footprint_area_m2[0]),
               WithinRel(422.0, 0.02));
    CHECK(city->city.info.region == "CN-SH");
}

TEST_CASE("members that were stored as they are load as well", "[io][zip]") {
    const test::TempFolder folder;
    const std::string packed = zipped(folder), stored = folder.path() + "/stored.shz";
    char as_it_is[] = "COMPRESSED=NO";
    char* options[] = {as_it_is, nullptr};
    void* zip = CPLCreateZip(stored.c_str(), nullptr);
    REQUIRE(zip != nullptr);
    for (const std::string name : {"two.shp", "two.shx", "two.dbf", "two.prj"}) {
        vsi_l_offset size = 0;
        VSILFILE* member = VSIFOpenL(("/vsizip/{" + packed + "}/" + name).c_str(), "rb");
        REQUIRE(member != nullptr);
        VSIFSeekL(member, 0, SEEK_END);
        size = VSIFTellL(member);
        VSIFSeekL(member, 0, SEEK_SET);
        std::string bytes(static_cast<std::size_t>(size), ' ');
        REQUIRE(VSIFReadL(bytes.data(), 1, bytes.size(), member) == bytes.size());
        VSIFCloseL(member);
        REQUIRE(CPLCreateFileInZip(zip, name.c_str(), options) == CE_None);
        REQUIRE(CPLWriteFileInZip(zip, bytes.data(), static_cast<int>(bytes.size())) == CE_None);
        CPLCloseFileInZip(zip);
    }
    REQUIRE(CPLCloseZip(zip) == CE_None);
    CHECK(UnpackedZip::open(ArchiveBytes{stored, nullptr})->damaged().empty());
    geo_io::CitySource source;
    source.city = stored;
    const auto city = geo_io::load_city(source);
    REQUIRE(city);
    CHECK(city->city.buildings.count() == 2);
}

TEST_CASE("a damaged member is named in the report of what could be read", "[io][zip]") {
    const test::TempFolder folder;
    std::string bytes = bytes_of(zipped(folder));
    // The checksum of the first member stands before it and in the list of members behind all of
    // them.
    const std::size_t list = bytes.find("PK\x01\x02");
    REQUIRE(list != std::string::npos);
    for (const std::size_t checksum : {std::size_t{14}, list + 16})
        bytes[checksum] = static_cast<char>(bytes[checksum] ^ 0x55);
    geo_io::CitySource source;
    source.city = folder.file("sum.shz", bytes);
    const auto city = geo_io::load_city(source);
    REQUIRE(city);
    CHECK(city->city.buildings.count() == 2);
    CHECK(city->report.count_of(city::ProblemKind::file_damaged) == 1);
}

TEST_CASE("what is no archive, or a cut one, is told so", "[io][zip]") {
    const test::TempFolder folder;
    const std::string good = zipped(folder);
    const auto open = [](const std::string& path) {
        return UnpackedZip::open(ArchiveBytes{path, nullptr});
    };
    CHECK_FALSE(open(folder.file("a.shz", "this is no archive")));
    CHECK_FALSE(open(folder.path() + "/missing.shz"));
    const std::string whole = bytes_of(good);
    CHECK(open(folder.file("other.zip", whole)));
    CHECK(open(folder.file("no extension", whole)));
    const auto cut = open(folder.file("cut.shz", whole.substr(0, whole.size() / 2)));
    REQUIRE_FALSE(cut);
    CHECK(cut.error().message.find("not downloaded") != std::string::npos);
    // GDAL may read over a broken member; the report says so.
    std::string broken = whole;
    broken[60] = static_cast<char>(broken[60] ^ 0x55);
    const std::string path = folder.file("broken.shz", broken);
    auto unpacked = open(path);
    REQUIRE(unpacked);
    CHECK_FALSE(unpacked->damaged().empty());
    CHECK(open(good)->damaged().empty());
    // A flipped byte anywhere ends in a refusal or in the very same city, never in a crash.
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        geo_io::CitySource source;
        source.city = folder.file("damaged.shz", damaged);
        if (const auto city = geo_io::load_city(source); !city)
            CHECK(city.error().message.find('\n') == std::string::npos);
    }
}

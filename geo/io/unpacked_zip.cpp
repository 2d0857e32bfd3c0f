#include "geo/io/unpacked_zip.h"

#include <cpl_vsi.h>
#include <libdeflate.h>
#include <minizip/unzip.h>
#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <memory>
#include <utility>

#include "geo/io/fresh_memory.h"

namespace geo_io {

namespace {

struct Close {
    void operator()(void* zip) const { unzClose(zip); }
    void operator()(libdeflate_decompressor* inflater) const { libdeflate_free_decompressor(inflater); }
    void operator()(std::uint8_t* bytes) const { VSIFree(bytes); }
};
using Bytes = std::unique_ptr<std::uint8_t, Close>;

constexpr std::uint16_t stored = 0, deflated = 8;
constexpr std::uint16_t encrypted_flag = 1;

// Uninitialised memory that GDAL can own.
Bytes memory_for(std::size_t size) { return Bytes(static_cast<std::uint8_t*>(VSIMalloc(std::max<std::size_t>(size, 1)))); }

// The member that `zip` stands at, inflated and checked; null when it is not what its header says.
Bytes inflated(unzFile zip, const unz_file_info64& info, std::ifstream& file) {
    if ((info.flag & encrypted_flag) != 0 || (info.compression_method != stored && info.compression_method != deflated)) return nullptr;
    int method = 0, level = 0;
    if (unzOpenCurrentFile2(zip, &method, &level, 1) != UNZ_OK) return nullptr;
    const auto start = unzGetCurrentFileZStreamPos64(zip);
    unzCloseCurrentFile(zip);
    const Bytes packed = memory_for(info.compressed_size);
    Bytes bytes = memory_for(info.uncompressed_size);
    if (!packed || !bytes) return nullptr;
    tbb::parallel_invoke([&] { lay_out_pages(packed.get(), info.compressed_size); }, [&] { lay_out_pages(bytes.get(), info.uncompressed_size); });
    if (!file.seekg(static_cast<std::streamoff>(start)).read(reinterpret_cast<char*>(packed.get()), static_cast<std::streamsize>(info.compressed_size))) return nullptr;
    if (method == stored) {
        if (info.compressed_size != info.uncompressed_size) return nullptr;
        std::copy_n(packed.get(), info.uncompressed_size, bytes.get());
    } else {
        const std::unique_ptr<libdeflate_decompressor, Close> inflater(libdeflate_alloc_decompressor());
        // Without a place for the real size, anything but exactly this many bytes is an error.
        if (!inflater || libdeflate_deflate_decompress(inflater.get(), packed.get(), info.compressed_size, bytes.get(), info.uncompressed_size, nullptr) != LIBDEFLATE_SUCCESS) return nullptr;
    }
    if (libdeflate_crc32(0, bytes.get(), info.uncompressed_size) != info.crc) return nullptr;
    return bytes;
}

bool is_zipped_shapefile(const std::string& path) { return path.ends_with(".shz") || path.ends_with(".SHZ") || path.ends_with(".shp.zip") || path.ends_with(".SHP.ZIP"); }

}  // namespace

std::optional<UnpackedZip> UnpackedZip::open(const std::string& path, std::size_t most_bytes, std::string* damaged) {
    static std::atomic<unsigned> opened = 0;
    if (!is_zipped_shapefile(path)) return std::nullopt;
    const std::unique_ptr<void, Close> zip(unzOpen64(path.c_str()));
    if (!zip) return std::nullopt;
    UnpackedZip unpacked;
    unpacked.folder_ = "/vsimem/twinscape_unpacked/" + std::to_string(++opened);
    std::ifstream file_bytes(path, std::ios::binary);
    std::size_t left = most_bytes;
    for (int at = unzGoToFirstFile(zip.get()); at != UNZ_END_OF_LIST_OF_FILE; at = unzGoToNextFile(zip.get())) {
        unz_file_info64 info{};
        char name[512];
        if (at != UNZ_OK || unzGetCurrentFileInfo64(zip.get(), &info, name, sizeof name, nullptr, 0, nullptr, 0) != UNZ_OK) return std::nullopt;
        const std::string file(name);
        // Deflate packs a thousandfold at most; a header that claims more lies.
        if (file.size() + 1 >= sizeof name || file.find_first_of("/\\") != std::string::npos || info.uncompressed_size > left || info.compressed_size > most_bytes ||
            info.uncompressed_size / 2000 > info.compressed_size)
            return std::nullopt;
        left -= info.uncompressed_size;
        Bytes bytes = inflated(zip.get(), info, file_bytes);
        if (!bytes) {
            if (damaged != nullptr) *damaged = file;
            return std::nullopt;
        }
        const std::string place = unpacked.folder_ + "/" + file;
        VSILFILE* written = VSIFileFromMemBuffer(place.c_str(), bytes.get(), info.uncompressed_size, TRUE);
        if (written == nullptr) return std::nullopt;
        bytes.release();  // GDAL's now
        VSIFCloseL(written);
        unpacked.files_.push_back(place);
        if (place.ends_with(".shp") || place.ends_with(".SHP")) {
            if (!unpacked.shapefile_.empty()) return std::nullopt;
            unpacked.shapefile_ = place;
        }
    }
    if (unpacked.shapefile_.empty()) return std::nullopt;
    return unpacked;
}

UnpackedZip::UnpackedZip(UnpackedZip&& other) noexcept
    : folder_(std::move(other.folder_)), shapefile_(std::move(other.shapefile_)), files_(std::exchange(other.files_, {})) {}

UnpackedZip::~UnpackedZip() {
    for (const std::string& file : files_) VSIUnlink(file.c_str());
}

}  // namespace geo_io

#include "geo/source/unpacked_zip.h"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <fstream>
#include <span>
#include <utility>

#include "geo/source/gdal_memory.h"

namespace geo_io {

namespace {

struct Close {
    void operator()(void* zip) const { unzClose(zip); }
};

constexpr std::uint16_t stored = 0, deflated = 8;
constexpr std::uint16_t encrypted_flag = 1;
constexpr std::size_t most_members = 32;
constexpr std::size_t packed_step = std::size_t{1} << 18;

// A member as it lies in the archive, and what must come out of it.
struct Packed {
    std::string path;
    std::streamoff start;
    std::size_t size, unpacked_size;
    bool deflated;
    std::uint32_t crc;
};

// Unpacks from the beginning into one `room()` after the other, and tells how many bytes `came`,
// until all are there, the member is damaged, or there is no more room. Whether all came, with the
// checksum that they should have.
template <class Room, class Came>
bool unpack(const Packed& from, Room room, Came came) {
    std::ifstream archive(from.path, std::ios::binary);
    archive.seekg(from.start);
    std::size_t left = from.size, there = 0;
    std::uint32_t sum = 0;
    const auto next = [&](std::uint8_t* bytes, std::size_t most) {
        archive.read(reinterpret_cast<char*>(bytes),
                     static_cast<std::streamsize>(std::min(left, most)));
        const auto got = static_cast<std::size_t>(archive.gcount());
        left -= got;
        return got;
    };
    std::vector<std::uint8_t> packed(from.deflated ? packed_step : 0);
    const auto state = std::make_unique<inflate_state>();
    isal_inflate_init(state.get());
    bool sound = true;
    while (sound && there < from.unpacked_size) {
        const std::span<std::uint8_t> into = room();
        if (into.empty()) break;
        std::size_t got = 0;
        if (!from.deflated) {
            got = next(into.data(), into.size());
            sound = got > 0;
        } else {
            if (state->avail_in == 0) {
                state->next_in = packed.data();
                state->avail_in = static_cast<std::uint32_t>(next(packed.data(), packed.size()));
            }
            const bool last = state->avail_in == 0;
            state->next_out = into.data();
            state->avail_out = static_cast<std::uint32_t>(into.size());
            sound = isal_inflate(state.get()) == ISAL_DECOMP_OK;
            got = into.size() - state->avail_out;
            sound = sound && (got > 0 || (!last && state->block_state != ISAL_BLOCK_FINISH));
        }
        if (got == 0) continue;
        sum = crc32_gzip_refl(sum, into.data(), got);
        there += got;
        came(got);
    }
    return there == from.unpacked_size && sum == from.crc;
}

std::size_t unpack_whole(const Packed& from, std::span<std::uint8_t> into) {
    std::size_t there = 0;
    unpack(
        from, [&] { return into.subspan(there); }, [&](std::size_t count) { there += count; });
    return there;
}

bool is_zipped_shapefile(const std::string& path) {
    return path.ends_with(".shz") || path.ends_with(".SHZ") || path.ends_with(".shp.zip") ||
           path.ends_with(".SHP.ZIP");
}

}  // namespace

std::optional<UnpackedZip> UnpackedZip::open(const std::string& path, std::size_t most_bytes) {
    static std::atomic<unsigned> opened = 0;
    if (!is_zipped_shapefile(path)) return std::nullopt;
    const std::unique_ptr<void, Close> zip(unzOpen64(path.c_str()));
    if (!zip) return std::nullopt;
    UnpackedZip unpacked;
    const std::string folder = std::to_string(++opened) + "/";
    std::vector<Packed> packed;
    std::size_t left = most_bytes;
    for (int at = unzGoToFirstFile(zip.get()); at != UNZ_END_OF_LIST_OF_FILE;
         at = unzGoToNextFile(zip.get())) {
        unz_file_info64 info{};
        char name[512];
        if (at != UNZ_OK || unzGetCurrentFileInfo64(zip.get(), &info, name, sizeof name, nullptr, 0,
                                                    nullptr, 0) != UNZ_OK)
            return std::nullopt;
        const std::string file(name);
        // Deflate packs a thousandfold at most; a header that claims more lies.
        if (unpacked.members_.size() == most_members || file.size() + 1 >= sizeof name ||
            file.find_first_of("/\\") != std::string::npos || info.uncompressed_size > left ||
            info.compressed_size > most_bytes ||
            info.uncompressed_size / 2000 > info.compressed_size)
            return std::nullopt;
        left -= info.uncompressed_size;
        if ((info.flag & encrypted_flag) != 0 ||
            (info.compression_method != stored && info.compression_method != deflated))
            return std::nullopt;
        int method = 0, level = 0;
        if (unzOpenCurrentFile2(zip.get(), &method, &level, 1) != UNZ_OK) return std::nullopt;
        packed.push_back({path,
                          static_cast<std::streamoff>(unzGetCurrentFileZStreamPos64(zip.get())),
                          static_cast<std::size_t>(info.compressed_size),
                          static_cast<std::size_t>(info.uncompressed_size), method == deflated,
                          static_cast<std::uint32_t>(info.crc)});
        unzCloseCurrentFile(zip.get());
        unpacked.members_.push_back(std::make_unique<Member>(
            file, "",
            std::make_shared<GrowingFile>(packed.back().unpacked_size,
                                          [from = packed.back()](std::span<std::uint8_t> whole) {
                                              return unpack_whole(from, whole);
                                          })));
        Member& member = *unpacked.members_.back();
        member.path = publish(folder + file, member.file);
        if (member.path.ends_with(".shp") || member.path.ends_with(".SHP")) {
            if (!unpacked.shapefile_.empty()) return std::nullopt;
            unpacked.shapefile_ = member.path;
        }
    }
    if (unpacked.shapefile_.empty()) return std::nullopt;
    // GDAL wants the small ones first and whole, the shapes one after the other. A thread each:
    // they are few.
    for (std::size_t m = 0; m < unpacked.members_.size(); ++m)
        unpacked.inflating_.emplace_back(
            [member = unpacked.members_[m].get(), from = packed[m]](const std::stop_token& stop) {
                GrowingFile& file = *member->file;
                member->damaged = !unpack(
                    from, [&] { return file.room(stop); },
                    [&](std::size_t count) { file.grow(count); });
                file.end();
            });
    return unpacked;
}

UnpackedZip::UnpackedZip(UnpackedZip&&) noexcept = default;

UnpackedZip::~UnpackedZip() {
    inflating_.clear();  // stops and waits
    for (const auto& member : members_) withdraw(member->path);
}

std::string UnpackedZip::damaged() {
    for (const auto& member : members_) member->file->leave();
    for (std::jthread& thread : inflating_) thread.join();
    inflating_.clear();
    for (const auto& member : members_)
        if (member->damaged) return member->name;
    return "";
}

}  // namespace geo_io

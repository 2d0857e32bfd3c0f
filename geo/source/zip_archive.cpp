#include "geo/source/zip_archive.h"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "geo/source/member_names.h"

namespace geo_io {

namespace {

constexpr unsigned stored = 0, deflated = 8;
constexpr unsigned encrypted_flag = 1, utf8_flag = 1u << 11;
constexpr std::size_t most_members = 20'000, longest_name = 4096;
constexpr std::size_t packed_step = std::size_t{1} << 18;
// Deflate packs a thousandfold at most. Of real tables the widest and emptiest reach two hundred.
constexpr std::uint64_t lie = 1100, bomb = 400, harmless_bytes = std::uint64_t{64} << 20;

struct Close {
    void operator()(void* zip) const { unzClose(zip); }
};

// An archive in memory, for minizip.
struct MemoryStream {
    const std::string* bytes;
    std::uint64_t at;
};

void* open_memory(void* opaque, const void*, int) {
    return new MemoryStream{static_cast<const std::string*>(opaque), 0};
}
uLong read_memory(void*, void* stream, void* into, uLong size) {
    auto& from = *static_cast<MemoryStream*>(stream);
    const std::uint64_t left =
        from.bytes->size() - std::min<std::uint64_t>(from.at, from.bytes->size());
    const auto some = static_cast<uLong>(std::min<std::uint64_t>(size, left));
    std::memcpy(into, from.bytes->data() + from.at, some);
    from.at += some;
    return some;
}
ZPOS64_T tell_memory(void*, void* stream) {
    return static_cast<MemoryStream*>(stream)->at;
}
long seek_memory(void*, void* stream, ZPOS64_T offset, int origin) {
    auto& from = *static_cast<MemoryStream*>(stream);
    const std::uint64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? from.at
                               : origin == ZLIB_FILEFUNC_SEEK_END ? from.bytes->size()
                                                                  : 0;
    if (base + offset > from.bytes->size()) return -1;
    from.at = base + offset;
    return 0;
}
int close_memory(void*, void* stream) {
    delete static_cast<MemoryStream*>(stream);
    return 0;
}
int no_error(void*, void*) {
    return 0;
}

unzFile open_zip(const ArchiveBytes& archive) {
    if (!archive.memory) return unzOpen64(archive.path.c_str());
    zlib_filefunc64_def calls{};
    calls.zopen64_file = open_memory;
    calls.zread_file = read_memory;
    calls.ztell64_file = tell_memory;
    calls.zseek64_file = seek_memory;
    calls.zclose_file = close_memory;
    calls.zerror_file = no_error;
    calls.opaque = const_cast<std::string*>(archive.memory.get());
    return unzOpen2_64("in memory", &calls);
}

std::uint64_t bytes_in(const ArchiveBytes& archive) {
    if (archive.memory) return archive.memory->size();
    std::error_code ignored;
    const auto size = std::filesystem::file_size(archive.path, ignored);
    return ignored ? 0 : size;
}

std::string in_megabytes(std::uint64_t bytes) {
    return std::to_string((bytes + (1u << 19)) >> 20) + " MB";
}

// PKWARE's appnote, 4.4.5.
std::string method_in_words(unsigned method) {
    switch (method) {
        case 9:
            return "packed with Deflate64 (as Windows packs large files)";
        case 12:
            return "packed with bzip2";
        case 14:
            return "packed with LZMA";
        case 93:
            return "packed with Zstandard";
        case 95:
            return "packed with xz";
        case 99:
            return "encrypted (AES)";
        default:
            return "packed with method " + std::to_string(method);
    }
}

bool is_link_or_folder(const unz_file_info64& info, std::string_view name) {
    constexpr unsigned unix_system = 3, kind = 0170000, regular = 0100000;
    if (name.ends_with('/')) return true;
    const unsigned mode = static_cast<unsigned>(info.external_fa >> 16) & kind;
    return (info.version >> 8) == unix_system && mode != 0 && mode != regular;
}

}  // namespace

city::Result<std::vector<ZipMember>> list_zip(const ArchiveBytes& archive) {
    const std::unique_ptr<void, Close> zip(open_zip(archive));
    if (!zip)
        return city::fail(
            "the list at the end of this zip archive is missing: it was not downloaded or copied "
            "whole");
    unz_global_info64 about{};
    unzGetGlobalInfo64(zip.get(), &about);
    if (about.number_entry > most_members)
        return city::fail("this zip archive has " + std::to_string(about.number_entry) +
                          " members; up to " + std::to_string(most_members) +
                          " are looked at: unpack it and name the file in it");
    const std::uint64_t all_bytes = bytes_in(archive);
    std::vector<ZipMember> members;
    std::vector<RawMemberName> names;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> places;
    std::vector<char> name(longest_name);
    int at = unzGoToFirstFile(zip.get());
    for (; at == UNZ_OK; at = unzGoToNextFile(zip.get())) {
        unz_file_info64 info{};
        if (unzGetCurrentFileInfo64(zip.get(), &info, name.data(), name.size() - 1, nullptr, 0,
                                    nullptr, 0) != UNZ_OK ||
            info.size_filename >= name.size())
            return city::fail("the list of this zip archive is damaged");
        const std::string raw(name.data(), info.size_filename);
        if (is_link_or_folder(info, raw) || is_of_the_packer(raw)) continue;
        ZipMember member;
        member.size = info.compressed_size;
        member.unpacked_size = info.uncompressed_size;
        member.crc = static_cast<std::uint32_t>(info.crc);
        member.deflated = info.compression_method == deflated;
        if ((info.flag & encrypted_flag) != 0) {
            member.cannot = "encrypted: unpack the archive with its password";
        } else if (info.compression_method != stored && info.compression_method != deflated) {
            member.cannot = method_in_words(static_cast<unsigned>(info.compression_method)) +
                            ": unpack the archive first (7z x)";
        } else if (int method = 0, level = 0;
                   unzOpenCurrentFile2(zip.get(), &method, &level, 1) != UNZ_OK) {
            member.cannot = "damaged: its header does not fit the archive's list";
        } else {
            member.start = unzGetCurrentFileZStreamPos64(zip.get());
            unzCloseCurrentFile(zip.get());
            if (member.size > all_bytes || member.start > all_bytes - member.size ||
                (!member.deflated && member.size != member.unpacked_size)) {
                member.cannot = "damaged: it says " + std::to_string(member.unpacked_size) +
                                " bytes, which are not in the archive";
                member.size = member.unpacked_size = 0;
            }
            if (member.size > 0) places.emplace_back(member.start, member.start + member.size);
        }
        if (member.deflated &&
            (member.unpacked_size / lie > member.size ||
             (member.unpacked_size > harmless_bytes && member.unpacked_size / bomb > member.size)))
            return city::fail(
                "'" + raw + "' in this zip archive is too large: it would unpack to " +
                in_megabytes(member.unpacked_size) + " from " + std::to_string(member.size) +
                " bytes, which no map data does (unpack it yourself if you trust it)");
        names.push_back({raw, (info.flag & utf8_flag) != 0});
        members.push_back(std::move(member));
    }
    if (at != UNZ_END_OF_LIST_OF_FILE) return city::fail("the list of this zip archive is damaged");
    std::sort(places.begin(), places.end());
    std::uint64_t end = 0;
    for (const auto& [first, last] : places) {
        if (first < end)
            return city::fail(
                "members of this zip archive overlap: it was made to unpack to more "
                "than it holds");
        end = last;
    }
    const std::vector<std::string> decoded = decoded_names(names);
    for (std::size_t m = 0; m < members.size(); ++m) members[m].name = decoded[m];
    return members;
}

bool unpack_member(const ArchiveBytes& archive, const ZipMember& member,
                   const std::function<std::span<std::uint8_t>()>& room,
                   const std::function<void(std::size_t)>& came) {
    std::ifstream file;
    if (!archive.memory) {
        file.open(archive.path, std::ios::binary);
        file.seekg(static_cast<std::streamoff>(member.start));
    }
    std::uint64_t left = member.size, there = 0, at = member.start;
    std::uint32_t sum = 0;
    const auto next = [&](std::uint8_t* bytes, std::size_t most) {
        most = static_cast<std::size_t>(std::min<std::uint64_t>(left, most));
        std::size_t got = 0;
        if (archive.memory) {
            got = at < archive.memory->size()
                      ? std::min<std::size_t>(most,
                                              archive.memory->size() - static_cast<std::size_t>(at))
                      : 0;
            std::memcpy(bytes, archive.memory->data() + at, got);
        } else {
            file.read(reinterpret_cast<char*>(bytes), static_cast<std::streamsize>(most));
            got = static_cast<std::size_t>(file.gcount());
        }
        left -= got;
        at += got;
        return got;
    };
    std::vector<std::uint8_t> packed(member.deflated ? packed_step : 0);
    const auto state = std::make_unique<inflate_state>();
    isal_inflate_init(state.get());
    bool sound = true;
    while (sound && there < member.unpacked_size) {
        const std::span<std::uint8_t> into = room();
        if (into.empty()) break;
        std::size_t got = 0;
        if (!member.deflated) {
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
    return there == member.unpacked_size && sum == member.crc;
}

}  // namespace geo_io

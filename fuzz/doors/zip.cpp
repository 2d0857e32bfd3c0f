// Archives: what they list, and what is unpacked beside the reading.
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/door.h"
#include "geo/source/unpacked_zip.h"
#include "geo/source/zip_archive.h"

namespace fuzz {

namespace {

// Whether a path never climbs above where it starts.
bool stays_inside(std::string_view name) {
    if (name.empty() || name[0] == '/') return false;
    int depth = 0;
    while (!name.empty()) {
        const std::string_view part = name.substr(0, name.find('/'));
        name.remove_prefix(std::min(part.size() + 1, name.size()));
        depth += part == ".." ? -1 : part.empty() || part == "." ? 0 : 1;
        if (depth < 0) return false;
    }
    return true;
}

}  // namespace

void zip(Bytes bytes) {
    const geo_io::ArchiveBytes archive{"", std::make_shared<const std::string>(text_of(bytes))};
    const auto members = geo_io::list_zip(archive);
    if (!members) return must(!members.error().message.empty(), "an error has words");
    for (const geo_io::ZipMember& member : *members) {
        must(stays_inside(member.name), "no member lies outside its archive");
        if (!member.cannot.empty()) continue;
        must(member.start + member.size <= bytes.size(), "a member lies in its archive");
        std::vector<std::uint8_t> room(1 << 16);
        std::uint64_t all = 0;
        const auto room_left = [&] {
            return std::span(room).first(static_cast<std::size_t>(
                std::min<std::uint64_t>(room.size(), member.unpacked_size - all)));
        };
        const bool whole = geo_io::unpack_member(archive, member, room_left,
                                                 [&all](std::size_t came) { all += came; });
        must(!whole || all == member.unpacked_size, "a whole member has the size that it says");
    }
    auto unpacked = geo_io::UnpackedZip::open(archive);
    if (unpacked) unpacked->damaged();
}

}  // namespace fuzz

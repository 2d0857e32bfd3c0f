// Archives: what they list, and what is unpacked beside the reading.
#include <memory>
#include <string>
#include <vector>

#include "fuzz/door.h"
#include "geo/source/unpacked_zip.h"
#include "geo/source/zip_archive.h"

namespace fuzz {

void zip(Bytes bytes) {
    const geo_io::ArchiveBytes archive{"", std::make_shared<const std::string>(text_of(bytes))};
    const auto members = geo_io::list_zip(archive);
    if (!members) return must(!members.error().message.empty(), "an error has words");
    for (const geo_io::ZipMember& member : *members) {
        must(!member.name.empty() && member.name[0] != '/' && member.name.find("..") != 0 &&
                 member.name.find("/../") == std::string::npos,
             "no member lies outside its archive");
        if (!member.cannot.empty()) continue;
        must(member.start + member.size <= bytes.size(), "a member lies in its archive");
        std::vector<std::uint8_t> room(1 << 16);
        std::uint64_t all = 0;
        const bool whole = geo_io::unpack_member(
            archive, member, [&] { return std::span(room); },
            [&](std::size_t came) { all += came; });
        must(!whole || all == member.unpacked_size, "a whole member has the size that it says");
        must(all <= member.unpacked_size, "no more comes out than the archive says");
    }
    auto unpacked = geo_io::UnpackedZip::open(archive);
    if (unpacked) unpacked->damaged();
}

}  // namespace fuzz

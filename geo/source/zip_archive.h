#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/city/result.h"

namespace geo_io {

/// The bytes of an archive: a file on the disk, or one that another archive held.
struct ArchiveBytes {
    std::string path;                           ///< on the disk; "" when it lies in memory
    std::shared_ptr<const std::string> memory;  ///< null when it lies on the disk
};

/// A member as it lies in a zip, and what must come out of it.
struct ZipMember {
    std::string name;  ///< UTF-8, folders with '/', never out of the archive
    std::uint64_t start = 0, size = 0, unpacked_size = 0;
    bool deflated = false;
    std::uint32_t crc = 0;
    std::string cannot;  ///< why it is not read: encrypted, packed in a way that is not known
};

/// What an archive lists: no folders, no links, nothing of the machine that packed it. An Error for
/// what is no zip or a broken one, for too many members, for members that overlap (they unpack to
/// more than there is), and for a member that would unpack to a multiple no map data has.
city::Result<std::vector<ZipMember>> list_zip(const ArchiveBytes& archive);

/// Unpacks from the beginning into one `room` after the other, and tells how many bytes `came`,
/// until all are there, the member is damaged, or the room is empty. Whether all came, with the
/// checksum that they should have.
bool unpack_member(const ArchiveBytes& archive, const ZipMember& member,
                   const std::function<std::span<std::uint8_t>()>& room,
                   const std::function<void(std::size_t)>& came);

}  // namespace geo_io

#include "geo/source/unpacked_zip.h"

#include <algorithm>
#include <map>
#include <span>

#include "geo/dialect/content_form.h"
#include "geo/source/gdal_memory.h"
#include "geo/source/map_sets.h"

namespace geo_io {

namespace {

constexpr std::size_t most_sets = 256, most_files = 2048;
// A line of text, as a .prj is, has no megabyte.
constexpr std::uint64_t most_of_small_neighbour = std::uint64_t{1} << 20;
// Who reads an archive's member in another order than it lies there has all of it in memory.
constexpr std::size_t most_whole_bytes = std::size_t{1} << 30;

std::size_t unpack_whole(const ArchiveBytes& archive, const ZipMember& member,
                         std::span<std::uint8_t> into) {
    std::size_t there = 0;
    unpack_member(
        archive, member, [&] { return into.subspan(there); },
        [&](std::size_t count) { there += count; });
    return there;
}

// XLSX, DOCX, ODS... are zips as well.
std::string document_of(const std::vector<ZipMember>& members) {
    for (const ZipMember& member : members) {
        if (member.name == "[Content_Types].xml")
            return "this is a document of Excel, Word or PowerPoint and no map data: save a sheet "
                   "as CSV with a column of outlines (WKT)";
        if (member.name == "META-INF/manifest.xml" || member.name == "content.xml")
            return "this is a document of LibreOffice and no map data: save a sheet as CSV with a "
                   "column of outlines (WKT)";
        if (member.name.ends_with(".qgs"))
            return "this is a QGIS project, which only names its data: export the layers as "
                   "GeoPackage";
        if (member.name == "AndroidManifest.xml" || member.name == "META-INF/MANIFEST.MF")
            return "this is a program and no map data";
    }
    return {};
}

}  // namespace

city::Result<UnpackedZip> UnpackedZip::open(const ArchiveBytes& archive) {
    static std::atomic<unsigned> opened = 0;
    auto listed = list_zip(archive);
    if (!listed) return tl::unexpected(listed.error());
    const auto members = std::make_shared<const std::vector<ZipMember>>(std::move(*listed));
    if (const std::string document = document_of(*members); !document.empty())
        return city::fail(document);
    std::vector<std::string> names;
    for (const ZipMember& member : *members) names.push_back(member.name);
    MapSets sets = map_sets(names);
    UnpackedZip unpacked;
    for (const std::string& name : sets.not_read)
        unpacked.not_read_.push_back("'" + name + "': this kind of data is not read");
    const std::string folder = std::to_string(++opened) + "/";
    std::map<std::string, std::string> broken;  // a path and why
    for (const MapSets::File& file : sets.files) {
        const ZipMember& member = (*members)[file.member];
        std::string cannot = member.cannot;
        if (cannot.empty() && is_small_neighbour(file.path) &&
            member.unpacked_size > most_of_small_neighbour)
            cannot =
                "too large for what it is (" + std::to_string(member.unpacked_size) + " bytes)";
        if (cannot.empty() && unpacked.members_.size() == most_files)
            cannot = "more than " + std::to_string(most_files) + " files";
        if (!cannot.empty()) {
            unpacked.not_read_.push_back("'" + member.name + "': " + cannot);
            broken.emplace(file.path, cannot);
            continue;
        }
        const auto make_anew = [archive, members, m = file.member](std::span<std::uint8_t> whole) {
            return unpack_whole(archive, (*members)[m], whole);
        };
        Member& one = *unpacked.members_.emplace_back(std::make_unique<Member>());
        one.name = member.name;
        one.file = std::make_shared<GrowingFile>(static_cast<std::size_t>(member.unpacked_size),
                                                 make_anew, most_whole_bytes);
        one.path = publish(folder + file.path, one.file);
        // GDAL wants the small ones first and whole, the shapes one after the other. A thread each:
        // most are done at once.
        unpacked.inflating_.emplace_back(
            [archive, members, m = file.member, to = &one](const std::stop_token& stop) {
                GrowingFile& growing = *to->file;
                to->damaged = !unpack_member(
                    archive, (*members)[m], [&] { return growing.room(stop); },
                    [&](std::size_t count) { growing.grow(count); });
                growing.end();
            });
    }
    for (const std::string& path : sets.to_open) {
        if (broken.count(path) > 0) continue;
        if (unpacked.sets_.size() == most_sets)
            unpacked.not_read_.push_back("'" + path + "': more than " + std::to_string(most_sets) +
                                         " sets of data");
        else
            unpacked.sets_.push_back({gdal_memory_path(folder + path), path});
    }
    if (unpacked.sets_.empty()) {
        if (!unpacked.not_read_.empty())
            return city::fail("nothing in this zip archive can be read; " +
                              unpacked.not_read_.front());
        return city::fail("there is no map data in this zip archive of " +
                          std::to_string(members->size()) + " files" +
                          (members->empty() ? "" : ", such as '" + members->front().name + "'"));
    }
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

#include "geo/source/opened_contents.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>

#include <algorithm>

#include "geo/dialect/bounded_json.h"
#include "geo/dialect/content_form.h"
#include "geo/dialect/json_outline.h"
#include "geo/dialect/utf16_text.h"
#include "geo/source/gdal_setup.h"
#include "geo/source/map_sets.h"
#include "geo/source/opened_dialect.h"
#include "geo/source/read_bytes.h"
#include "geo/source/table_encoding.h"

namespace geo_io {

namespace {

constexpr int most_depth = 3;
// What is unpacked as a whole and stays in memory.
constexpr std::size_t most_unpacked = std::size_t{1} << 30, most_json_for_fault = 256u << 20;
constexpr std::size_t most_notes = 20;
// No text of a map packs better than that; what is small may.
constexpr std::size_t most_times = 400, harmless_bytes = std::size_t{64} << 20;

std::string without_ending(const std::string& name) {
    if (const std::string extension = extension_of(name); extension == "tgz" || extension == "tbz")
        return name.substr(0, name.size() - 3) + "tar";
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

// How much may come out of a packed file of that size.
std::size_t most_of(std::uint64_t packed_bytes) {
    return static_cast<std::size_t>(
        std::clamp<std::uint64_t>(packed_bytes * most_times, harmless_bytes, most_unpacked));
}

std::uint64_t size_of(const std::string& path) {
    VSIStatBufL status;
    return VSIStatL(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

std::string name_in(const std::string& path) {
    return path.substr(path.find_last_of('/') + 1);
}

struct Opener {
    const std::string& shown;
    const std::string& encoding;
    OpenedSource& into;
    city::LoadReport& report;
    int depth;

    city::Result<void> next(const std::string& path, const std::string& name,
                            const std::string& shown_now) {
        return open_by_contents(path, name, shown_now, encoding, into, report, depth + 1);
    }

    void note_not_read(const std::vector<std::string>& not_read) {
        for (std::size_t n = 0; n < std::min(not_read.size(), most_notes); ++n)
            report.notes.push_back("not read in " + shown + ": " + not_read[n]);
        if (not_read.size() > most_notes)
            report.notes.push_back("not read in " + shown + ": " +
                                   std::to_string(not_read.size() - most_notes) + " more files");
    }

    // Every set of an archive; what fails is said, and is an Error only where nothing is left.
    template <class Sets>
    city::Result<void> sets(const Sets& all) {
        const std::size_t before = into.datasets.size();
        std::string first_error;
        std::vector<std::string> not_read;
        for (const auto& set : all) {
            const auto ok = next(set.path, name_in(set.name), shown + "/" + set.name);
            if (ok) continue;
            if (first_error.empty())
                first_error = "'" + set.name + "' in it: " + ok.error().message;
            not_read.push_back("'" + set.name + "': " + ok.error().message);
        }
        if (into.datasets.size() == before) return city::fail(first_error);
        note_not_read(not_read);
        return {};
    }

    city::Result<void> zip(const std::string& path) {
        ArchiveBytes archive;
        if (path.starts_with("/vsi")) {
            auto bytes = all_of_file(path, most_unpacked, "unpack it first");
            if (!bytes) return tl::unexpected(bytes.error());
            archive.memory = std::make_shared<const std::string>(std::move(*bytes));
        } else {
            archive.path = path;
        }
        auto unpacked = UnpackedZip::open(archive);
        if (!unpacked) return tl::unexpected(unpacked.error());
        into.archives.push_back(std::make_unique<UnpackedZip>(std::move(*unpacked)));
        // Of the archives that one holds, more are added: this one stays where it is.
        const UnpackedZip& one = *into.archives.back();
        note_not_read(one.not_read());
        return sets(one.sets());
    }

    city::Result<void> tar(const std::string& path) {
        const std::string root = "/vsitar/{" + path + "}";
        const CPLStringList listed(VSIReadDirRecursive(root.c_str()));
        std::vector<std::string> names;
        for (int i = 0; i < listed.Count(); ++i) names.emplace_back(listed[i]);
        const MapSets found = map_sets(names);
        struct Set {
            std::string path, name;
        };
        std::vector<Set> all;
        for (const std::string& name : found.to_open) {
            // As it is spelled in the archive: nothing is laid out anew here.
            const auto file = std::find_if(found.files.begin(), found.files.end(),
                                           [&](const MapSets::File& f) { return f.path == name; });
            const std::string& in_tar = file == found.files.end() ? name : names[file->member];
            all.push_back({root + "/" + in_tar, name});
        }
        if (all.empty())
            return city::fail("there is no map data in this tar archive of " +
                              std::to_string(names.size()) + " files");
        std::vector<std::string> not_read;
        for (const std::string& name : found.not_read)
            not_read.push_back("'" + name + "': this kind of data is not read");
        note_not_read(not_read);
        return sets(all);
    }

    city::Result<void> in_memory(const std::string& name, std::string bytes) {
        into.texts.push_back(std::make_unique<MemoryText>(name, std::move(bytes)));
        return next(into.texts.back()->path(), name, shown);
    }

    city::Result<void> gzip(const std::string& path, const std::string& name) {
        CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");  // no file beside the user's
        const std::string packed = "/vsigzip/" + path, inner = without_ending(name);
        bool whole = false;
        const std::string head = head_of(packed, wanted_head_bytes, whole);
        if (head.empty()) return city::fail("the packed file (gzip) is damaged or empty");
        const Form form = content_of(head, whole ? head.size() : head.size() + 1, inner).form;
        // Read from its beginning to its end, and never as a whole.
        if (form == Form::geojson_lines || form == Form::table || form == Form::refused)
            return next(packed, inner, shown);
        auto bytes = all_of_file(packed, most_of(size_of(path)),
                                 "unpack it yourself if you trust it (gunzip -k)");
        if (!bytes) return tl::unexpected(bytes.error());
        return in_memory(inner, std::move(*bytes));
    }

    city::Result<void> bzip2(const std::string& path, const std::string& name) {
        auto packed = all_of_file(path, most_unpacked, "unpack it first (bunzip2 -k)");
        if (!packed) return tl::unexpected(packed.error());
        auto bytes = unpacked_bzip2(*packed, most_of(packed->size()));
        if (!bytes) return tl::unexpected(bytes.error());
        return in_memory(without_ending(name), std::move(*bytes));
    }

    city::Result<void> utf16(const std::string& path, const std::string& name, Utf16 order) {
        const auto text = all_of_file(path, most_json_for_fault, "save it as UTF-8");
        if (!text) return tl::unexpected(text.error());
        report.add(city::ProblemKind::encoding_guessed, shown + ": JSON in UTF-16");
        return in_memory(name, utf8_from_utf16(*text, order));
    }

    city::Result<void> with_gdal(const std::string& path, Form form) {
        std::string said = encoding;
        if (const std::string part = extension_of(path);
            said.empty() && (part == "shp" || part == "dbf"))
            said = table_encoding(path, shown, report);
        std::string why;
        if (Dataset dataset = open_contents(path, said, why)) {
            into.datasets.push_back(std::move(dataset));
            return {};
        }
        if (why.empty() && extension_of(path) == "shp")
            if (Dataset dataset = open_with_new_index(path, said)) {
                into.datasets.push_back(std::move(dataset));
                report.add(city::ProblemKind::file_damaged,
                           shown + ": index (.shx) is missing, rebuilt from the shapes");
                return {};
            }
        if (why.empty()) why = take_gdal_messages();
        if (form == Form::json)
            if (const auto text = all_of_file(path, most_json_for_fault, ""))
                if (const std::string fault = json_fault(*text); !fault.empty()) why = fault;
        if (why.empty()) why = "it is in none of the formats that are opened";
        return city::fail(why);
    }
};

}  // namespace

city::Result<void> open_by_contents(const std::string& path, const std::string& name,
                                    const std::string& shown, const std::string& encoding,
                                    OpenedSource& into, city::LoadReport& report, int depth) {
    if (depth > most_depth)
        return city::fail("it is packed more than " + std::to_string(most_depth) +
                          " times: unpack it first");
    Opener opener{shown, encoding, into, report, depth};
    VSIStatBufL status;
    if (VSIStatExL(path.c_str(), &status, VSI_STAT_EXISTS_FLAG | VSI_STAT_NATURE_FLAG) == 0 &&
        VSI_ISDIR(status.st_mode))
        return opener.with_gdal(path, Form::other);
    bool whole = false;
    const std::string head = head_of(path, wanted_head_bytes, whole);
    if (head.empty() && into.network)
        return city::fail("nothing came from there: is the address right?");
    if (head.empty() && !whole) return opener.with_gdal(path, Form::other);
    const Content content = content_of(head, whole ? head.size() : head.size() + 1, name);
    switch (content.form) {
        case Form::refused:
            if (!content.driver.empty() && GetGDALDriverManager()->GetDriverByName(
                                               std::string(content.driver).c_str()) != nullptr)
                return opener.with_gdal(path, Form::other);
            return city::fail("it is " + content.is + ": " + content.remedy);
        case Form::zip:
            return opener.zip(path);
        case Form::gzip:
            return opener.gzip(path, name);
        case Form::bzip2:
            return opener.bzip2(path, name);
        case Form::tar:
            return opener.tar(path);
        case Form::other:
            // As PowerShell writes what it is piped into a file.
            if (const auto order = utf16_order(head);
                order && json_outline(utf8_from_utf16(head, *order)).is_object)
                return opener.utf16(path, name, *order);
            [[fallthrough]];
        case Form::json:
            return opener.with_gdal(path, content.form);
        case Form::osm_xml:
            if (!is_odd_osm(path)) return opener.with_gdal(path, content.form);
            [[fallthrough]];
        default:
            return open_dialect(content.form, path, name, shown, encoding, into, report);
    }
}

}  // namespace geo_io

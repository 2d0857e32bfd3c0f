#include "geo/source/content_check.h"

#include <cpl_vsi.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

#include "geo/files/text_input.h"

namespace geo_io {

namespace {

struct Close {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

constexpr std::size_t head_bytes = std::size_t{1} << 16;

std::string head_of(const std::string& path, std::size_t most_bytes = head_bytes) {
    const std::unique_ptr<VSILFILE, Close> file(VSIFOpenL(path.c_str(), "rb"));
    if (!file) return {};
    std::string head(most_bytes, '\0');
    head.resize(VSIFReadL(head.data(), 1, head.size(), file.get()));
    return head;
}

// Of UTF-16 every other byte is zero; what is looked for is ASCII.
std::string without_zeros(std::string head) {
    if (head.substr(0, 8).find('\0') != std::string::npos) std::erase(head, '\0');
    return head;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// What follows byte order mark, blanks, comments and processing instructions: "<!DOCTYPE", the
// root element, or nothing where the head is not long enough.
std::string_view behind_prolog(std::string_view text) {
    while (!text.empty() && text[0] != '<' &&
           (is_blank(text[0]) || static_cast<unsigned char>(text[0]) >= 0x80))
        text.remove_prefix(1);
    while (text.starts_with('<')) {
        const std::string_view close = text.starts_with("<?")     ? "?>"
                                       : text.starts_with("<!--") ? "-->"
                                                                  : "";
        if (close.empty()) return text;
        const std::size_t end = text.find(close, 2);
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + close.size());
        while (!text.empty() && is_blank(text[0])) text.remove_prefix(1);
    }
    return text;
}

// Where a reader could see other letters than this look does (UTF-7, EBCDIC), nothing is known.
bool is_known_encoding(std::string_view text) {
    const std::string_view declaration = text.substr(0, text.find('>'));
    const std::size_t at = declaration.find("encoding");
    if (!text.starts_with("<?xml") || at == std::string_view::npos) return true;
    const std::size_t first = declaration.find_first_of("\"'", at);
    if (first == std::string_view::npos) return false;
    std::string name(
        declaration.substr(first + 1, declaration.find_first_of("\"'", first + 1) - first - 1));
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    // All but UTF-16 have ASCII's '<', '!', '-' and '>' in no other letter.
    constexpr std::array<std::string_view, 13> known{
        "utf-8",    "utf8", "utf-16", "us-ascii",  "ascii", "iso-8859-", "iso_8859-",
        "windows-", "gb",   "big5",   "shift_jis", "euc-",  "ks_c_5601"};
    return std::any_of(known.begin(), known.end(),
                       [&](std::string_view start) { return name.starts_with(start); });
}

std::string of_xml(std::string_view text) {
    if (!is_known_encoding(text))
        return "its XML is in an encoding that is not read: save it as UTF-8";
    const std::string_view root = behind_prolog(text);
    if (root.empty()) return "its XML does not begin within the first 64 KB";
    if (!root.starts_with('<')) return "its XML begins with what is no XML";
    if (root.starts_with("<!"))
        return "its XML has a document type definition (<!DOCTYPE ...>), which is not read: "
               "delete that line";
    struct Root {
        std::string_view name, why;
    };
    constexpr std::array<Root, 9> elsewhere{{
        {"<OGRVRT", "it is a VRT, a list of other sources: name those instead"},
        {"<VRTDataset", "it is a VRT, a list of other sources: name those instead"},
        {"<OGRWFSDataSource", "it describes a web service: name the service, as WFS:https://..."},
        {"<WFS_Capabilities", "it describes a web service: name the service, as WFS:https://..."},
        {"<wfs:WFS_Capabilities",
         "it describes a web service: name the service, as WFS:https://..."},
        {"<OGRCSWDataSource", "it describes a web service, no map data"},
        {"<GMLASConfiguration", "it describes other files, no map data"},
        {"<GDAL_WMS", "it describes a web service, no map data"},
        {"<OGRNGWDataset", "it describes a web service, no map data"},
    }};
    for (const auto& [name, why] : elsewhere)
        if (root.starts_with(name)) return std::string(why);
    return {};
}

// MapInfo: a seamless table and a view read the tables that they name.
std::string of_mapinfo_table(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (!lower.starts_with("!table")) return {};
    if (lower.find("isseamless") != std::string::npos ||
        lower.find("open table") != std::string::npos ||
        lower.find("create view") != std::string::npos)
        return "it is a MapInfo table of other tables: name those instead";
    return {};
}

// What drivers look for beside a file: a shapefile's parts, types and places of a CSV, MapInfo's.
constexpr std::array<std::string_view, 18> neighbours{"shp", "shx", "dbf", "prj", "qpj", "cpg",
                                                      "qix", "sbn", "sbx", "idm", "ind", "csvt",
                                                      "gfs", "dat", "map", "id",  "xsd", "mid"};
// A text that says in which system the coordinates are has some hundred bytes.
constexpr off_t most_text_bytes = off_t{1} << 20;

std::string of_neighbours(const std::string& path) {
    const std::size_t dot = path.find_last_of("./");
    if (path.starts_with("/vsi") || dot == std::string::npos || path[dot] != '.') return {};
    for (const std::string_view ending : neighbours)
        for (const bool upper : {false, true}) {
            std::string beside = path.substr(0, dot + 1);
            for (const char c : ending)
                beside +=
                    upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
            struct stat status {};
            if (::stat(beside.c_str(), &status) != 0) continue;
            if (auto ok = files::must_be_regular(beside, "what lies beside it"); !ok)
                return ok.error().message;
            const bool text = ending == "prj" || ending == "qpj" || ending == "cpg" ||
                              ending == "csvt" || ending == "gfs";
            if (text && status.st_size > most_text_bytes)
                return "the ." + std::string(ending) + " beside it is too large to be one (" +
                       std::to_string(status.st_size >> 20) + " MB)";
        }
    return {};
}

// A driver that takes a folder opens whatever of it has the right ending.
std::string of_folder(const std::string& path) {
    constexpr std::size_t most_files = 100'000;
    std::error_code failed;
    std::size_t seen = 0;
    for (std::filesystem::directory_iterator at(path, failed), end; !failed && at != end;
         at.increment(failed)) {
        if (++seen > most_files) return "the folder holds more than 100 000 files";
        const std::string name = at->path().string();
        std::error_code unknown;
        using Type = std::filesystem::file_type;
        const Type type = std::filesystem::status(name, unknown).type();
        // A link to nothing is what editors leave; nobody waits for it.
        if (type == Type::directory || type == Type::not_found) continue;
        if (auto ok = files::must_be_regular(name, "what lies in the folder"); !ok)
            return ok.error().message;
    }
    return failed ? "the folder cannot be read" : "";
}

}  // namespace

bool is_xml(const std::string& path) {
    return behind_prolog(without_zeros(head_of(path, 1024))).starts_with('<');
}

std::string reaches_elsewhere(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return of_folder(path);
    if (std::string why = of_neighbours(path); !why.empty()) return why;
    const std::string head = without_zeros(head_of(path));
    const std::size_t first = head.find_first_not_of("\xEF\xBB\xBF\xFF\xFE \t\r\n");
    if (first == std::string::npos) return {};
    if (head[first] == '<') return of_xml(std::string_view(head).substr(first));
    return of_mapinfo_table(std::string_view(head).substr(first));
}

}  // namespace geo_io

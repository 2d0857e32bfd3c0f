#include "geo/source/map_sets.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "geo/dialect/content_form.h"

namespace geo_io {

namespace {

using namespace std::string_view_literals;

// Opened by themselves.
constexpr std::array opened{
    "shp"sv,    "gpkg"sv,  "fgb"sv,      "geojson"sv,  "json"sv,    "geojsonl"sv, "geojsons"sv,
    "ndjson"sv, "jsonl"sv, "topojson"sv, "cityjson"sv, "gml"sv,     "kml"sv,      "kmz"sv,
    "gpx"sv,    "osm"sv,   "osc"sv,      "pbf"sv,      "csv"sv,     "tsv"sv,      "psv"sv,
    "tab"sv,    "mif"sv,   "dxf"sv,      "sqlite"sv,   "sqlite3"sv, "db"sv,       "zip"sv,
    "shz"sv,    "gz"sv,    "tgz"sv,      "bz2"sv,      "tar"sv,     "parquet"sv,  "geoparquet"sv};
// Laid out beside what they belong to, which has the same stem.
constexpr std::array beside{"shx"sv,  "dbf"sv, "prj"sv, "cpg"sv, "qpj"sv, "xsd"sv,
                            "csvt"sv, "dat"sv, "map"sv, "id"sv,  "ind"sv, "mid"sv};
constexpr std::array small{"prj"sv, "cpg"sv, "qpj"sv, "csvt"sv, "xsd"sv, "tab"sv};
// Data, but not for us: said.
constexpr std::array other_data{
    "tif"sv, "tiff"sv,    "img"sv, "asc"sv,     "ecw"sv,     "sid"sv, "jp2"sv,   "nc"sv,
    "las"sv, "laz"sv,     "e57"sv, "dwg"sv,     "dgn"sv,     "rvt"sv, "ifc"sv,   "skp"sv,
    "fbx"sv, "obj"sv,     "glb"sv, "gltf"sv,    "b3dm"sv,    "mdb"sv, "accdb"sv, "arrow"sv,
    "rar"sv, "7z"sv,      "xz"sv,  "zst"sv,     "vrt"sv,     "xls"sv, "xlsx"sv,  "ods"sv,
    "e00"sv, "vct"sv,     "mvt"sv, "mbtiles"sv, "pmtiles"sv, "o5m"sv, "3ds"sv,   "dae"sv,
    "stl"sv, "feather"sv, "sdc"sv, "gdbtable"sv};

template <class List>
bool is_in(const List& list, std::string_view extension) {
    return std::find(list.begin(), list.end(), extension) != list.end();
}

std::string stem_of(const std::string& name, const std::string& extension) {
    return extension.empty() ? name : name.substr(0, name.size() - extension.size() - 1);
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return text;
}

// "a/b.gdb" of "a/b.gdb/a00000001.gdbtable"; also of a geodatabase that was packed without its
// folder, which then gets a name.
std::string geodatabase_of(const std::string& name, const std::set<std::string>& bare) {
    const std::string small_name = lower(name);
    if (const std::size_t at = small_name.find(".gdb/"); at != std::string::npos)
        return name.substr(0, at + 4);
    const std::size_t slash = name.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : name.substr(0, slash);
    return bare.count(folder) > 0 ? (folder.empty() ? "geodatabase" : folder) + ".gdb" : "";
}

std::set<std::string> bare_geodatabases(const std::vector<std::string>& names) {
    std::set<std::string> folders;
    for (const std::string& name : names) {
        const std::string small_name = lower(name);
        if (!small_name.ends_with("a00000001.gdbtable") ||
            small_name.find(".gdb/") != std::string::npos)
            continue;
        const std::size_t slash = name.rfind('/');
        folders.insert(slash == std::string::npos ? "" : name.substr(0, slash));
    }
    return folders;
}

}  // namespace

bool is_small_neighbour(const std::string& path) {
    return is_in(small, extension_of(path));
}

MapSets map_sets(const std::vector<std::string>& names) {
    MapSets sets;
    const std::set<std::string> bare = bare_geodatabases(names);
    std::map<std::string, std::string> stems;  // lower case -> as its main file spells it
    for (const std::string& name : names)
        if (const std::string extension = extension_of(name);
            extension == "shp" || extension == "tab" || extension == "mif" || extension == "gml" ||
            extension == "csv")
            stems.emplace(lower(stem_of(name, extension)), stem_of(name, extension));
    for (std::size_t m = 0; m < names.size(); ++m) {
        const std::string& name = names[m];
        if (name.ends_with('/')) continue;  // a folder
        const std::string extension = extension_of(name);
        if (const std::string folder = geodatabase_of(name, bare); !folder.empty()) {
            sets.files.push_back({m, folder + "/" + name.substr(name.rfind('/') + 1)});
            if (std::find(sets.to_open.begin(), sets.to_open.end(), folder) == sets.to_open.end())
                sets.to_open.push_back(folder);
            continue;
        }
        const std::string stem = stem_of(name, extension);
        const auto main = stems.find(lower(stem));
        if (is_in(beside, extension) && main != stems.end()) {
            sets.files.push_back({m, main->second + "." + extension});
        } else if (is_in(opened, extension)) {
            sets.files.push_back({m, stem + "." + extension});
            sets.to_open.push_back(stem + "." + extension);
        } else if (extension.empty() && lower(name).find("readme") == std::string::npos &&
                   lower(name).find("licen") == std::string::npos) {
            sets.files.push_back({m, name});
            sets.to_open.push_back(name);
        } else if (is_in(other_data, extension) || extension == "dbf") {
            sets.not_read.push_back(name);
        }
    }
    return sets;
}

}  // namespace geo_io

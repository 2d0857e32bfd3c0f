#include "geo/source/source_name.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "geo/files/text_input.h"
#include "geo/source/passwords.h"

namespace geo_io {

namespace {

namespace fs = std::filesystem;
using Kind = SourceName::Kind;

// GDAL's own file systems that ask a server (gdal.org/user/virtual_file_systems.html).
constexpr std::array<std::string_view, 12> remote_systems{
    "/vsicurl",  "/vsis3",   "/vsigs",      "/vsiaz",   "/vsiadls",  "/vsioss",
    "/vsiswift", "/vsihdfs", "/vsiwebhdfs", "/vsihttp", "/vsifetch", "/vsicached"};
constexpr std::array<std::string_view, 5> archives{"/vsizip/", "/vsigzip/", "/vsitar/", "/vsi7z/",
                                                   "/vsirar/"};
constexpr std::array<std::string_view, 3> web{"http://", "https://", "ftp://"};

struct Scheme {
    std::string_view prefix;
    Kind kind;
    const char* driver;
};
// As GDAL's drivers spell them (gdal.org/drivers/vector).
constexpr std::array<Scheme, 12> schemes{{{"PG:", Kind::database, "PostgreSQL"},
                                          {"PGB:", Kind::database, "PostgreSQL"},
                                          {"postgresql://", Kind::database, "PostgreSQL"},
                                          {"postgres://", Kind::database, "PostgreSQL"},
                                          {"MYSQL:", Kind::database, "MySQL"},
                                          {"OCI:", Kind::database, "OCI"},
                                          {"HANA:", Kind::database, "HANA"},
                                          {"MSSQL:", Kind::database, "MSSQLSpatial"},
                                          {"MongoDBv3:", Kind::database, "MongoDBv3"},
                                          {"WFS:", Kind::service, "WFS"},
                                          {"OAPIF:", Kind::service, "OAPIF"},
                                          {"OAPIF_COLLECTION:", Kind::service, "OAPIF"}}};

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return result;
}

bool begins(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() && lower(text.substr(0, prefix.size())) == lower(prefix);
}

template <class List>
bool begins_with_one_of(std::string_view text, const List& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view prefix) { return begins(text, prefix); });
}

const Scheme* scheme_of(std::string_view named) {
    const auto found = std::find_if(schemes.begin(), schemes.end(), [&](const Scheme& scheme) {
        return begins(named, scheme.prefix);
    });
    return found == schemes.end() ? nullptr : &*found;
}

bool asks_a_server(std::string_view vsi) {
    const std::string text = lower(vsi);
    return std::any_of(remote_systems.begin(), remote_systems.end(), [&](std::string_view remote) {
        return text.find(remote) != std::string::npos;
    });
}

// host/name of an address, or what a database calls itself: no user, no query.
std::string title_of(const SourceName& name) {
    const std::string text = name.shown.substr(0, name.shown.find('?'));
    if (name.kind == Kind::database) return "database " + name.driver;
    const std::string stem = fs::path(text).stem().string();
    return stem.empty() ? text : stem;
}

SourceName remote(Kind kind, const std::string& named, std::string for_gdal) {
    SourceName name;
    name.kind = kind;
    name.for_gdal = std::move(for_gdal);
    name.secrets = passwords_in(named);
    name.shown = name.hide(named);
    if (const Scheme* scheme = scheme_of(named)) name.driver = scheme->driver;
    name.title = title_of(name);
    return name;
}

SourceName local(Kind kind, const std::string& named, std::string for_gdal) {
    SourceName name;
    name.kind = kind;
    name.for_gdal = std::move(for_gdal);
    name.shown = named;
    name.title = fs::path(named).filename().stem().string();
    return name;
}

// The archive on the disk of "/vsizip//data/a.zip/b.shp", which must be an ordinary file.
city::Result<SourceName> inside_archive(const std::string& named) {
    std::string_view rest = named;
    while (begins_with_one_of(rest, archives)) rest.remove_prefix(rest.find('/', 1) + 1);
    if (rest.starts_with('{')) rest = rest.substr(1, rest.find('}') - 1);
    std::error_code ignored;
    std::string path(rest);
    while (!fs::exists(path, ignored)) {
        const std::size_t slash = path.find_last_of('/');
        if (slash == std::string::npos || slash == 0) break;
        path.resize(slash);
    }
    if (path.empty() || !fs::exists(path, ignored)) path = std::string(rest);
    if (auto ok = files::must_be_regular(path, "an archive of map data"); !ok)
        return tl::unexpected(ok.error());
    return local(Kind::file, named, named);
}

}  // namespace

bool names_network(std::string_view named) {
    return begins_with_one_of(named, web) || scheme_of(named) != nullptr ||
           (begins(named, "/vsi") && asks_a_server(named));
}

std::string shown_source(const std::string& named) {
    return names_network(named) ? remote(Kind::address, named, "").shown : named;
}

std::string title_of_source(const std::string& named) {
    const auto name = understand_source(named);
    return name ? name->title : fs::path(shown_source(named)).stem().string();
}

std::string SourceName::hide(std::string text) const {
    for (const std::string& secret : secrets)
        for (std::size_t at = text.find(secret); at != std::string::npos;
             at = text.find(secret, at + 3))
            text.replace(at, secret.size(), "***");
    return without_passwords(std::move(text));
}

city::Result<SourceName> understand_source(const std::string& named) {
    if (named.empty()) return city::fail("a source of map data has no name");
    std::error_code ignored;
    // What is there is a file, whatever its name reminds of.
    if (!fs::exists(fs::symlink_status(named, ignored))) {
        if (begins_with_one_of(named, web))
            return remote(Kind::address, named, "/vsicurl/" + named);
        if (const Scheme* scheme = scheme_of(named)) {
            std::string for_gdal = named;
            if (begins(named, "postgres://")) for_gdal.replace(0, 8, "postgresql");
            return remote(scheme->kind, named, for_gdal);
        }
        if (begins(named, "/vsi")) {
            if (asks_a_server(named)) return remote(Kind::address, named, named);
            if (begins_with_one_of(named, archives)) return inside_archive(named);
            if (begins(named, "/vsistdin"))
                return city::fail("map data is not read from standard input: save it as a file: " +
                                  named);
            return city::fail("this is no place that map data is read from: " + named);
        }
    }
    const std::string path = fs::absolute(named, ignored).string();
    if (fs::is_directory(path, ignored)) return local(Kind::folder, named, path);
    if (auto ok = files::must_be_regular(named, "map data"); !ok) return tl::unexpected(ok.error());
    return local(Kind::file, named, path);
}

}  // namespace geo_io

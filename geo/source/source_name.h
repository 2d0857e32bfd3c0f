#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/city/result.h"

namespace geo_io {

/// What a person named as a source of map data: on the command line, in city.toml.
struct SourceName {
    enum class Kind {
        file,      ///< an ordinary file, or a path inside an archive (/vsizip/...)
        folder,    ///< of shapefiles, or a geodatabase
        address,   ///< a file on a server: https://, /vsicurl/, /vsis3/...
        database,  ///< PG:, MYSQL:...
        service,   ///< WFS:, OAPIF:
    };
    Kind kind = Kind::file;
    std::string for_gdal;  ///< files by their whole path: no part of it is a prefix of a driver
    std::string shown;     ///< without passwords
    std::string title;     ///< short, for a city that has no other name
    std::string driver;    ///< of databases and services
    std::vector<std::string> secrets;

    bool uses_network() const { return kind >= Kind::address; }
    /// A text, of GDAL's say, without the secrets and whatever else looks like one.
    std::string hide(std::string text) const;
};

/// Looks, and opens nothing. An Error says what the name is instead: not there, a pipe, a device...
city::Result<SourceName> understand_source(const std::string& named);

/// What may be told of a source: its name without passwords, and a short title for a city that has
/// no other name.
std::string shown_source(const std::string& named);
std::string title_of_source(const std::string& named);

/// Whether the name alone, whatever files there are, is that of a server or a database. Such a name
/// in city.toml is not a path beside it.
bool names_network(std::string_view named);

}  // namespace geo_io

#pragma once

#include <map>
#include <string>

class GDALDataset;
class OGRFieldDefn;

namespace geo_io {

struct ColumnWords {
    std::string title, description;
};

/// What a file says in words about its columns, where GDAL's field definitions do not carry it: the
/// titles and descriptions of a GeoPackage (its schema extension). Column -> words; empty where it
/// says nothing.
std::map<std::string, ColumnWords> words_about_columns(GDALDataset& dataset,
                                                       const std::string& layer);

/// What the codes of a column mean, where the file has a domain of coded values for it (municipal
/// geodatabases, GeoPackage): code -> words.
std::map<std::string, std::string> words_of_codes(const GDALDataset& dataset,
                                                  const OGRFieldDefn& field);

}  // namespace geo_io

#include "geo/source/drivers.h"

#include <gdal_priv.h>

namespace geo_io {

namespace {

// What planners have. Names as of GDAL 3.6 to 3.10; one that this GDAL lacks is passed over.
constexpr const char* of_files[] = {
    "ESRI Shapefile",
    "GeoJSON",
    "GeoJSONSeq",
    "TopoJSON",
    "ESRIJSON",
    "JSONFG",  // since 3.8
    "GPKG",
    "FlatGeobuf",
    "OpenFileGDB",
    "SQLite",  // without SpatiaLite's modules: gdal_setup.cpp
    "OSM",
    "CSV",
    "GML",  // without schemas from elsewhere, without a DTD
    "LIBKML",
    "KML",  // LIBKML keeps the attributes; KML stands in where it is not built
    "GPX",  // tracks are lines
    "DXF",
    "MapInfo File",  // a .tab that names other tables is refused first
    "Parquet",
    "Arrow",  // where this GDAL has them
    nullptr};

constexpr const char* of_folders[] = {"OpenFileGDB", "ESRI Shapefile", nullptr};

// A VRT is a file that names other files, addresses, databases and code to run on them.
constexpr const char* dangerous[] = {
    "OGR_VRT",  "VRT",           "GDALG",         // read what they name
    "GMLAS",                                      // fetches schemas
    "HTTP",                                       // fetches, then opens with any driver
    "GPSBabel",                                   // starts a program
    "ODBC",     "PGeo",          "MSSQLSpatial",  // load what a driver manager names
    "CSW",      "OGCAPI",        "WMS",          "WCS",    "WMTS", "PLMOSAIC",  // servers
    "PLSCENES", "NGW",           "EEDA",         "EEDAI",  "DAAS", "AmigoCloud",
    "Carto",    "Elasticsearch", "STACIT",       "STACTA", "MapML"};

}  // namespace

const char* const* file_drivers() {
    return of_files;
}

const char* const* folder_drivers() {
    return of_folders;
}

void remove_dangerous_drivers() {
    GDALDriverManager* manager = GetGDALDriverManager();
    for (const char* name : dangerous)
        if (GDALDriver* driver = manager->GetDriverByName(name)) {
            manager->DeregisterDriver(driver);
            GDALDestroyDriver(driver);  // nobody else will
        }
}

}  // namespace geo_io

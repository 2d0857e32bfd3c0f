#include "geo/source/gdal_setup.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>

#include <algorithm>
#include <mutex>
#include <string_view>
#include <utility>

#include "geo/files/utf8_text.h"
#include "geo/source/content_check.h"
#include "geo/source/drivers.h"
#include "geo/source/network_door.h"
#include "geo/source/passwords.h"

namespace geo_io {

namespace {

thread_local std::string messages;
thread_local bool failed = false;
constexpr std::size_t longest_message = 400;  // a broken file can complain once per feature

void CPL_STDCALL keep_message(CPLErr level, CPLErrorNum, const char* text) {
    failed = failed || level >= CE_Failure;
    if (level < CE_Warning || messages.size() > longest_message) return;
    if (!messages.empty()) messages += "; ";
    messages += text;
}

// Which OSM tags become columns. GDAL's own list has neither storeys nor lanes.
constexpr const char* osm_columns =
    R"(closed_ways_are_polygons=aeroway,amenity,boundary,building,building:part,craft,geological,historic,landuse,leisure,military,natural,office,place,shop,sport,tourism,highway=platform,public_transport=platform
attribute_name_laundering=no
report_all_nodes=no
report_all_ways=no
[points]
osm_id=no
attributes=name
other_tags=no
[lines]
osm_id=yes
attributes=name,name:zh,name:en,highway,railway,waterway,lanes,maxspeed,oneway,bridge,tunnel,layer,junction,area
other_tags=no
[multipolygons]
osm_id=yes
attributes=name,name:zh,name:en,type,building,building:part,building:levels,building:min_level,height,building:height,min_height,building:use,amenity,shop,office,tourism,leisure,healthcare,man_made,landuse,natural,water,waterway,railway,aeroway,start_date,construction_date,year_of_construction,layer,level
other_tags=no
[multilinestrings]
osm_id=yes
attributes=name,type
other_tags=no
[other_relations]
osm_id=yes
attributes=name,type
other_tags=no
)";

// What a file may make GDAL do. An environment variable of the same name does not change it.
constexpr std::pair<const char*, const char*> harmless[] = {
    {"GDAL_PAM_ENABLED", "NO"},         // writes .aux.xml beside a file
    {"GML_SKIP_RESOLVE_ELEMS", "ALL"},  // reads what xlink:href names
    {"GML_DOWNLOAD_WFS_SCHEMA", "NO"},
    {"LIBKML_RESOLVE_STYLE", "NO"},  // reads what styleUrl names
    {"SPATIALITE_LOAD", "NO"},  // VirtualText, VirtualGeoJSON...: tables that lie in other files
    {"OGR_SQLITE_LIST_VIRTUAL_OGR", "NO"},  // tables that lie in other files
    {"OGR_SQLITE_LOAD_EXTENSIONS", ""},
    {"OGR_SQLITE_PRAGMA", "trusted_schema=0"},  // no functions that act, in views
    {"GDAL_HTTP_CONNECTTIMEOUT", "10"},         // seconds
    {"GDAL_HTTP_TIMEOUT", "120"},               // of one request
    {"GDAL_HTTP_LOW_SPEED_TIME", "30"},
    {"GDAL_HTTP_LOW_SPEED_LIMIT", "1"},  // bytes a second
    {"GDAL_HTTP_MAX_RETRY", "1"},
};

// A schema of no feature type, for GML: see content_check.h.
void put_no_schema() {
    constexpr std::string_view text =
        R"(<schema xmlns="http://www.w3.org/2001/XMLSchema" version="1.0"/>)";
    if (VSILFILE* file = VSIFOpenL(no_schema_path, "wb")) {
        VSIFWriteL(text.data(), 1, text.size(), file);
        VSIFCloseL(file);
    }
}

}  // namespace

void set_up_gdal() {
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetErrorHandler(keep_message);
        GDALAllRegister();
        remove_dangerous_drivers();
        shut_network_door();
        put_no_schema();
        constexpr const char* path = "/vsimem/twinscape_osm.ini";
        const std::string text = osm_columns;
        if (VSILFILE* file = VSIFOpenL(path, "wb")) {
            VSIFWriteL(text.data(), 1, text.size(), file);
            VSIFCloseL(file);
            CPLSetConfigOption("OSM_CONFIG_FILE", path);
        }
        // A shapefile whose .shx was lost is read in order instead of refused; the report says so.
        CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");
        CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "2000");
        CPLSetConfigOption("CPL_CURL_GZIP", "YES");
        for (const auto& [option, value] : harmless) CPLSetConfigOption(option, value);
    });
}

std::string take_gdal_messages() {
    std::string taken;
    std::swap(taken, messages);
    return without_passwords(files::one_line(taken));
}

bool take_gdal_failure() {
    return std::exchange(failed, false);
}

}  // namespace geo_io

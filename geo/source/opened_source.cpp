#include "geo/source/opened_source.h"

#include <gdal_priv.h>

#include <array>
#include <filesystem>

#include "geo/source/content_check.h"
#include "geo/source/drivers.h"
#include "geo/source/gdal_setup.h"
#include "geo/source/opened_contents.h"
#include "geo/source/server_probe.h"
#include "geo/source/source_name.h"

namespace geo_io {

namespace {

Dataset open_with(const std::string& path, const char* const* drivers,
                  const std::string& encoding) {
    CPLStringList options;
    const bool shapefile = path.size() > 4 && (path.ends_with(".shp") || path.ends_with(".dbf") ||
                                               path.ends_with(".shz"));
    if (!encoding.empty() && shapefile) options.SetNameValue("ENCODING", encoding.c_str());
    if (is_xml(path)) {
        // No schema but what the features themselves show; no file beside the user's.
        options.SetNameValue("XSD", no_schema_path);
        options.SetNameValue("WRITE_GFS", "NO");
        options.SetNameValue("DOWNLOAD_SCHEMA", "NO");
    }
    return Dataset(static_cast<GDALDataset*>(GDALOpenEx(
        path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options.List(), nullptr)));
}

std::string with_time_limit(const SourceName& name) {
    if (name.driver != "PostgreSQL" || name.for_gdal.find("connect_timeout") != std::string::npos)
        return name.for_gdal;
    if (name.for_gdal.find("://") == std::string::npos)
        return name.for_gdal + " connect_timeout=10";
    return name.for_gdal + (name.for_gdal.find('?') == std::string::npos ? "?" : "&") +
           "connect_timeout=10";
}

city::Result<OpenedSource> open_remote(const SourceName& name, const SourceAccess& access,
                                       city::LoadReport& report) {
    if (!access.allow_network)
        return city::fail("needs the network, which is not used without --allow-network: " +
                          name.shown);
    OpenedSource source;
    source.network = std::make_unique<OpenNetworkDoor>();
    std::string why;
    if (name.driver.empty()) {
        // A file on a server is one like others, packed or not.
        const std::string path = name.shown.substr(0, name.shown.find('?'));
        if (auto ok = open_by_contents(name.for_gdal, path.substr(path.find_last_of('/') + 1),
                                       name.shown, access.encoding, source, report);
            ok)
            return source;
        else
            why = name.hide(ok.error().message);
    } else {
        if (name.driver == "MySQL") why = no_mysql_greeting(name.for_gdal);
        const std::array<const char*, 2> only{name.driver.c_str(), nullptr};
        Dataset dataset = why.empty()
                              ? open_with(with_time_limit(name), only.data(), access.encoding)
                              : Dataset();
        if (dataset) {
            source.datasets.push_back(std::move(dataset));
            return source;
        }
        if (why.empty()) why = name.hide(take_gdal_messages());
    }
    if (!name.driver.empty() &&
        GetGDALDriverManager()->GetDriverByName(name.driver.c_str()) == nullptr)
        why = "this GDAL has no driver for " + name.driver;
    if (why.empty()) why = "no map data came from there";
    return city::fail("cannot read map data: " + why + ": " + name.shown);
}

city::Result<OpenedSource> open_local(const SourceName& name, const SourceAccess& access,
                                      city::LoadReport& report) {
    const std::string& path = name.for_gdal;
    OpenedSource source;
    std::string why;
    if (name.kind == SourceName::Kind::folder) {
        why = reaches_elsewhere(path);
        if (Dataset dataset =
                why.empty() ? open_with(path, folder_drivers(), access.encoding) : Dataset())
            source.datasets.push_back(std::move(dataset));
        else if (why.empty())
            why = take_gdal_messages();
    } else {
        const std::string file = std::filesystem::path(path).filename().string();
        if (auto ok = open_by_contents(path, file, name.shown, access.encoding, source, report);
            !ok)
            why = ok.error().message;
    }
    if (!source.datasets.empty()) return source;
    if (why.empty() && name.kind == SourceName::Kind::folder)
        why = "the folder holds no city.toml, no shapefile and no geodatabase";
    if (why.empty()) why = "it is in none of the formats that are opened";
    return city::fail("cannot read map data: " + why + ": " + name.shown);
}

}  // namespace

void DatasetClose::operator()(GDALDataset* dataset) const {
    GDALClose(dataset);
}

std::string OpenedSource::damaged() {
    for (const auto& archive : archives)
        if (std::string member = archive->damaged(); !member.empty()) return member;
    return "";
}

city::Result<OpenedSource> open_source(const std::string& named, const SourceAccess& access,
                                       city::LoadReport& report) {
    set_up_gdal();
    take_gdal_messages();
    const auto name = understand_source(named);
    if (!name) return city::fail("cannot read map data: " + name.error().message);
    auto source = name->uses_network() ? open_remote(*name, access, report)
                                       : open_local(*name, access, report);
    take_gdal_messages();
    return source;
}

Dataset open_contents(const std::string& path, const std::string& encoding, std::string& why_not) {
    set_up_gdal();
    why_not = reaches_elsewhere(path);
    return why_not.empty() ? open_with(path, file_drivers(), encoding) : Dataset();
}

Dataset open_with_new_index(const std::string& path, const std::string& encoding) {
    CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", "YES");
    const std::string copy =
        "/vsimem/twinscape_restored/" + std::filesystem::path(path).filename().string();
    Dataset dataset;
    if (CPLCopyFile(copy.c_str(), path.c_str()) == 0) {
        for (const char* extension : {"dbf", "prj", "cpg"})
            CPLCopyFile(CPLResetExtension(copy.c_str(), extension),
                        std::string(CPLResetExtension(path.c_str(), extension)).c_str());
        dataset = open_with(copy, file_drivers(), encoding);
    }
    CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", nullptr);
    return dataset;
}

}  // namespace geo_io

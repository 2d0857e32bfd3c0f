#include "geo/source/opened_source.h"

#include <gdal_priv.h>

#include <filesystem>

#include "geo/source/gdal_setup.h"

namespace geo_io {

namespace {

Dataset open_dataset(const std::string& path, const std::string& encoding) {
    CPLStringList options;
    const bool shapefile = path.size() > 4 && (path.ends_with(".shp") || path.ends_with(".dbf") ||
                                               path.ends_with(".shz"));
    if (!encoding.empty() && shapefile) options.SetNameValue("ENCODING", encoding.c_str());
    return Dataset(static_cast<GDALDataset*>(GDALOpenEx(
        path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, options.List(), nullptr)));
}

// The index of a shapefile is rebuilt on a copy in memory: the user's folder stays as it is.
Dataset open_with_new_index(const std::string& path, const std::string& encoding) {
    CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", "YES");
    const std::string copy =
        "/vsimem/twinscape_restored/" + std::filesystem::path(path).filename().string();
    Dataset dataset;
    if (CPLCopyFile(copy.c_str(), path.c_str()) == 0) {
        for (const char* extension : {"dbf", "prj", "cpg"})
            CPLCopyFile(CPLResetExtension(copy.c_str(), extension),
                        std::string(CPLResetExtension(path.c_str(), extension)).c_str());
        dataset = open_dataset(copy, encoding);
    }
    CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", nullptr);
    return dataset;
}

}  // namespace

void DatasetClose::operator()(GDALDataset* dataset) const {
    GDALClose(dataset);
}

city::Result<OpenedSource> open_source(const std::string& path, const std::string& encoding,
                                       city::LoadReport& report) {
    set_up_gdal();
    take_gdal_messages();
    OpenedSource source;
    source.unpacked = UnpackedZip::open(path);
    source.dataset = open_dataset(source.unpacked ? source.unpacked->shapefile() : path, encoding);
    if (!source.dataset && path.ends_with(".shp")) {
        source.dataset = open_with_new_index(path, encoding);
        if (source.dataset)
            report.add(city::ProblemKind::file_damaged,
                       path + ": index (.shx) is missing, rebuilt from the shapes");
    }
    if (!source.dataset) {
        std::string why = take_gdal_messages();
        std::error_code ignored;
        const bool plain_path = path.find(':') == std::string::npos && path.rfind("/vsi", 0) != 0;
        if (plain_path && !std::filesystem::exists(path, ignored)) why = "there is no such file";
        if (why.empty()) why = "GDAL knows no format of this kind";
        return city::fail("cannot read map data: " + why + ": " + path);
    }
    take_gdal_messages();
    return source;
}

}  // namespace geo_io

#include "geo/io/table_export.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "geo/crs/crs_transform.h"
#include "geo/crs/map_crs.h"
#include "geo/files/cannot_write.h"
#include "geo/files/table_cell.h"
#include "geo/files/utf8_text.h"
#include "geo/io/gdal_watch.h"
#include "geo/source/gdal_setup.h"

namespace geo_io {

namespace {

namespace fs = std::filesystem;

struct Format {
    const char* ending;
    const char* driver;
    bool one_layer, geometry, lonlat;
    bool tells_errors;  ///< of writing; else the file is watched
};
constexpr Format formats[] = {{".gpkg", "GPKG", false, true, false, true},
                              {".fgb", "FlatGeobuf", true, true, false, false},
                              {".geojson", "GeoJSON", true, true, true, false},
                              {".csv", "CSV", true, false, false, false},
                              {".xlsx", "XLSX", false, false, false, false}};

std::unique_ptr<OGRGeometry> geometry_of(const TableLayer& layer, std::size_t row,
                                         const crs::CrsTransform* to_lonlat) {
    const auto place = [&](city::MapPoint p) {
        return to_lonlat != nullptr ? to_lonlat->inverse(p) : p;
    };
    if (layer.lines != nullptr) {
        auto line = std::make_unique<OGRLineString>();
        for (const city::MapPoint point : layer.lines->line(row)) {
            const city::MapPoint p = place(point);
            line->addPoint(p.x, p.y);
        }
        return line;
    }
    if (layer.polygons == nullptr) return nullptr;
    auto polygon = std::make_unique<OGRPolygon>();
    const city::Rings& rings = *layer.polygons;
    for (std::uint32_t r = rings.polygon_offsets[row]; r < rings.polygon_offsets[row + 1]; ++r) {
        auto ring = std::make_unique<OGRLinearRing>();
        for (const city::MapPoint point : rings.ring(r)) {
            const city::MapPoint p = place(point);
            ring->addPoint(p.x, p.y);
        }
        ring->closeRings();
        polygon->addRingDirectly(ring.release());
    }
    return polygon;
}

// What spreadsheets open. A workbook says itself that a text is one, and no formula.
std::string cell_text(const Format& format, const std::string& text) {
    const std::string_view driver(format.driver);
    return driver == "CSV"    ? files::table_cell(text)
           : driver == "XLSX" ? files::harmless_lines(text)
                              : text;
}

city::Result<void> write_layer(GDALDataset& dataset, const Format& format, const TableLayer& layer,
                               const std::string& folder, const city::LocalFrame& frame,
                               const city::Progress& progress) {
    OGRSpatialReference reference;
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const bool placed = frame.map_crs() != crs::local_metres;
    std::optional<crs::CrsTransform> to_lonlat;
    if (placed) {
        reference.SetFromUserInput(format.lonlat ? "EPSG:4326" : frame.map_crs().c_str());
        if (format.lonlat) {
            auto made = crs::CrsTransform::create(crs::wgs84_lonlat, frame.map_crs());
            if (!made) return tl::unexpected(made.error());
            to_lonlat.emplace(std::move(*made));
        }
    }
    const bool geometry = format.geometry && (layer.polygons != nullptr || layer.lines != nullptr);
    // FlatGeobuf sorts in a second file, which is to be watched too, and to lie on the same disk.
    CPLStringList options;
    if (std::string_view(format.driver) == "FlatGeobuf")
        options.SetNameValue("TEMPORARY_DIR", watched(folder).c_str());
    OGRLayer* out =
        dataset.CreateLayer(layer.name.c_str(), placed && geometry ? &reference : nullptr,
                            !geometry                ? wkbNone
                            : layer.lines != nullptr ? wkbLineString
                                                     : wkbPolygon,
                            options.List());
    if (out == nullptr) return city::fail("layer '" + layer.name + "': " + take_gdal_messages());
    for (const TableColumn& column : layer.columns) {
        OGRFieldDefn field(column.name.c_str(),
                           column.number.empty() && layer.rows > 0 ? OFTString : OFTReal);
        if (out->CreateField(&field) != OGRERR_NONE)
            return city::fail("column '" + column.name + "': " + take_gdal_messages());
    }
    const bool all_or_nothing = out->StartTransaction() == OGRERR_NONE;
    for (std::size_t row = 0; row < layer.rows; ++row) {
        if (row % 4096 == 0) {
            if (progress.cancelled()) return city::fail(city::cancelled_message);
            progress.tell(static_cast<float>(row) / static_cast<float>(layer.rows), "writing");
        }
        OGRFeature feature(out->GetLayerDefn());
        for (std::size_t c = 0; c < layer.columns.size(); ++c) {
            const TableColumn& column = layer.columns[c];
            if (column.number.empty())
                feature.SetField(static_cast<int>(c), cell_text(format, column.text[row]).c_str());
            else if (std::isnan(column.number[row]))
                feature.SetFieldNull(static_cast<int>(c));
            else
                feature.SetField(static_cast<int>(c), column.number[row]);
        }
        if (geometry)
            feature.SetGeometryDirectly(
                geometry_of(layer, row, to_lonlat ? &*to_lonlat : nullptr).release());
        if (out->CreateFeature(&feature) != OGRERR_NONE) return city::fail(take_gdal_messages());
    }
    if (all_or_nothing && out->CommitTransaction() != OGRERR_NONE)
        return city::fail(take_gdal_messages());
    return {};
}

// GDAL's own words name the temporary file, and differ from driver to driver.
city::Error gdal_error(const std::string& path, const std::string& words) {
    if (words.find("disk is full") != std::string::npos ||
        words.find(std::strerror(ENOSPC)) != std::string::npos)
        return files::cannot_write(path, ENOSPC);
    return {"cannot write " + path + ": " + (words.empty() ? "GDAL does not say why" : words)};
}

city::Result<void> write_file(files::Outputs& outputs, const std::string& path,
                              const Format& format, const std::vector<const TableLayer*>& layers,
                              const city::LocalFrame& frame, const city::Progress& progress) {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver);
    if (driver == nullptr)
        return city::fail(std::string("this GDAL cannot write ") + format.driver + ": " + path);
    const auto out = outputs.add(path);
    if (!out) return tl::unexpected(out.error());
    const std::string folder = fs::path(out->temporary).parent_path().string();
    take_gdal_messages();
    take_gdal_failure();
    city::Result<void> written;
    {
        const std::string name = format.tells_errors ? out->temporary : watched(out->temporary);
        const std::unique_ptr<GDALDataset, void (*)(GDALDataset*)> dataset(
            driver->Create(name.c_str(), 0, 0, 0, GDT_Unknown, nullptr),
            [](GDALDataset* d) { GDALClose(d); });
        if (!dataset) written = city::fail(take_gdal_messages());
        for (const TableLayer* layer : layers)
            if (written) written = write_layer(*dataset, format, *layer, folder, frame, progress);
    }
    // Much is written, and goes wrong, only when the file is closed; GDALClose() cannot tell.
    const int error = take_write_error(folder);
    const std::string late = take_gdal_messages();
    const bool failed = take_gdal_failure();
    if (!written && written.error().message == city::cancelled_message) return written;
    if (error != 0) return tl::unexpected(files::cannot_write(path, error));
    if (!written) return tl::unexpected(gdal_error(path, written.error().message));
    if (failed) return tl::unexpected(gdal_error(path, late));
    return {};
}

}  // namespace

city::Result<void> write_tables(const std::string& path, const std::vector<TableLayer>& layers,
                                const city::LocalFrame& frame, const city::Progress& progress) {
    files::Outputs outputs;
    if (auto written = write_tables(outputs, path, layers, frame, progress); !written)
        return written;
    return outputs.commit();
}

city::Result<void> write_tables(files::Outputs& outputs, const std::string& path,
                                const std::vector<TableLayer>& layers,
                                const city::LocalFrame& frame, const city::Progress& progress) {
    set_up_gdal();
    const fs::path target(path);
    for (const Format& format : formats) {
        if (target.extension() != format.ending) continue;
        if (!format.one_layer) {
            std::vector<const TableLayer*> all;
            for (const TableLayer& layer : layers) all.push_back(&layer);
            return write_file(outputs, path, format, all, frame, progress);
        }
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const fs::path name =
                i == 0 ? target
                       : target.parent_path() / (target.stem().string() + "-" + layers[i].name +
                                                 target.extension().string());
            if (auto ok = write_file(outputs, name.string(), format, {&layers[i]}, frame, progress);
                !ok)
                return ok;
        }
        return {};
    }
    return city::fail("the ending must be .gpkg, .fgb, .geojson, .csv or .xlsx: " + path);
}

}  // namespace geo_io

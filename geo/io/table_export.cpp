#include "geo/io/table_export.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "geo/crs/crs_transform.h"
#include "geo/crs/map_crs.h"
#include "geo/io/gdal_setup.h"

namespace geo_io {

namespace {

namespace fs = std::filesystem;

struct Format {
    const char* ending;
    const char* driver;
    bool one_layer, geometry, lonlat;
};
constexpr Format formats[] = {{".gpkg", "GPKG", false, true, false},
                              {".fgb", "FlatGeobuf", true, true, false},
                              {".geojson", "GeoJSON", true, true, true},
                              {".csv", "CSV", true, false, false},
                              {".xlsx", "XLSX", false, false, false}};

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

city::Result<void> write_layer(GDALDataset& dataset, const Format& format, const TableLayer& layer,
                               const city::LocalFrame& frame, const city::Progress& progress) {
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
    OGRLayer* out =
        dataset.CreateLayer(layer.name.c_str(), placed && geometry ? &reference : nullptr,
                            !geometry                ? wkbNone
                            : layer.lines != nullptr ? wkbLineString
                                                     : wkbPolygon,
                            nullptr);
    if (out == nullptr)
        return city::fail("cannot write layer '" + layer.name + "': " + take_gdal_messages());
    for (const TableColumn& column : layer.columns) {
        OGRFieldDefn field(column.name.c_str(),
                           column.number.empty() && layer.rows > 0 ? OFTString : OFTReal);
        if (out->CreateField(&field) != OGRERR_NONE)
            return city::fail("cannot write column '" + column.name + "': " + take_gdal_messages());
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
                feature.SetField(static_cast<int>(c), column.text[row].c_str());
            else if (std::isnan(column.number[row]))
                feature.SetFieldNull(static_cast<int>(c));
            else
                feature.SetField(static_cast<int>(c), column.number[row]);
        }
        if (geometry)
            feature.SetGeometryDirectly(
                geometry_of(layer, row, to_lonlat ? &*to_lonlat : nullptr).release());
        if (out->CreateFeature(&feature) != OGRERR_NONE)
            return city::fail("writing broke off: " + take_gdal_messages());
    }
    if (all_or_nothing && out->CommitTransaction() != OGRERR_NONE)
        return city::fail("writing broke off: " + take_gdal_messages());
    return {};
}

city::Result<void> write_file(const std::string& path, const Format& format,
                              const std::vector<const TableLayer*>& layers,
                              const city::LocalFrame& frame, const city::Progress& progress) {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver);
    if (driver == nullptr)
        return city::fail(std::string("this GDAL cannot write ") + format.driver + ": " + path);
    const fs::path target(path);
    const std::string temporary =
        (target.parent_path() /
         (".twinscape-" + std::to_string(getpid()) + "-" + target.filename().string()))
            .string();
    std::error_code ignored;
    city::Result<void> written;
    {
        const std::unique_ptr<GDALDataset, void (*)(GDALDataset*)> dataset(
            driver->Create(temporary.c_str(), 0, 0, 0, GDT_Unknown, nullptr),
            [](GDALDataset* d) { GDALClose(d); });
        if (!dataset) return city::fail("cannot write: " + take_gdal_messages() + ": " + path);
        for (const TableLayer* layer : layers)
            if (written) written = write_layer(*dataset, format, *layer, frame, progress);
    }
    if (written) {
        const std::string late = take_gdal_messages();
        std::error_code error;
        fs::rename(temporary, target, error);
        if (error)
            written = city::fail("cannot write: " + error.message() +
                                 (late.empty() ? "" : ", " + late) + ": " + path);
    }
    if (!written) fs::remove(temporary, ignored);
    return written;
}

}  // namespace

city::Result<void> write_tables(const std::string& path, const std::vector<TableLayer>& layers,
                                const city::LocalFrame& frame, const city::Progress& progress) {
    set_up_gdal();
    take_gdal_messages();
    const fs::path target(path);
    std::error_code ignored;
    if (!target.parent_path().empty() && !fs::is_directory(target.parent_path(), ignored))
        return city::fail("there is no folder for the output: " + path);
    for (const Format& format : formats) {
        if (target.extension() != format.ending) continue;
        if (!format.one_layer) {
            std::vector<const TableLayer*> all;
            for (const TableLayer& layer : layers) all.push_back(&layer);
            return write_file(path, format, all, frame, progress);
        }
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const fs::path name =
                i == 0 ? target
                       : target.parent_path() / (target.stem().string() + "-" + layers[i].name +
                                                 target.extension().string());
            if (auto ok = write_file(name.string(), format, {&layers[i]}, frame, progress); !ok)
                return ok;
        }
        return {};
    }
    return city::fail("the ending must be .gpkg, .fgb, .geojson, .csv or .xlsx: " + path);
}

city::Result<void> write_text(const std::string& path, const std::string& text) {
    if (path.empty() || path == "-") {
        std::fwrite(text.data(), 1, text.size(), stdout);
        if (std::fflush(stdout) != 0) return city::fail("cannot write to stdout");
        return {};
    }
    const std::string temporary = path + ".part";
    {
        std::ofstream file(temporary, std::ios::binary);
        file.write(text.data(), static_cast<std::streamsize>(text.size()));
        file.flush();
        if (!file) {
            std::error_code ignored;
            fs::remove(temporary, ignored);
            return city::fail("cannot write (is the folder there, and is there room?): " + path);
        }
    }
    std::error_code error;
    fs::rename(temporary, path, error);
    if (error) return city::fail("cannot write: " + error.message() + ": " + path);
    return {};
}

}  // namespace geo_io

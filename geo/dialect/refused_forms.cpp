#include "geo/dialect/refused_forms.h"

#include <array>
#include <string>

namespace geo_io {

namespace {

using namespace std::string_view_literals;

// `%` in a remedy stands for the file's name.
struct Refused {
    std::size_t offset;
    std::string_view magic;      ///< "" = the name decides alone
    std::string_view extension;  ///< "" = whatever the name is
    std::string_view is, remedy, driver = "";
};

constexpr std::string_view raster_remedy =
    "it holds cells and no outlines; outlines of equal cells come from "
    "gdal_polygonize.py % out.gpkg";
constexpr std::string_view drawing_remedy =
    "save it as DXF: dwg2dxf % (LibreDWG), or a CAD program";
constexpr std::string_view model_remedy =
    "it holds surfaces without a place on the map; export CityJSON, GeoPackage or DXF from the "
    "program it was made with";
constexpr std::string_view picture_remedy = "it holds no outlines of buildings or roads";

// Signatures: the formats' specifications, and `file`'s magic database (astron.com/pub/file).
constexpr std::array rows{
    Refused{0, "PAR1", "", "a Parquet table", "convert it: ogr2ogr -f GPKG out.gpkg %", "Parquet"},
    Refused{0, "ARROW1", "", "an Arrow (Feather) table", "convert it: ogr2ogr -f GPKG out.gpkg %",
            "Arrow"},
    Refused{4, "Standard Jet DB", "", "an Access database (personal geodatabase)",
            "convert it with a GDAL that has ODBC: ogr2ogr -f GPKG out.gpkg %"},
    Refused{4, "Standard ACE DB", "", "an Access database",
            "convert it with a GDAL that has ODBC: ogr2ogr -f GPKG out.gpkg %"},
    Refused{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "rvt", "a Revit model", model_remedy},
    Refused{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "xls", "an Excel workbook",
            "it is a table without outlines; save the sheet as CSV with a column of WKT"},
    Refused{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "", "an OLE document (Office, Revit, 3ds Max)",
            "export GeoPackage, shapefile or CSV from the program it was made with"},
    Refused{0, "ISO-10303-21", "", "an IFC (STEP) building model", model_remedy},
    Refused{0, "AC10", "", "a DWG drawing", drawing_remedy},
    Refused{0, "AC1.", "", "a DWG drawing", drawing_remedy},
    Refused{0, "LASF", "", "a LAS/LAZ point cloud",
            "it holds points and no outlines; PDAL or CloudCompare derive them"},
    Refused{0, "II*\0"sv, "", "a TIFF raster", raster_remedy},
    Refused{0, "MM\0*"sv, "", "a TIFF raster", raster_remedy},
    Refused{0, "II+\0"sv, "", "a BigTIFF raster", raster_remedy},
    Refused{0, "MM\0+"sv, "", "a BigTIFF raster", raster_remedy},
    Refused{0, "\x89HDF\r\n\x1A\n", "", "an HDF5 (netCDF) file", raster_remedy},
    Refused{0, "CDF\x01", "", "a netCDF file", raster_remedy},
    Refused{0, "CDF\x02", "", "a netCDF file", raster_remedy},
    Refused{0, "GRIB", "", "a GRIB weather raster", raster_remedy},
    Refused{0, "\0\0\0\x0CjP  "sv, "", "a JPEG 2000 raster", raster_remedy},
    Refused{0, "\x89PNG", "", "a PNG picture", picture_remedy},
    Refused{0, "\xFF\xD8\xFF", "", "a JPEG picture", picture_remedy},
    Refused{0, "GIF8", "", "a GIF picture", picture_remedy},
    Refused{0, "%PDF", "", "a PDF document",
            "ask its author for the map data (GeoPackage, shapefile, GeoJSON)"},
    Refused{0, "{\\rtf", "", "an RTF document", "ask its author for the map data"},
    Refused{0, "glTF", "", "a glTF model", model_remedy},
    Refused{0, "b3dm", "", "a 3D tile", model_remedy},
    Refused{0, "Kaydara FBX", "", "an FBX model", model_remedy},
    Refused{0, "ply\n", "", "a PLY model", model_remedy},
    Refused{0, "\xFF\xFE\xFF\x0ES\0k\0e\0t\0c\0h"sv, "", "a SketchUp model", model_remedy},
    Refused{0, "Rar!\x1A\x07", "", "a RAR archive", "unpack it first: unrar x %"},
    Refused{0, "7z\xBC\xAF\x27\x1C", "", "a 7z archive", "unpack it first: 7z x %"},
    Refused{0,
            "\xFD"
            "7zXZ\0"sv,
            "", "packed with xz", "unpack it first: xz -dk %"},
    Refused{0, "\x28\xB5\x2F\xFD", "", "packed with Zstandard", "unpack it first: zstd -d %"},
    Refused{0, "\x04\x22\x4D\x18", "", "packed with LZ4", "unpack it first: lz4 -d %"},
    Refused{0, "\x1F\x9D", "", "packed with compress", "unpack it first: uncompress %"},
    Refused{0, "PMTiles", "", "a PMTiles archive of vector tiles",
            "tiles cut buildings apart; get the data they were made from"},
    Refused{0, "SQLite format 3", "mbtiles", "an MBTiles archive of map tiles",
            "tiles cut buildings apart; get the data they were made from"},
    Refused{3,
            "\x04"
            "o5m2",
            "", "an o5m extract of OpenStreetMap", "convert it: osmconvert % -o=out.osm.pbf"},
    Refused{0, "", "mvt", "a vector tile",
            "tiles cut buildings apart; get the data they were made from"},
    Refused{0, "version https://git-lfs.github.com/spec/", "",
            "a pointer of Git LFS and not the file itself",
            "fetch the file: git lfs pull, or download it from the project's page"},
    Refused{0, "version https://hawser", "", "a pointer of Git LFS and not the file itself",
            "fetch the file: git lfs pull"},
    Refused{0, "/annex/objects/", "", "a pointer of git-annex and not the file itself",
            "fetch the file: git annex get %"},
    Refused{0, "<smmap", "", "a SuperMap document", "export shapefiles or GeoJSON from it"},
};

std::string with_name(std::string_view remedy, std::string_view name) {
    std::string text(remedy);
    if (const std::size_t at = text.find('%'); at != std::string::npos)
        text.replace(at, 1, name.empty() ? "FILE" : name);
    return text;
}

}  // namespace

std::optional<Content> refused_form(std::string_view head, std::string_view name) {
    const std::string extension = extension_of(name);
    for (const Refused& row : rows) {
        if (!row.extension.empty() && row.extension != extension) continue;
        if (head.size() < row.offset || !head.substr(row.offset).starts_with(row.magic)) continue;
        return Content{Form::refused, std::string(row.is), with_name(row.remedy, name), row.driver};
    }
    return std::nullopt;
}

}  // namespace geo_io

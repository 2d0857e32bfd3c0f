// Tables that go out through GDAL: whole, or the old file and one line.
#include "geo/io/table_export.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>

#include "geo/crs/map_crs.h"
#include "geo/source/gdal_setup.h"
#include "tests/support/catch.h"
#include "tests/support/file_limit.h"
#include "tests/support/temp_folder.h"

namespace {

using Names = std::set<std::string>;

struct Table {
    city::Rings footprints;
    city::Lines lines;
    std::vector<geo_io::TableLayer> layers;

    Table(const Table&) = delete;
    explicit Table(std::size_t rows) {
        geo_io::TableLayer houses{"buildings", {}, &footprints, nullptr, rows},
            roads{"roads", {}, nullptr, &lines, rows};
        geo_io::TableColumn id{"id", {}, {}}, area{"area_m2", {}, {}};
        for (std::size_t k = 0; k < rows; ++k) {
            const double x = 20.0 * static_cast<double>(k);
            const std::array<city::MapPoint, 4> ring{{{x, 0}, {x + 9, 0}, {x + 9, 8}, {x, 8}}};
            footprints.add_ring(ring);
            footprints.end_polygon();
            lines.add_line(std::array<city::MapPoint, 2>{{{x, -5}, {x + 20, -5}}});
            // Texts that compress badly, so that every format has to write.
            id.text.push_back("\"house\", " + std::to_string(k * 2654435761u % 1000003));
            area.number.push_back(72.5 + static_cast<double>(k * 40503u % 977));
        }
        houses.columns = {id, area};
        roads.columns = {id, area};
        layers = {houses, roads};
    }
};

const city::LocalFrame frame("EPSG:32610", {551'000, 4'180'500}, {-122.4, 37.8});

std::size_t rows_in(const std::string& path, const std::string& layer) {
    geo_io::set_up_gdal();
    const std::unique_ptr<GDALDataset> data(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    if (!data) return 0;
    OGRLayer* found = data->GetLayerByName(layer.c_str());
    if (found == nullptr && data->GetLayerCount() > 0) found = data->GetLayer(0);
    return found == nullptr ? 0 : static_cast<std::size_t>(found->GetFeatureCount());
}

}  // namespace

TEST_CASE("every format holds every row, and nothing lies beside the files", "[io]") {
    const Table table(500);
    for (const std::string ending : {".gpkg", ".fgb", ".geojson", ".csv", ".xlsx"}) {
        const test::TempFolder folder;
        const std::string path = folder.path() + "/city" + ending;
        INFO(ending);
        const auto written = geo_io::write_tables(path, table.layers, frame);
        INFO((written ? "" : written.error().message));
        REQUIRE(written);
        CHECK(rows_in(path, "buildings") == 500);
        const bool one_layer = ending != ".gpkg" && ending != ".xlsx";
        const std::string roads = one_layer ? folder.path() + "/city-roads" + ending : path;
        CHECK(rows_in(roads, "roads") == 500);
        CHECK(folder.names().size() == (one_layer ? 2 : 1));
    }
}

TEST_CASE("a table over the file limit: one line, both old files whole, nothing left", "[io]") {
    const Table table(3000);
    for (const std::string ending : {".gpkg", ".fgb", ".geojson", ".csv", ".xlsx"}) {
        const test::TempFolder whole;
        REQUIRE(geo_io::write_tables(whole.path() + "/city" + ending, table.layers, frame));
        const std::size_t size = whole.bytes_of("city" + ending).size();
        const test::TempFolder folder;
        const std::string path = folder.file("city" + ending, "old houses");
        folder.file("city-roads" + ending, "old roads");
        const Names before = folder.names();
        for (const std::size_t part : {0, 1, 3, 5, 7, 9}) {
            INFO(ending << " with room for " << part << " tenths of " << size << " bytes");
            city::Result<void> written;
            {
                const test::FileLimit limit(size * part / 10);
                written = geo_io::write_tables(path, table.layers, frame);
            }
            REQUIRE_FALSE(written);
            INFO(written.error().message);
            CHECK(written.error().message.find("cannot write " + folder.path() + "/city") == 0);
            CHECK(written.error().message.find('\n') == std::string::npos);
            CHECK(folder.bytes_of("city" + ending) == "old houses");
            CHECK(folder.bytes_of("city-roads" + ending) == "old roads");
            CHECK(folder.names() == before);
        }
    }
}

TEST_CASE("a table whose second file cannot be written leaves the first one old", "[io]") {
    const Table table(10);
    const test::TempFolder folder;
    const std::string path = folder.file("city.csv", "old");
    std::filesystem::create_directory(folder.path() + "/city-roads.csv");
    CHECK_FALSE(geo_io::write_tables(path, table.layers, frame));
    CHECK(folder.bytes_of("city.csv") == "old");
    CHECK(folder.names() == Names{"city.csv", "city-roads.csv"});
}

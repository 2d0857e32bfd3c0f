// Ids of real cities: every one has its own, and it stays when the file is sorted otherwise.
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "geo/io/load_city.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

namespace {

struct Close {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, Close>;

enum class Order { as_it_is, backwards };

// A layer's features in a file that keeps every digit.
std::string copied(const std::string& path, const std::string& layer_name, Order order,
                   const test::TempFolder& folder) {
    GDALAllRegister();
    const Dataset from(static_cast<GDALDataset*>(
        GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr)));
    REQUIRE(from);
    OGRLayer* layer =
        layer_name.empty() ? from->GetLayer(0) : from->GetLayerByName(layer_name.c_str());
    REQUIRE(layer);
    std::vector<OGRFeatureUniquePtr> features;
    while (OGRFeatureUniquePtr feature{layer->GetNextFeature()})
        features.push_back(std::move(feature));
    if (order == Order::backwards) std::reverse(features.begin(), features.end());
    const std::string out = folder.path() + "/copy.gpkg";
    const Dataset to(GetGDALDriverManager()->GetDriverByName("GPKG")->Create(out.c_str(), 0, 0, 0,
                                                                             GDT_Unknown, nullptr));
    REQUIRE(to);
    OGRLayer* copy = to->CreateLayer(layer->GetName(), layer->GetSpatialRef(), wkbUnknown, nullptr);
    REQUIRE(copy);
    for (int f = 0; f < layer->GetLayerDefn()->GetFieldCount(); ++f)
        REQUIRE(copy->CreateField(layer->GetLayerDefn()->GetFieldDefn(f)) == OGRERR_NONE);
    REQUIRE(copy->StartTransaction() == OGRERR_NONE);
    for (const OGRFeatureUniquePtr& feature : features) {
        OGRFeature row(copy->GetLayerDefn());
        row.SetFrom(feature.get());
        row.SetFID(OGRNullFID);
        REQUIRE(copy->CreateFeature(&row) == OGRERR_NONE);
    }
    REQUIRE(copy->CommitTransaction() == OGRERR_NONE);
    return out;
}

std::vector<std::string> sorted_ids(const std::string& path) {
    geo_io::CitySource source;
    source.buildings = {path};
    const auto loaded = geo_io::load_city(source);
    if (!loaded) FAIL(loaded.error().message);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < loaded->city.buildings.count(); ++i)
        ids.emplace_back(loaded->city.buildings.id[i]);
    std::sort(ids.begin(), ids.end());
    return ids;
}

// How many begin like that.
std::size_t beginning(const std::vector<std::string>& ids, const std::string& start) {
    return static_cast<std::size_t>(std::count_if(
        ids.begin(), ids.end(), [&](const std::string& id) { return id.rfind(start, 0) == 0; }));
}

// The ids of a file (or one layer of it), after a look at whether each is a building's own and
// stays.
std::vector<std::string> checked_ids(const std::string& relative, const std::string& layer = "",
                                     std::size_t more_backwards = 0) {
    const auto path = test::shared_file(relative);
    if (!path) return {};
    INFO(relative);
    const test::TempFolder first, second;
    const std::vector<std::string> ids = sorted_ids(
        layer.empty() ? path->string() : copied(path->string(), layer, Order::as_it_is, first));
    const std::set<std::string> different(ids.begin(), ids.end());
    CHECK(different.size() == ids.size());
    CHECK(different.count("") == 0);
    const std::vector<std::string> again =
        sorted_ids(copied(path->string(), layer, Order::backwards, second));
    std::vector<std::string> lost;
    std::set_difference(ids.begin(), ids.end(), again.begin(), again.end(),
                        std::back_inserter(lost));
    INFO("the first one lost: " << (lost.empty() ? "none" : lost.front()));
    CHECK(lost.size() == 0);
    CHECK(again.size() - ids.size() <= more_backwards);
    return ids;
}

}  // namespace

TEST_CASE("Suzhou, where every id is 0", "[io][ids][real]") {
    const auto ids = checked_ids("data/suzhou/suzhou_buildings.geojson");
    if (ids.empty()) return;
    CHECK(ids.size() > 3000);
    CHECK(beginning(ids, "0-") == ids.size());
}

TEST_CASE("Shenzhen, where one feature holds 3956 footprints", "[io][ids][real]") {
    const auto ids = checked_ids("data/shenzhen/nanshan-building.geojson");
    if (!ids.empty()) CHECK(ids.size() >= 5438);
}

TEST_CASE("the San Francisco tract, where ids come twice", "[io][ids][real]") {
    checked_ids("data/san-francisco/sf_tract_06075010300_energy.geojson");
}

TEST_CASE("a tile of San Francisco, which has no ids and broken rings", "[io][ids][real]") {
    const auto ids = checked_ids("data/san-francisco/bf_ll-4_1.topojson");
    CHECK(beginning(ids, "b") == ids.size());
}

TEST_CASE("Shanghai's map tiles, where pieces and copies share an id", "[io][ids][real]") {
    // Three parts have a copy that is no part: of such two the first one read stays.
    checked_ids("data/shanghai/shanghai_lujiazui_osm.gpkg", "buildings", 3);
}

TEST_CASE("Shanghai's and Nanjing's sample buildings, in metres", "[io][ids][real]") {
    checked_ids("data/shanghai/310000SHANGHAISHI.shp");
    checked_ids("data/nanjing/320100NANJINGSHI.shp");
}

#include "geo/io/field_words.h"

#include <gdal_priv.h>
#include <ogr_feature.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "geo/io/load_city.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using geo_io::ColumnRole;
using geo_io::FieldWords;
using geo_io::MeasureUnit;
using geo_io::UnitOrigin;

namespace {

// A layer of one column, "F12", with another name and a title and a description beside it.
geo_io::LayerPlan plan_of(const char* other_name, const geo_io::ColumnWords& said) {
    OGRFeatureDefn* definition = new OGRFeatureDefn("layer");
    definition->Reference();
    OGRFieldDefn field("F12", OFTReal);
    if (other_name != nullptr) field.SetAlternativeName(other_name);
    definition->AddFieldDefn(&field);
    geo_io::LayerPlan plan;
    plan.columns = {"F12"};
    const FieldWords words(*definition, {{"F12", said}});
    plan.roles = words.guessed_roles();
    if (!plan.roles[ColumnRole::height_m].empty()) plan.wanted = {0};
    words.find_units({}, plan);
    definition->Release();
    return plan;
}

}  // namespace

TEST_CASE("a column is known by the other name that the file gives it", "[io][columns]") {
    const auto plan = plan_of("Building Height (ft)", {});
    REQUIRE(plan.wanted.size() == 1);
    CHECK(plan.units[0].unit == MeasureUnit::foot);
    CHECK(plan.units[0].origin == UnitOrigin::metadata);
}

TEST_CASE("titles and descriptions beside a column name its meaning and its unit",
          "[io][columns]") {
    const auto plan = plan_of(nullptr, {"Building height", "Above ground, in feet"});
    REQUIRE(plan.wanted.size() == 1);
    CHECK(plan.units[0].unit == MeasureUnit::foot);
    CHECK(plan_of(nullptr, {"Owner", "In feet"}).wanted.empty());
}

TEST_CASE("codes that the file explains are read by their words", "[io][columns]") {
    const test::TempFolder folder;
    const std::string path = folder.path() + "/coded.gpkg";
    GDALAllRegister();
    {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        REQUIRE(driver != nullptr);
        const std::unique_ptr<GDALDataset> made(
            driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        std::vector<OGRCodedValue> kept{{CPLStrdup("17"), CPLStrdup("Office Bldg")},
                                        {CPLStrdup("23"), CPLStrdup("Whse")}};
        std::string why;
        REQUIRE(made->AddFieldDomain(
            std::make_unique<OGRCodedFieldDomain>("uses", "", OFTString, OFSTNone, std::move(kept)),
            why));
        OGRSpatialReference degrees;
        degrees.importFromEPSG(4326);
        degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRLayer* layer = made->CreateLayer("buildings", &degrees, wkbPolygon, nullptr);
        REQUIRE(layer != nullptr);
        OGRFieldDefn field("use", OFTString);
        field.SetDomainName("uses");
        layer->CreateField(&field);
        int place = 0;
        for (const char* code : {"17", "23", "99"}) {
            OGRFeature feature(layer->GetLayerDefn());
            feature.SetField("use", code);
            const double west = -112.0 + 0.001 * place++, south = 33.4, side = 0.0002;
            OGRLinearRing ring;
            ring.addPoint(west, south);
            ring.addPoint(west + side, south);
            ring.addPoint(west + side, south + side);
            ring.addPoint(west, south + side);
            ring.addPoint(west, south);
            OGRPolygon polygon;
            polygon.addRing(&ring);
            feature.SetGeometry(&polygon);
            REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
        }
    }
    geo_io::CitySource source;
    source.city = path;
    const auto loaded = geo_io::load_city(source);
    INFO((loaded ? std::string() : loaded.error().message));
    REQUIRE(loaded);
    REQUIRE(loaded->city.buildings.count() == 3);
    CHECK(loaded->city.buildings.use[0] == city::BuildingUse::office);
    CHECK(loaded->city.buildings.use[1] == city::BuildingUse::warehouse);
    CHECK(loaded->report.assumed.at("use") == 1);
}

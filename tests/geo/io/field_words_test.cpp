#include "geo/io/field_words.h"

#include <ogr_feature.h>

#include "tests/support/catch.h"

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

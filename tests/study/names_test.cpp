#include "emissions/model/results.h"
#include "geo/city/building_use.h"
#include "geo/city/road_class.h"
#include "study/catalogue.h"
#include "study/quantity.h"
#include "tests/support/catch.h"
#include "text/i18n.h"

TEST_CASE("every quantity, measure, use and road class has a name on screen", "[study][i18n]") {
    const text::Messages& english = text::Messages::in("en");
    for (const auto quantity : city::all_of<study::Quantity>())
        CHECK(english.has("quantity." + std::string(name_of(quantity))));
    for (const std::string& measure : study::measure_ids())
        CHECK(english.has("measure." + measure));
    for (const auto use : city::all_of<city::BuildingUse>())
        CHECK(english.has("use." + std::string(name_of(use))));
    for (const auto road_class : city::all_of<city::RoadClass>())
        CHECK(english.has("class." + std::string(name_of(road_class))));
    for (const auto end_use : city::all_of<emissions::EndUse>())
        CHECK(english.has("end_use." + std::string(name_of(end_use))));
}

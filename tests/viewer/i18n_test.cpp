#include "viewer/i18n.h"

#include "emissions/scenario/scenario.h"
#include "geo/city/building_use.h"
#include "geo/city/road_class.h"
#include "tests/support/catch.h"
#include "viewer/quantity.h"

using viewer::Messages;

TEST_CASE("every language has every message of English and no other", "[viewer][i18n]") {
    const auto& english = Messages::in("en").texts();
    CHECK(english.size() > 80);
    for (const std::string& language : Messages::languages()) {
        INFO(language);
        CHECK(Messages::in(language).texts().size() == english.size());
        for (const auto& [key, text] : english) {
            INFO(key);
            CHECK(Messages::in(language).has(key));
            CHECK_FALSE(Messages::in(language)[key].empty());
        }
    }
}

TEST_CASE("every quantity, measure, use and road class has a name on screen", "[viewer][i18n]") {
    const Messages& english = Messages::in("en");
    for (const auto quantity : city::all_of<viewer::Quantity>()) CHECK(english.has("quantity." + std::string(name_of(quantity))));
    for (const auto measure : city::all_of<emissions::Measure>()) CHECK(english.has("measure." + std::string(name_of(measure))));
    for (const auto use : city::all_of<city::BuildingUse>()) CHECK(english.has("use." + std::string(name_of(use))));
    for (const auto road_class : city::all_of<city::RoadClass>()) CHECK(english.has("class." + std::string(name_of(road_class))));
    for (const auto end_use : city::all_of<emissions::EndUse>()) CHECK(english.has("end_use." + std::string(name_of(end_use))));
}

TEST_CASE("a key nobody knows is shown as itself", "[viewer][i18n]") { CHECK(Messages::in("zh")["no.such.key"] == "no.such.key"); }

#include <cmath>

#include "emissions/measures/field_names.h"
#include "emissions/measures/filter_match.h"
#include "emissions/measures/filter_text.h"
#include "emissions/measures/uptake.h"
#include "tests/support/catch.h"

using emissions::BuildingMatch;
using emissions::BuildingTraits;
using emissions::filter_text;
using emissions::read_filter;

namespace {

// An old flat in the harbour, a new office in no district, and one of which little is known.
BuildingTraits three() {
    BuildingTraits traits;
    traits.use = {city::BuildingUse::residential_apartment, city::BuildingUse::office,
                  city::BuildingUse::unknown};
    traits.era = {0, 1, BuildingTraits::no_era};
    traits.era_names = {"before 1978", "2014 on"};
    traits.supply = {emissions::Supply::fuel, emissions::Supply::district_heat,
                     emissions::Supply::unknown};
    traits.year = {1950.0f, 2016.0f, std::nanf("")};
    traits.floor_area_m2 = {900.0f, 12000.0f, std::nanf("")};
    traits.height_m = {12.0f, 80.0f, 9.0f};
    traits.storeys = {4.0f, 20.0f, std::nanf("")};
    traits.district = {0, -1, -1};
    traits.district_names = {"Harbour", "Old \"Town\""};
    for (const char* id : {"a", "b", "c"}) traits.id_hash.push_back(emissions::hash_of(id));
    return traits;
}

std::string who(std::string_view filter, const std::vector<emissions::Place>& places = {}) {
    const auto read = read_filter(filter);
    if (!read) return read.error().message;
    const BuildingTraits traits = three();
    const BuildingMatch meant(*read, traits, places);
    std::string names;
    for (std::size_t i = 0; i < traits.count(); ++i)
        if (meant(i)) names += "abc"[i];
    return names;
}

}  // namespace

TEST_CASE("a filter means the buildings that meet all its terms", "[measures][filter]") {
    CHECK(who("") == "abc");
    CHECK(who("use = office") == "b");
    CHECK(who("use in (office, residential_apartment)") == "ab");
    CHECK(who("year < 1978") == "a");
    CHECK(who("year <= 1950 and floor_area_m2 >= 900") == "a");
    CHECK(who("floor_area_m2 > 900") == "b");
    CHECK(who("height_m<12.5") == "ac");
    CHECK(who("storeys > 3 and supply = district_heat") == "b");
    CHECK(who("era in ('before 1978')") == "a");
    CHECK(who("district = Harbour") == "a");
    CHECK(who("district != Harbour") == "bc");
    CHECK(who("id in (c, b)") == "bc");
    CHECK(who("use = office and year < 1978") == "");
}

TEST_CASE("a value that is not known meets no term, not even one that excludes",
          "[measures][filter]") {
    CHECK(who("use != office") == "a");
    CHECK(who("use = unknown") == "c");
    CHECK(who("supply not in (fuel)") == "b");
    CHECK(who("era != '2014 on'") == "a");
    CHECK(who("year >= 0") == "ab");
}

TEST_CASE("areas that a scenario names are districts too", "[measures][filter]") {
    const std::vector<emissions::Place> drawn{{"Block 7", {"b", "c"}, {}}};
    CHECK(who("district = 'Block 7'", drawn) == "bc");
    CHECK(who("district in (Harbour, 'Block 7')", drawn) == "abc");
    CHECK(who("district != 'Block 7'", drawn) == "a");
    CHECK(who("district = 'Block 7'") == "");
}

TEST_CASE("a filter reads back from its text to the same filter", "[measures][filter]") {
    for (const char* text : {"use in (office, retail) and floor_area_m2 > 2000 and year < 1980",
                             "district = \"Old \"\"Town\"\"\"", "id != \"\"",
                             "era not in (\"before 1978\", \"2014 on\")", "height_m >= 0.1",
                             "district in (\"鼓楼区\", \"a,b\", \"(c)\", \"and\")"}) {
        const auto read = read_filter(text);
        INFO(text);
        REQUIRE(read);
        const auto again = read_filter(filter_text(*read));
        REQUIRE(again);
        CHECK(*again == *read);
    }
}

TEST_CASE("what is no filter is refused with what was expected and where", "[measures][filter]") {
    for (const auto& [text, said] : std::initializer_list<std::pair<const char*, const char*>>{
             {"colour = red", "'colour' is nothing to filter by"},
             {"use = offices", "'offices' is no use"},
             {"supply = gas", "'gas' is no supply"},
             {"year = 1980", "expected <, <=, > or >="},
             {"year < old", "expected a number"},
             {"year < 1e999", "expected a number"},
             {"use in office", "expected '('"},
             {"use in (office", "expected ',' or ')'"},
             {"use = 'office", "a quote is not closed"},
             {"use = office and", "nothing follows 'and'"},
             {"use = office or use = retail", "expected 'and'"},
             {"use", "expected '='"},
             {"(", "is nothing to filter by"}}) {
        const auto read = read_filter(text);
        INFO(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().message.find(said) != std::string::npos);
        CHECK(read.error().message.find("at character") != std::string::npos);
    }
}

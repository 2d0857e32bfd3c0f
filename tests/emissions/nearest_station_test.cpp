#include "emissions/reference/nearest_station.h"

#include "tests/support/catch.h"

using emissions::reference::station_for;
using emissions::reference::Table;

namespace {

// Three stations on one meridian, the last one without rain.
const Table& stations() {
    static const Table table = *Table::parse(
        "place,subject,quantity,value,unit,year,source,address,status,note\n"
        "south,climate,latitude,59,deg,2020,test,,seen,\n"
        "south,climate,longitude,10,deg,2020,test,,seen,\n"
        "south,climate,rain,1,mm,2020,test,,seen,\n"
        "east,climate,latitude,60,deg,2020,test,,seen,\n"
        "east,climate,longitude,11,deg,2020,test,,seen,\n"
        "east,climate,rain,2,mm,2020,test,,seen,\n"
        "here,climate,latitude,60,deg,2020,test,,seen,\n"
        "here,climate,longitude,10,deg,2020,test,,seen,\n",
        "stations");
    return table;
}

bool has_rain(const std::string& place) {
    return stations().find(place, "climate", "rain") != nullptr;
}

}  // namespace

TEST_CASE("the nearest station that has what is asked for speaks for a city",
          "[emissions][reference]") {
    // A degree of longitude is half a degree of latitude at 60 degrees: 56 km to the east, 111 km
    // to the south. The station on the spot has no rain.
    CHECK(station_for(stations(), "", {10, 60}, 200.0, has_rain) == "east");
    CHECK(station_for(stations(), "", {10, 60}, 200.0,
                      [](const std::string& place) { return place == "south"; }) == "south");
}

TEST_CASE("a city's own climate goes first, if it has what is asked for",
          "[emissions][reference]") {
    CHECK(station_for(stations(), "south", {10, 60}, 200.0, has_rain) == "south");
    CHECK(station_for(stations(), "here", {10, 60}, 200.0, has_rain) == "east");
}

TEST_CASE("no station speaks for a city beyond its radius", "[emissions][reference]") {
    CHECK(station_for(stations(), "", {10, 60}, 55.0, has_rain) == std::nullopt);
    CHECK(station_for(stations(), "", {10, 60}, 56.0, has_rain) == "east");
}

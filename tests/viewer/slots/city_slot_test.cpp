#include "viewer/slots/city_slot.h"

#include "emissions/model/baseline.h"
#include "study/quantity.h"
#include "tests/support/catch.h"

using namespace viewer;
using study::Quantity;

TEST_CASE("a city has a picture and its benchmark results before the hourly simulation has run",
          "[viewer][load]") {
    const geo_io::CitySource source{"sample:california:200", {}, {}, {}};
    auto first = load_first(source, {}, {});
    REQUIRE(first);
    LoadedSlot& slot = **first;
    CHECK_FALSE(slot.mesh.blocks[0].empty());
    CHECK(slot.near.mesh.walls.empty());
    CHECK(slot.baseline->method == emissions::Method::benchmark);
    const double before_kwh = city_total(slot.now, Quantity::energy);
    CHECK(before_kwh > 0.0);

    auto simulated = simulate_slot(slot, {}, emissions::Method::physics, {});
    REQUIRE(simulated);
    take_over(slot, std::move(*simulated));
    CHECK(slot.baseline->method == emissions::Method::physics);
    CHECK(city_total(slot.now, Quantity::energy) != before_kwh);
    // What the methods are compared by stays.
    CHECK(city_total(slot.by_benchmark(), Quantity::energy) == before_kwh);

    // Both in a row give the same as commands get.
    const auto whole = load_slot(source, {}, emissions::Method::physics, {});
    REQUIRE(whole);
    CHECK_FALSE((*whole)->near.mesh.walls.empty());
    CHECK(city_total((*whole)->now, Quantity::energy) == city_total(slot.now, Quantity::energy));
}

TEST_CASE("a load that is cancelled ends as cancelled, not as a broken file", "[viewer][load]") {
    std::stop_source stop;
    stop.request_stop();
    city::Progress progress;
    progress.stop = stop.get_token();
    const auto loaded = load_first({"sample:california:200", {}, {}, {}}, {}, progress);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().message == city::cancelled_message);
}

#include "emissions/measures/uptake.h"

#include <string>

#include "tests/support/catch.h"

using emissions::Action;
using emissions::hash_of;
using emissions::queue_place;
using emissions::share_in;

// Pinned: a scenario means the same houses in every session, version and place of the catalogue.
TEST_CASE("places in the queue are what they always were", "[measures][uptake]") {
    CHECK(hash_of("") == 1469598103934665603ull);
    CHECK(hash_of("led") != hash_of("del"));
    const float place = queue_place(hash_of("led"), hash_of("way/4711"));
    CHECK(place == queue_place(hash_of("led"), hash_of("way/4711")));
    CHECK(place != queue_place(hash_of("heat_pump"), hash_of("way/4711")));
    CHECK(place != queue_place(hash_of("led"), hash_of("way/4712")));
}

TEST_CASE("a share of the queue is that share of the buildings, for measures apart",
          "[measures][uptake]") {
    const int count = 20'000;
    int led = 0, both = 0, all = 0;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t id = hash_of(std::to_string(i));
        const float first = queue_place(hash_of("led"), id),
                    second = queue_place(hash_of("heat_pump"), id);
        led += first < 0.3f;
        both += first < 0.3f && second < 0.3f;
        all += first < 1.0f && first >= 0.0f;
    }
    CHECK_THAT(led / double{count}, WithinAbs(0.3, 0.01));
    CHECK_THAT(both / double{count}, WithinAbs(0.09, 0.01));  // they do not meet in the same houses
    CHECK(all == count);
}

TEST_CASE("an action grows in a straight line from its start to its end", "[measures][uptake]") {
    const Action action{"led", {}, 0.8f, 2025, 2035};
    CHECK(share_in(action, 2020) == 0.0f);
    CHECK(share_in(action, 2025) == 0.0f);
    CHECK_THAT(static_cast<double>(share_in(action, 2030)), WithinAbs(0.4, 1e-6));
    CHECK(share_in(action, 2035) == 0.8f);
    CHECK(share_in(action, 2060) == 0.8f);
    const Action at_once{"led", {}, 0.8f, 2030, 2030};
    CHECK(share_in(at_once, 2029) == 0.0f);
    CHECK(share_in(at_once, 2030) == 0.8f);
}

TEST_CASE("a slider has one action, the aimed ones stay as they are", "[measures][uptake]") {
    emissions::Scenario scenario;
    scenario.actions.push_back({"led", {{{}}}, 0.2f, 2030, 2040});
    CHECK(share_of(scenario, "led") == 0.0f);
    set_share(scenario, "led", 0.5f);
    set_share(scenario, "led", 0.7f);
    REQUIRE(scenario.actions.size() == 2);
    CHECK(scenario.actions[0].share == 0.2f);
    CHECK(share_of(scenario, "led") == 0.7f);
    CHECK(scenario.actions[1].start_year == scenario.year);
}

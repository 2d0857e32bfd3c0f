// Loading, cancelling, reloading and closing without a window; also under the thread sanitizer
// (scripts/test_threads.sh), which runs the last case two hundred times over.
#include "viewer/slots/city_loading.h"

#include <tbb/global_control.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <new>
#include <random>
#include <thread>

#include "emissions/model/baseline.h"
#include "tests/support/catch.h"
#include "viewer/slots/city_slots.h"

using namespace viewer;
using namespace std::chrono_literals;

namespace {

// A load that goes as far as the test lets it.
struct Script {
    std::atomic<int> let_first{0}, begun{0};
    std::atomic<bool> let_near{true}, let_simulated{true}, saw_stop{false};

    bool wait(const city::Progress& progress, const std::function<bool()>& free) {
        while (!free() && !progress.cancelled()) std::this_thread::sleep_for(1ms);
        if (progress.cancelled()) saw_stop = true;
        return !progress.cancelled();
    }
    // `number` names the city by its floor area.
    LoadStages stages(int number) {
        LoadStages made;
        made.first = [this, number](
                         const city::Progress& progress,
                         const geo_io::EarlyRows&) -> city::Result<std::shared_ptr<LoadedSlot>> {
            ++begun;
            progress.tell(0.25f, "reading");
            if (!wait(progress, [&] { return let_first >= number; }))
                return city::fail(city::cancelled_message);
            auto slot = std::make_shared<LoadedSlot>();
            slot->floor_area_m2 = number;
            return slot;
        };
        made.near = [this](const city::CityModel&, const mesh::TileRows&,
                           const city::Progress& progress) -> city::Result<NearSlot> {
            wait(progress, [&] { return let_near.load(); });
            NearSlot near;
            near.centres.buildings.emplace_back(1.0f, 2.0f);
            return near;
        };
        made.simulated = [this](const LoadedSlot&,
                                const city::Progress& progress) -> city::Result<SimulatedSlot> {
            wait(progress, [&] { return let_simulated.load(); });
            SimulatedSlot simulated;
            simulated.now.buildings.pv_kwh = {7.0f};
            return simulated;
        };
        return made;
    }
    void wait_begun(int count) const {
        for (int i = 0; i < 5000 && begun < count; ++i) std::this_thread::sleep_for(1ms);
    }
};

// Frames, until one brings what is waited for or five seconds are over.
template <class Test>
std::optional<LoadNews> frames_until(CityLoading& loading, CitySlot& slot, Test test,
                                     bool may_replace = true) {
    for (int i = 0; i < 5000; ++i) {
        LoadNews news = loading.follow(slot, may_replace);
        if (test(news)) return news;
        std::this_thread::sleep_for(1ms);
    }
    return std::nullopt;
}
const auto loaded = [](const LoadNews& news) { return news.loaded; };
const auto near_came = [](const LoadNews& news) { return news.near.has_value(); };
const auto simulated = [](const LoadNews& news) { return news.simulated; };
const auto told = [](const LoadNews& news) { return !news.error.empty(); };

}  // namespace

TEST_CASE("a load brings the picture, then what is near, then the simulation", "[load][jobs]") {
    Script script;
    CitySlot slot;
    CityLoading loading;
    loading.start(slot, "town.gpkg", script.stages(1));
    CHECK(slot.loading == "town.gpkg");
    CHECK(loading.under_way());
    script.wait_begun(1);
    frames_until(loading, slot, [&](const LoadNews&) { return slot.loading_share > 0.0f; });
    CHECK(slot.loading_share == 0.25f);
    CHECK_FALSE(slot.data);

    script.let_near = script.let_simulated = false;
    script.let_first = 1;
    REQUIRE(frames_until(loading, slot, loaded));
    REQUIRE(slot.data);
    CHECK(slot.loading.empty());
    CHECK(slot.simulating);
    CHECK(slot.data->near.centres.buildings.empty());

    script.let_near = true;
    REQUIRE(frames_until(loading, slot, near_came));
    CHECK(slot.data->near.centres.buildings.size() == 1);
    CHECK(slot.simulating);

    // Somebody reads the results: they stay as they are until nobody does.
    script.let_simulated = true;
    for (int i = 0; i < 30; ++i) {
        CHECK_FALSE(loading.follow(slot, false).simulated);
        std::this_thread::sleep_for(1ms);
    }
    CHECK(slot.simulating);
    REQUIRE(frames_until(loading, slot, simulated));
    CHECK_FALSE(slot.simulating);
    CHECK(slot.data->now.buildings.pv_kwh.size() == 1);
    CHECK_FALSE(loading.under_way());
}

TEST_CASE("a cancelled load says so, and the city that was there stays whole", "[load][jobs]") {
    Script script;
    CitySlot slot;
    CityLoading loading;
    loading.start(slot, "a", script.stages(1));
    loading.cancel(slot);
    CHECK(slot.cancelled);
    CHECK(slot.loading.empty());
    CHECK_FALSE(loading.under_way());

    script.let_first = 2;
    script.let_simulated = false;
    loading.start(slot, "b", script.stages(2));
    CHECK_FALSE(slot.cancelled);
    REQUIRE(frames_until(loading, slot, loaded));
    const auto shown = slot.data;
    loading.start(slot, "c", script.stages(3));
    loading.cancel(slot);
    CHECK(slot.data == shown);
    CHECK_FALSE(slot.cancelled);  // something is shown: no empty half of the screen to explain
    // Its own simulation was not stopped with the load that should have followed it.
    script.let_simulated = true;
    REQUIRE(frames_until(loading, slot, simulated));
    CHECK(slot.data == shown);
    CHECK(slot.data->floor_area_m2 == 2);
}

TEST_CASE("a reload while loading: only the later city is ever shown", "[load][jobs]") {
    Script script;
    CitySlot slot;
    CityLoading loading;
    loading.start(slot, "a", script.stages(2));
    script.wait_begun(1);
    loading.start(slot, "b", script.stages(1));
    CHECK(slot.loading == "b");
    script.let_first = 2;  // both may end now
    REQUIRE(frames_until(loading, slot, loaded));
    CHECK(slot.data->floor_area_m2 == 1);
    REQUIRE(frames_until(loading, slot, simulated));
    for (int i = 0; i < 20; ++i) CHECK_FALSE(loading.follow(slot, true).loaded);
    CHECK(slot.data->floor_area_m2 == 1);
}

TEST_CASE("a city that follows another ends what still goes on for that one", "[load][jobs]") {
    Script script;
    CitySlot slot;
    CityLoading loading;
    script.let_first = 2;
    script.let_simulated = false;
    loading.start(slot, "a", script.stages(1));
    REQUIRE(frames_until(loading, slot, near_came));
    const auto before = slot.data;
    LoadStages plain = script.stages(2);
    plain.simulated = nullptr;
    loading.start(slot, "b", std::move(plain));
    REQUIRE(frames_until(loading, slot, loaded));
    CHECK_FALSE(slot.simulating);
    script.let_simulated = true;
    REQUIRE(frames_until(loading, slot, near_came));
    for (int i = 0; i < 20; ++i) CHECK_FALSE(loading.follow(slot, true).simulated);
    CHECK(before->now.buildings.pv_kwh.empty());
}

TEST_CASE("closing while loading asks the worker to stop", "[load][jobs]") {
    Script script;
    {
        CitySlot slot;
        CityLoading loading;
        loading.start(slot, "a", script.stages(1));
        script.wait_begun(1);
    }
    CHECK(script.saw_stop);
}

TEST_CASE("a load that fails or throws is told; the city that was there stays", "[load][jobs]") {
    Script script;
    CitySlot slot;
    CityLoading loading;
    LoadStages failing = script.stages(1);
    failing.first = [](const city::Progress&,
                       const geo_io::EarlyRows&) -> city::Result<std::shared_ptr<LoadedSlot>> {
        return city::fail("no such file: x.gpkg");
    };
    loading.start(slot, "x.gpkg", failing);
    const auto failed = frames_until(loading, slot, told);
    REQUIRE(failed);
    CHECK(failed->over);
    CHECK(slot.failed == "no such file: x.gpkg");
    CHECK_FALSE(slot.data);

    script.let_first = 1;
    loading.start(slot, "a", script.stages(1));
    CHECK(slot.failed.empty());
    REQUIRE(frames_until(loading, slot, simulated));
    const auto shown = slot.data;
    LoadStages throwing = script.stages(2);
    throwing.first = [](const city::Progress&,
                        const geo_io::EarlyRows&) -> city::Result<std::shared_ptr<LoadedSlot>> {
        throw std::bad_alloc();
    };
    loading.start(slot, "b", throwing);
    const auto thrown = frames_until(loading, slot, told);
    REQUIRE(thrown);
    CHECK(thrown->error.find("not enough memory") == 0);
    CHECK(slot.data == shown);
    CHECK(slot.failed.empty());
    CHECK(slot.loading.empty());
}

TEST_CASE("what comes after the picture may throw: the picture stays", "[load][jobs]") {
    Script script;
    CitySlot slot;
    CityLoading loading;
    LoadStages throwing = script.stages(1);
    script.let_first = 1;
    throwing.near = [](const city::CityModel&, const mesh::TileRows&,
                       const city::Progress&) -> city::Result<NearSlot> { throw 1; };
    throwing.simulated = [](const LoadedSlot&,
                            const city::Progress&) -> city::Result<SimulatedSlot> {
        throw std::bad_alloc();
    };
    loading.start(slot, "a", throwing);
    REQUIRE(frames_until(loading, slot, loaded));
    REQUIRE(frames_until(loading, slot, told));
    const auto second = frames_until(loading, slot, told);
    REQUIRE(second);
    CHECK(second->error.find("not enough memory") == 0);
    CHECK(slot.data);
    CHECK_FALSE(slot.simulating);
    CHECK_FALSE(loading.under_way());
}

// Real cities and the real stages: what is hit is decided by the clock and a seed.
TEST_CASE("load, cancel, reload, close, over and over", "[load][jobs][rounds]") {
    const char* asked = std::getenv("TWINSCAPE_LOAD_ROUNDS");
    const int rounds = asked != nullptr ? std::atoi(asked) : 12;
    const std::unique_ptr<tbb::global_control> one_at_a_time =
        std::getenv("TWINSCAPE_ONE_TASK_AT_A_TIME") != nullptr
            ? std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism, 1)
            : nullptr;
    std::mt19937 random(20);
    const auto upto = [&random](int most) { return static_cast<int>(random() % (most + 1u)); };
    int whole = 0, cancelled = 0, reloaded = 0, closed_early = 0;
    for (int round = 0; round < rounds; ++round) {
        std::array<CitySlot, city_slots> slots;
        std::array<CityLoading, city_slots> loading;
        const auto open = [&](std::size_t c) {
            const std::string sample = c == 0 ? "sample:california:40:" : "sample:china:40:";
            loading[c].start(slots[c], "sample",
                             stages_of({sample + std::to_string(1 + upto(3)), {}, {}, {}}, {},
                                       emissions::Method::physics));
        };
        const auto frames = [&](int count) {
            for (int i = 0; i < count; ++i) {
                for (std::size_t c = 0; c < city_slots; ++c) loading[c].follow(slots[c], true);
                std::this_thread::sleep_for(200us);
            }
        };
        for (std::size_t c = 0; c < city_slots; ++c) open(c);
        frames(upto(300));
        const auto which = static_cast<std::size_t>(upto(1));
        const bool had = slots[which].data != nullptr;
        loading[which].cancel(slots[which]);
        if (had) CHECK(slots[which].data);
        cancelled += slots[which].cancelled;
        frames(upto(100));
        open(which);
        frames(upto(60));
        open(which);  // a second one behind it, at once
        ++reloaded;
        if (round % 4 == 3) {
            ++closed_early;
            continue;
        }
        for (std::size_t c = 0; c < city_slots; ++c) {
            for (int i = 0; i < 300'000 && loading[c].under_way(); ++i) {
                const LoadNews news = loading[c].follow(slots[c], true);
                CHECK(news.error.empty());
                std::this_thread::sleep_for(200us);
            }
            if (c != which && slots[c].cancelled) continue;
            REQUIRE(slots[c].data);
            CHECK(slots[c].data->baseline->method == emissions::Method::physics);
            CHECK_FALSE(slots[c].simulating);
            ++whole;
        }
    }
    WARN(rounds << " rounds: " << whole << " cities whole, " << cancelled
                << " cancelled before anything was shown, " << reloaded << " reloaded, "
                << closed_early << " closed while loading");
    CHECK(whole >= rounds);
}

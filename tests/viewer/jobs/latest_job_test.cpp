#include "viewer/jobs/latest_job.h"

#include <chrono>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>

#include "tests/support/catch.h"

using viewer::LatestJob;
using namespace std::chrono_literals;

namespace {

// As a frame loop does; a job that never comes ends the test instead of hanging it.
template <class Out>
std::optional<city::Result<Out>> wait_for(LatestJob<Out>& job) {
    for (int i = 0; i < 5000; ++i) {
        if (auto made = job.take()) return made;
        std::this_thread::sleep_for(1ms);
    }
    return std::nullopt;
}

template <class Out>
bool all_ended(const LatestJob<Out>& job) {
    for (int i = 0; i < 5000 && job.threads() > 0; ++i) std::this_thread::sleep_for(1ms);
    return job.threads() == 0;
}

// Work that goes on until it is asked to stop, and is slow to listen.
struct Stubborn {
    std::atomic<bool> listens{false}, begun{false}, stopped{false};
    city::Result<int> run(const city::Progress& progress, int value) {
        begun = true;
        while (!listens || !progress.cancelled()) std::this_thread::sleep_for(1ms);
        stopped = true;
        return value;
    }
    void wait_begun() const {
        while (!begun) std::this_thread::sleep_for(1ms);
    }
};

}  // namespace

TEST_CASE("a job is run once, its result is taken once, and who waits is woken", "[jobs]") {
    std::atomic<int> woken{0};
    LatestJob<int> job([&woken] { ++woken; });
    CHECK_FALSE(job.take());
    job.start([](const city::Progress&) -> city::Result<int> { return 7; });
    CHECK(job.running());
    const auto made = wait_for(job);
    REQUIRE(made);
    CHECK(made->value() == 7);
    CHECK_FALSE(job.running());
    CHECK_FALSE(job.take());
    REQUIRE(all_ended(job));
    CHECK(woken == 1);
}

TEST_CASE("the newest request wins over one that does not listen, and nobody waits for that one",
          "[jobs]") {
    Stubborn old;
    LatestJob<int> job;
    job.start([&old](const city::Progress& progress) { return old.run(progress, 1); });
    old.wait_begun();
    job.start([](const city::Progress&) -> city::Result<int> { return 2; });
    // The old one has not even listened yet.
    const auto made = wait_for(job);
    REQUIRE(made);
    CHECK(made->value() == 2);
    CHECK_FALSE(old.stopped);
    CHECK(job.threads() >= 1);
    old.listens = true;
    REQUIRE(all_ended(job));
    CHECK(old.stopped);
    CHECK_FALSE(job.take());  // what it brought is thrown away
}

TEST_CASE("after a cancel nothing comes, and no one is woken", "[jobs]") {
    std::atomic<int> woken{0};
    Stubborn work;
    LatestJob<int> job([&woken] { ++woken; });
    job.start([&work](const city::Progress& progress) { return work.run(progress, 1); });
    work.wait_begun();
    job.cancel();
    CHECK_FALSE(job.running());
    CHECK_FALSE(work.stopped);  // it was asked, not waited for
    work.listens = true;
    REQUIRE(all_ended(job));
    CHECK_FALSE(job.take());
    CHECK(woken == 0);
}

TEST_CASE("a result that is there but was not taken does not survive a cancel", "[jobs]") {
    LatestJob<int> job;
    job.start([](const city::Progress&) -> city::Result<int> { return 1; });
    REQUIRE(all_ended(job));
    job.cancel();
    CHECK_FALSE(job.take());
}

TEST_CASE("what throws becomes an error that says what it was", "[jobs]") {
    LatestJob<int> job;
    const auto message = [&job](auto work) {
        job.start(work);
        const auto made = wait_for(job);
        return made && !*made ? made->error().message : std::string("no error");
    };
    using R = city::Result<int>;
    CHECK(message([](const city::Progress&) -> R {
              throw std::bad_alloc();
          }).find("not enough memory") == 0);
    CHECK(message([](const city::Progress&) -> R {
              throw std::runtime_error("disk on fire");
          }).find("disk on fire") != std::string::npos);
    CHECK(message([](const city::Progress&) -> R { throw 42; }).find("something unexpected") == 0);
    CHECK(message([](const city::Progress&) -> R { return city::fail("no such file"); }) ==
          "no such file");
    // And the next one runs as if nothing had been.
    job.start([](const city::Progress&) -> R { return 3; });
    const auto next = wait_for(job);
    REQUIRE(next);
    CHECK(next->value() == 3);
}

TEST_CASE("who has taken a result can start the next at once", "[jobs]") {
    LatestJob<int> job;
    int last = 0;
    for (int i = 1; i <= 50; ++i) {
        job.start([last](const city::Progress&) -> city::Result<int> { return last + 1; });
        const auto made = wait_for(job);
        REQUIRE(made);
        last = made->value();
    }
    CHECK(last == 50);
}

TEST_CASE("progress is read while the work goes on, and is that of the newest", "[jobs]") {
    std::atomic<bool> go_on{false};
    LatestJob<int> job;
    CHECK(job.share() == 0.0f);
    job.start([&go_on](const city::Progress& progress) -> city::Result<int> {
        progress.tell(0.5f, "reading");
        while (!go_on) std::this_thread::sleep_for(1ms);
        return 1;
    });
    for (int i = 0; i < 5000 && job.share() == 0.0f; ++i) std::this_thread::sleep_for(1ms);
    CHECK(job.share() == 0.5f);
    job.start([](const city::Progress& progress) -> city::Result<int> {
        while (!progress.cancelled()) std::this_thread::sleep_for(1ms);
        return 2;
    });
    CHECK(job.share() == 0.0f);
    go_on = true;
}

TEST_CASE("who goes away asks all workers to stop and waits until they have", "[jobs]") {
    Stubborn first, second;
    first.listens = second.listens = true;
    {
        LatestJob<int> job;
        job.start([&](const city::Progress& progress) { return first.run(progress, 1); });
        first.wait_begun();
        job.start([&](const city::Progress& progress) { return second.run(progress, 2); });
        second.wait_begun();
    }
    CHECK(first.stopped);
    CHECK(second.stopped);
}

TEST_CASE("what the work held and what nobody wants any more is gone when its worker has ended",
          "[jobs]") {
    const auto held = std::make_shared<int>(5);
    std::atomic<bool> go_on{false};
    LatestJob<std::shared_ptr<int>> job;
    job.start([held, &go_on](const city::Progress&) -> city::Result<std::shared_ptr<int>> {
        while (!go_on) std::this_thread::sleep_for(1ms);
        return held;
    });
    job.cancel();
    go_on = true;
    REQUIRE(all_ended(job));
    CHECK(held.use_count() == 1);
}

TEST_CASE("a job without a result to hand over tells whether it worked", "[jobs]") {
    LatestJob<void> job;
    job.start([](const city::Progress&) -> city::Result<void> { return {}; });
    const auto good = wait_for(job);
    REQUIRE(good);
    CHECK(good->has_value());
    job.start([](const city::Progress&) -> city::Result<void> { return city::fail("disk full"); });
    const auto bad = wait_for(job);
    REQUIRE(bad);
    CHECK_FALSE(bad->has_value());
}

TEST_CASE("requests in quick succession: only the last one's result is ever seen", "[jobs]") {
    LatestJob<int> job;
    for (int i = 0; i < 200; ++i) {
        job.start([i](const city::Progress& progress) -> city::Result<int> {
            if (i % 3 == 0) std::this_thread::sleep_for(1ms);
            progress.tell(0.1f, "");
            return i;
        });
    }
    const auto made = wait_for(job);
    REQUIRE(made);
    CHECK(made->value() == 199);
    CHECK_FALSE(job.take());
}

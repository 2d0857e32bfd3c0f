#include "viewer/jobs/frame_guard.h"

#include <new>
#include <stdexcept>

#include "tests/support/catch.h"

using viewer::FrameGuard;

TEST_CASE("a frame that throws is told, and the next one is drawn", "[jobs][frame]") {
    FrameGuard guard;
    int drawn = 0;
    const auto thrown = guard.run([] { throw std::runtime_error("no such row"); });
    REQUIRE(thrown);
    CHECK(thrown->message.find("no such row") != std::string::npos);
    CHECK_FALSE(guard.run([&drawn] { ++drawn; }));
    CHECK(drawn == 1);
    CHECK(guard.run([] { throw std::bad_alloc(); })->message.find("not enough memory") == 0);
    CHECK_FALSE(guard.gives_up());
}

TEST_CASE("only frames that fail one after the other end the window", "[jobs][frame]") {
    FrameGuard guard;
    const auto fail = [&guard](int times) {
        for (int i = 0; i < times; ++i) guard.run([] { throw 1; });
    };
    fail(FrameGuard::most_in_a_row - 1);
    CHECK_FALSE(guard.gives_up());
    guard.run([] {});
    fail(FrameGuard::most_in_a_row - 1);
    CHECK_FALSE(guard.gives_up());
    fail(1);
    CHECK(guard.gives_up());
}

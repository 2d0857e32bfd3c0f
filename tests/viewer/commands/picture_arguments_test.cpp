#include "viewer/commands/picture_arguments.h"

#include <limits>

#include "tests/support/catch.h"

using namespace viewer;

TEST_CASE("a time is a day that exists", "[viewer][commands]") {
    PictureArguments arguments;
    for (const char* wrong : {"2024-02-31T05:00", "2023-02-29T05:00", "2024-13-01T05:00",
                              "2024-06-21T24:00", "2024-06-00T05:00", "noon"}) {
        arguments.time = wrong;
        INFO(wrong);
        const auto state = state_of(arguments);
        REQUIRE_FALSE(state);
        CHECK(state.error().message.find(wrong) != std::string::npos);
    }
    arguments.time = "2024-02-29T05:30";
    const auto state = state_of(arguments);
    REQUIRE(state);
    CHECK(state->sun_time->day == 29);
    CHECK(state->sun_time->hour == 5.5f);
}

TEST_CASE("a camera of odd numbers is refused and stays where it was", "[viewer][commands]") {
    for (const char* wrong : {"nan,0,100", "0,0,1e30", "0,0,-5", "0,0,0", "1e9,0", "1",
                              "1,2,3,4,5,6", "1,2,x", "1,2,inf"}) {
        INFO(wrong);
        render::Camera camera;
        CHECK_FALSE(place_camera(wrong, camera));
        CHECK(camera == render::Camera{});
    }
    render::Camera camera;
    REQUIRE(place_camera("10,-20,300,90,45", camera));
    CHECK(camera.target_local.y == -20.0f);
    CHECK(camera.distance_m == 300.0f);
    CHECK_THAT(camera.heading_rad, WithinAbs(1.5708f, 1e-3f));
}

TEST_CASE("boxes lie on the map, widths are numbers", "[viewer][commands]") {
    CHECK_FALSE(choose_box("5,5,9,9", {100, 100}));
    CHECK_FALSE(choose_box("-0.1,0,1,1", {100, 100}));
    CHECK_FALSE(choose_box("nan,0,1,1", {100, 100}));
    CHECK(choose_box("0,0,1,1", {100, 100}));
    PictureArguments arguments;
    arguments.bandwidth_m = std::numeric_limits<float>::quiet_NaN();
    CHECK_FALSE(state_of(arguments));
}

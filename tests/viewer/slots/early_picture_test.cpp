#include "viewer/slots/early_picture.h"

#include "geo/io/load_city.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using viewer::EarlyPictures;

namespace {

// A street of houses, 20 m apart, so long that it is read in several batches.
std::string street(int houses) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < houses; ++i) {
        const std::string west = std::to_string(-122.4 + 0.0002 * i),
                          east = std::to_string(-122.4 + 0.0002 * i + 0.0001);
        text +=
            std::string(i > 0 ? "," : "") +
            R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[)" +
            west + ",37.7],[" + east + ",37.7],[" + east + ",37.7001],[" + west + ",37.7001],[" +
            west + ",37.7]]]}}";
    }
    return text + "]}";
}

}  // namespace

TEST_CASE("a long load shows what it has read so far, more each time", "[viewer][load]") {
    const test::TempFolder folder;
    geo_io::CitySource source;
    source.city = folder.file("street.geojson", street(3000));
    struct Shown {
        std::size_t buildings;
        bool has_extent, taken_again;
    };
    std::vector<Shown> shown;
    const auto city = geo_io::load_city(source, {}, [&](const geo_io::BuiltRows& so_far) {
        EarlyPictures pictures(0.0);  // at once, each time
        pictures.follow(so_far);
        if (const auto mesh = pictures.take())
            shown.push_back({mesh->building_heights.size(), mesh->home_high.x > mesh->home_low.x,
                             pictures.take().has_value()});
    });
    INFO((city ? std::string() : city.error().message));
    REQUIRE(city);
    REQUIRE(shown.size() > 2);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (i > 0) CHECK(shown[i].buildings > shown[i - 1].buildings);
        CHECK(shown[i].has_extent);
        CHECK_FALSE(shown[i].taken_again);
    }
    CHECK(shown.back().buildings == 3000);
}

TEST_CASE(
    "a load that is soon over makes no early picture, and no two come close behind each other",
    "[viewer][load]") {
    const test::TempFolder folder;
    geo_io::CitySource source;
    source.city = folder.file("street.geojson", street(1200));
    EarlyPictures never(3600.0), once(0.0);
    int unasked = 0, first = 0, second = 0;
    const auto city = geo_io::load_city(source, {}, [&](const geo_io::BuiltRows& so_far) {
        never.follow(so_far);
        unasked += never.take().has_value();
        if (first > 0) return;
        once.follow(so_far);
        first += once.take().has_value();
        // Twice the time so far has not gone by yet.
        once.follow(so_far);
        second += once.take().has_value();
    });
    INFO((city ? std::string() : city.error().message));
    REQUIRE(city);
    CHECK(unasked == 0);
    CHECK(first == 1);
    CHECK(second == 0);
}

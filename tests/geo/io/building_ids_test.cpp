#include <tbb/global_control.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "geo/io/load_city.h"
#include "geo/io/place_hash.h"
#include "tests/support/boxes.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using test::box;
using test::feature_json;

namespace {

// A house of 10 m at so many steps of 20 m to the east.
std::string house(int step, const std::string& properties) {
    const double west = -122.45 + 0.0002 * step;
    return feature_json(properties, {{box(west, 37.8, west + 0.000114, 37.80009)}});
}

geo_io::LoadedCity loaded_from(const geo_io::CitySource& source) {
    auto city = geo_io::load_city(source);
    if (!city) FAIL(city.error().message);
    return std::move(*city);
}

geo_io::LoadedCity loaded(const std::vector<std::string>& features) {
    const test::TempFolder folder;
    geo_io::CitySource source;
    source.city = folder.file("city.geojson", test::collection_json(features));
    return loaded_from(source);
}

std::vector<std::string> ids_of(const geo_io::LoadedCity& loaded) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < loaded.city.buildings.count(); ++i)
        ids.emplace_back(loaded.city.buildings.id[i]);
    return ids;
}

// The same whatever order the rows are in.
std::vector<std::string> sorted_ids_of(const geo_io::LoadedCity& loaded) {
    auto ids = ids_of(loaded);
    std::sort(ids.begin(), ids.end());
    return ids;
}

// Corner that tells houses apart -> id.
std::map<long long, std::string> ids_by_place(const geo_io::LoadedCity& loaded) {
    std::map<long long, std::string> ids;
    const city::Buildings& b = loaded.city.buildings;
    for (std::size_t i = 0; i < b.count(); ++i)
        ids[std::llround(b.footprints.outer(i)[0].x * 100)] = b.id[i];
    return ids;
}

bool starts_with(const std::string& text, const std::string& start) {
    return text.rfind(start, 0) == 0;
}

}  // namespace

TEST_CASE("the source's id stays where it is one building's, else the place is added to it",
          "[io][ids]") {
    const auto city = loaded({house(0, R"("id":"7")"), house(1, R"("id":"twice")"),
                              house(2, R"("id":"twice")"), house(3, "\"height\":4")});
    const auto ids = ids_of(city);
    REQUIRE(ids.size() == 4);
    CHECK(ids[0] == "7");
    for (const std::size_t shared : {1u, 2u}) {
        CHECK(starts_with(ids[shared], "twice-"));
        CHECK(ids[shared].size() == 6 + 13);
    }
    CHECK(ids[1] != ids[2]);
    CHECK(starts_with(ids[3], "b"));
    CHECK(ids[3].size() == 14);
    const auto& notes = city.report.notes;
    const auto says = [&](const std::string& words) {
        return std::any_of(notes.begin(), notes.end(), [&](const std::string& note) {
            return note.find(words) != std::string::npos;
        });
    };
    CHECK(says("in 1 rows, they have none"));
    CHECK(says("in 2 rows, others have the same"));
}

TEST_CASE("the place in an id is the hash that the page on methods says", "[io][ids]") {
    // Centre at -122.419943, 37.800045; worked out apart from this program.
    const auto city = loaded({feature_json("", {{box(-122.42, 37.8, -122.419886, 37.80009)}})});
    CHECK(ids_of(city) == std::vector<std::string>{"bek77tawdhsy1g"});
    std::string text = "b";
    geo_io::append_place(text, 0);
    geo_io::append_place(text, ~0ull);
    CHECK(text == "b0000000000000fzzzzzzzzzzzz");
}

TEST_CASE("neither the first corner nor the direction of a ring changes its id", "[io][ids]") {
    // Its middle lies on half millionths: sums in another order would fall on either side.
    const auto corners = box(-122.420001, 37.8, -122.419886, 37.800091);
    for (std::size_t first = 0; first < 4; ++first)
        for (const bool backwards : {false, true}) {
            auto ring = corners;
            std::rotate(ring.begin(), ring.begin() + static_cast<long>(first), ring.end());
            if (backwards) std::reverse(ring.begin(), ring.end());
            CHECK(ids_of(loaded({feature_json("", {{ring}})})) ==
                  std::vector<std::string>{"b7d316s91r2vhz"});
        }
}

TEST_CASE("the footprints of one feature have an id each", "[io][ids]") {
    const auto city =
        loaded({feature_json(R"("id":"estate")", {{box(-122.42, 37.8, -122.4199, 37.8001)},
                                                  {box(-122.41, 37.8, -122.4099, 37.8001)},
                                                  {box(-122.40, 37.8, -122.3999, 37.8001)}}),
                house(0, R"("id":"alone")")});
    const auto ids = ids_of(city);
    REQUIRE(ids.size() == 4);
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 4);
    CHECK(std::count_if(ids.begin(), ids.end(),
                        [](const std::string& id) { return starts_with(id, "estate-"); }) == 3);
    CHECK(ids[3] == "alone");
}

TEST_CASE("where two stand in one place the larger one has it, the next ones are numbered",
          "[io][ids]") {
    // A yard with a hall in its middle: both have one centre.
    const std::string yard = feature_json("\"height\":9",
                                          {{box(-122.42, 37.8, -122.418, 37.801),
                                            box(-122.4195, 37.8002, -122.4185, 37.8008)}}),
                      hall = feature_json("\"height\":5",
                                          {{box(-122.4192, 37.8004, -122.4188, 37.8006)}});
    const auto yard_first = loaded({yard, hall}), hall_first = loaded({hall, yard});
    const auto ids = ids_of(yard_first);
    REQUIRE(ids.size() == 2);
    CHECK(ids[0].size() == 14);
    CHECK(ids[1] == ids[0] + "-2");
    CHECK(ids_of(hall_first) == std::vector<std::string>{ids[1], ids[0]});
    // And nobody takes a number that the source gave away.
    const auto taken = loaded({yard, hall, house(0, "\"id\":\"" + ids[0] + "-2\"")});
    CHECK(ids_of(taken) == std::vector<std::string>{ids[0], ids[0] + "-3", ids[0] + "-2"});
}

TEST_CASE("the pieces that a repair makes of a footprint are told apart by their size",
          "[io][ids]") {
    // A bow tie with a small and a large half.
    const std::vector<test::Corner> tie{
        {-122.42, 37.8}, {-122.4188, 37.8003}, {-122.4188, 37.8}, {-122.42, 37.8001}};
    const auto city = loaded({feature_json(R"("id":"tie")", {{tie}})});
    const auto ids = ids_of(city);
    const auto& areas_m2 = city.city.buildings.footprint_area_m2;
    REQUIRE(ids.size() == 2);
    const std::size_t large = areas_m2[0] > areas_m2[1] ? 0 : 1;
    CHECK(starts_with(ids[large], "tie-"));
    CHECK(ids[1 - large] == ids[large] + "-2");
}

TEST_CASE("ids stay when rows are sorted otherwise, columns go or one thread reads", "[io][ids]") {
    std::vector<std::string> features, bare;
    for (int i = 0; i < 1500; ++i) {
        const std::string id = i % 3 == 0   ? "\"id\":\"0\""
                               : i % 3 == 1 ? "\"id\":\"h" + std::to_string(i) + "\""
                                            : "\"id\":\"\"";
        features.push_back(house(i, id + ",\"height\":" + std::to_string(3 + i % 7) +
                                        ",\"name\":\"No. " + std::to_string(i) + "\""));
        bare.push_back(house(i, id));
    }
    // The same outline again under another name, far behind: whichever is read first stays.
    features.push_back(house(4, "\"id\":\"copy\""));
    bare.push_back(house(4, "\"id\":\"copy\""));
    const auto expected = ids_by_place(loaded(features));
    REQUIRE(expected.size() == 1500);
    CHECK(std::any_of(expected.begin(), expected.end(),
                      [](const auto& row) { return row.second == "copy"; }));
    std::set<std::string> different;
    for (const auto& [place, id] : expected) different.insert(id);
    CHECK(different.size() == 1500);

    auto backwards = features;
    std::reverse(backwards.begin(), backwards.end());
    CHECK(ids_by_place(loaded(backwards)) == expected);
    auto interleaved = features;
    for (std::size_t i = 0; i < features.size(); ++i)
        interleaved[(i * 997) % features.size()] = features[i];
    CHECK(ids_by_place(loaded(interleaved)) == expected);
    CHECK(ids_by_place(loaded(bare)) == expected);
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    CHECK(ids_by_place(loaded(interleaved)) == expected);
}

TEST_CASE("tiles may come in any order, and their features be counted alike", "[io][ids]") {
    const auto estate = [](double west) {
        return feature_json("\"height\":9", {{box(west, 37.8, west + 0.0001, 37.8001)},
                                             {box(west + 0.001, 37.8, west + 0.0011, 37.8001)}});
    };
    const test::TempFolder folder;
    // The first footprint of the second tile touches the second one of the first.
    const std::string west = folder.file("west.geojson", test::collection_json({estate(-122.42)})),
                      east =
                          folder.file("east.geojson", test::collection_json({estate(-122.4189)}));
    geo_io::CitySource source;
    source.buildings = {west, east};
    const auto expected = sorted_ids_of(loaded_from(source));
    CHECK(expected.size() == 4);
    source.buildings = {east, west};
    CHECK(sorted_ids_of(loaded_from(source)) == expected);
}

TEST_CASE("the place is that of the file, before the Chinese map offset is taken away",
          "[io][ids]") {
    const test::TempFolder folder;
    folder.file("a.geojson", test::collection_json(
                                 {feature_json("", {{box(121.47, 31.23, 121.4701, 31.2301)}})}));
    const auto plain = folder.file("plain.toml", "[buildings]\nsource = \"a.geojson\"\n"),
               shifted = folder.file("shifted.toml",
                                     "[buildings]\nsource = \"a.geojson\"\nshift = \"gcj02\"\n");
    geo_io::CitySource source;
    source.city = plain;
    const auto as_read = loaded_from(source);
    source.city = shifted;
    const auto moved = loaded_from(source);
    CHECK(ids_of(as_read) == ids_of(moved));
    CHECK(std::abs(as_read.city.buildings.footprints.points[0].x -
                   moved.city.buildings.footprints.points[0].x) > 100.0);
}

#include <chrono>
#include <cmath>
#include <limits>
#include <random>

#include "geo/city/rings.h"
#include "geo/polygon/box_tree.h"
#include "geo/polygon/footprint_clean.h"
#include "geo/polygon/geos_repair.h"
#include "geo/polygon/ring_finder.h"
#include "tests/support/catch.h"

using city::MapPoint;
using geo_io::clean_polygon;
using geo_io::CleanOutcome;
using geo_io::CleanResult;
using geo_io::RingSet;
using Ring = std::vector<MapPoint>;

namespace {

Ring square(double x, double y, double side_m) {
    return {{x, y}, {x + side_m, y}, {x + side_m, y + side_m}, {x, y + side_m}};
}

// An outline, and so many square holes of half a metre, a metre apart.
RingSet perforated(std::size_t holes) {
    const auto columns = static_cast<std::size_t>(std::sqrt(static_cast<double>(holes))) + 1;
    RingSet rings{square(-1.0, -1.0, static_cast<double>(columns) + 2.0)};
    for (std::size_t i = 0; i < holes; ++i)
        rings.push_back(
            square(static_cast<double>(i % columns), static_cast<double>(i / columns), 0.5));
    return rings;
}

// Every edge crosses nearly every other.
Ring star(int points) {
    Ring ring;
    for (int i = 0; i < points; ++i) {
        const double turn = 2.0 * 3.14159265358979 * static_cast<double>(i) *
                            static_cast<double>(points / 2) / static_cast<double>(points);
        ring.push_back({300.0 * std::cos(turn), 300.0 * std::sin(turn)});
    }
    return ring;
}

Ring comb(int teeth, bool lying) {
    Ring ring;
    for (int i = 0; i < teeth; ++i) {
        const double x = 0.1 * i;
        for (const MapPoint p : {MapPoint{x, 0}, {x, 500}, {x + 0.05, 500}, {x + 0.05, 0}})
            ring.push_back(lying ? MapPoint{p.y, p.x} : p);
    }
    const double end = 0.1 * teeth;
    for (const MapPoint p : {MapPoint{end, 0}, {end, -3}, {0, -3}})
        ring.push_back(lying ? MapPoint{p.y, p.x} : p);
    return ring;
}

double area_m2(const CleanResult& result) {
    double sum = 0.0;
    for (const RingSet& polygon : result.polygons) sum += geo_io::area_m2(polygon);
    return sum;
}

// What is quadratic takes minutes here; the bound leaves room for sanitizers and a busy machine.
template <class Work>
auto within_seconds(double most_s, Work work) {
    const auto start = std::chrono::steady_clock::now();
    auto result = work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK(took.count() < most_s);
    return result;
}

}  // namespace

TEST_CASE("a hundred thousand holes are one building with holes", "[io][footprint]") {
    const CleanResult result =
        within_seconds(20.0, [] { return clean_polygon(perforated(100'000)); });
    CHECK(result.outcome == CleanOutcome::as_it_was);
    REQUIRE(result.polygons.size() == 1);
    CHECK(result.polygons[0].size() == 100'001);
    CHECK_THAT(area_m2(result), WithinRel(319.0 * 319.0 - 0.25 * 100'000.0, 1e-12));
}

// The hole that crosses itself covers twice a triangle of which the even-odd rule keeps both.
TEST_CASE("one crossing among thousands of holes does not cost the building", "[io][footprint]") {
    RingSet rings = perforated(20'000);
    rings.push_back({{0.6, 0.6}, {0.9, 0.9}, {0.9, 0.6}, {0.6, 0.9}});
    const CleanResult result = within_seconds(20.0, [&] { return clean_polygon(rings); });
    CHECK(result.outcome == CleanOutcome::repaired);
    REQUIRE(result.polygons.size() == 1);
    CHECK_THAT(area_m2(result), WithinRel(144.0 * 144.0 - 0.25 * 20'000.0 - 0.045, 1e-9));
}

TEST_CASE("a ring of a million corners stays", "[io][footprint]") {
    Ring ring;
    for (int i = 0; i < 1'000'000; ++i)
        ring.push_back({4e4 * std::cos(2e-6 * 3.14159265358979 * i),
                        4e4 * std::sin(2e-6 * 3.14159265358979 * i)});
    const CleanResult result = within_seconds(30.0, [&] { return clean_polygon({ring}); });
    CHECK(result.outcome == CleanOutcome::as_it_was);
    CHECK_THAT(area_m2(result), WithinRel(3.14159265358979 * 1.6e9, 1e-6));
}

TEST_CASE("a comb of ten thousand teeth stays", "[io][footprint]") {
    const CleanResult result =
        within_seconds(20.0, [] { return clean_polygon({comb(10'000, false)}); });
    CHECK(result.outcome == CleanOutcome::as_it_was);
    CHECK_THAT(area_m2(result), WithinRel(10'000.0 * 0.05 * 500.0 + 3.0 * 1000.0, 1e-9));
}

TEST_CASE("what crosses itself by the ten thousand is left out and called so", "[io][footprint]") {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> anywhere(0.0, 500.0);
    Ring scribble;
    for (int i = 0; i < 10'000; ++i) {
        const double x = anywhere(random), y = anywhere(random);
        scribble.push_back({x, y});
    }
    Ring spokes;
    for (int i = 0; i < 20'000; ++i) {
        spokes.push_back({0, 0});
        spokes.push_back({200.0 * std::cos(3e-4 * i), 200.0 * std::sin(3e-4 * i)});
    }
    RingSet nest;
    for (int i = 0; i < 30'000; ++i) nest.push_back(square(0.02 * i, 0.02 * i, 1300.0 - 0.04 * i));
    for (const RingSet& rings :
         {RingSet{star(1001)}, RingSet{star(20'001)}, RingSet{scribble}, RingSet{spokes}, nest,
          RingSet{comb(10'000, false), comb(10'000, true)}, RingSet(20'000, square(0, 0, 20))}) {
        INFO(rings.size() << " rings, the first of " << rings[0].size());
        const CleanResult result = within_seconds(20.0, [&] { return clean_polygon(rings); });
        CHECK(result.outcome == CleanOutcome::too_complex);
        CHECK(result.polygons.empty());
    }
}

TEST_CASE("no doubles are too strange to be refused", "[io][footprint]") {
    constexpr double inf = std::numeric_limits<double>::infinity(),
                     nan = std::numeric_limits<double>::quiet_NaN(), most = 1e308, least = 5e-324;
    for (const double odd : {inf, -inf, nan, most, -most, 1e39, -1e18, 1e9})
        for (std::size_t corner = 0; corner < 4; ++corner) {
            RingSet rings{square(0, 0, 20), square(5, 5, 5)};
            rings[corner % 2][corner].x = odd;
            CHECK(clean_polygon(rings).outcome == CleanOutcome::beyond_repair);
            CHECK(geo_io::union_of({rings}).outcome == CleanOutcome::too_complex);
        }
    CHECK(clean_polygon({{{least, 0}, {0, least}, {least, least}}}).outcome ==
          CleanOutcome::beyond_repair);
    CHECK(clean_polygon({Ring(100'000, {5, 5})}).outcome == CleanOutcome::beyond_repair);
    CHECK(clean_polygon({}).outcome == CleanOutcome::beyond_repair);
    CHECK(clean_polygon({{}, square(0, 0, 5)}).outcome == CleanOutcome::beyond_repair);
}

TEST_CASE("faces by the thousand that all cross are no body", "[io][footprint]") {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> anywhere(0.0, 300.0);
    std::vector<RingSet> faces;
    for (int i = 0; i < 3000; ++i) {
        RingSet& face = faces.emplace_back(1);
        for (int k = 0; k < 3; ++k) {
            const double x = anywhere(random), y = anywhere(random);
            face[0].push_back({x, y});
        }
    }
    CHECK(within_seconds(20.0, [&] { return geo_io::union_of(faces); }).outcome ==
          CleanOutcome::too_complex);
}

TEST_CASE("a tree of boxes finds what overlaps and keeps its allowance", "[io][footprint]") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> anywhere(0.0, 100.0);
    std::vector<geo_io::BoxTree::Box> boxes;
    for (int i = 0; i < 5000; ++i) {
        const double x = anywhere(random), y = anywhere(random);
        boxes.push_back({x, y, x + 0.05 * anywhere(random), y + 0.05 * anywhere(random)});
    }
    geo_io::BoxTree tree;
    tree.build(boxes);
    std::size_t found = 0, wanted = 0, wrong = 0;
    for (std::size_t i = 0; i < boxes.size(); i += 50) {
        for (const auto& box : boxes) wanted += box.overlaps(boxes[i]) ? 1 : 0;
        std::uint64_t allowance = 100'000;
        tree.any(boxes[i], allowance, [&](std::uint32_t k) {
            ++found;
            wrong += boxes[k].overlaps(boxes[i]) ? 0 : 1;
            return false;
        });
        CHECK(allowance < 100'000);
    }
    CHECK(found == wanted);
    CHECK(wrong == 0);
    std::uint64_t allowance = 100;
    CHECK(tree.any({0, 0, 100, 100}, allowance, [](std::uint32_t) { return false; }) ==
          geo_io::BoxTree::Found::gave_up);
    tree.build({});
    CHECK(tree.any({0, 0, 1, 1}, allowance, [](std::uint32_t) { return true; }) ==
          geo_io::BoxTree::Found::no);
}

TEST_CASE("the rings that hold a place are those that contain it", "[io][footprint]") {
    RingSet rings = perforated(400);
    rings.push_back(comb(100, false));
    rings.push_back(star(101));
    geo_io::RingFinder finder({rings.begin(), rings.end()});
    std::mt19937 random(9);
    std::uniform_real_distribution<double> anywhere(-2.0, 24.0);
    std::size_t wrong = 0, held = 0;
    for (int i = 0; i < 2000; ++i) {
        const double x = anywhere(random), y = anywhere(random);
        const auto holding = finder.holding({x, y});
        REQUIRE(holding);
        std::vector<std::uint32_t> wanted;
        for (auto r = static_cast<std::uint32_t>(rings.size()); r-- > 0;)
            if (city::contains(rings[r], {x, y})) wanted.push_back(r);
        held += wanted.size();
        wrong += std::equal(wanted.begin(), wanted.end(), holding->begin(), holding->end()) ? 0 : 1;
    }
    CHECK(wrong == 0);
    CHECK(held > 1000);
}

// Found by the fuzz door `rings`: 120 corners on a coarse grid, which the even-odd rule leaves
// touching; GEOS takes seconds for some thousand crossings.
TEST_CASE("a scribble of a hundred corners is not worth seconds", "[io][footprint]") {
    std::mt19937 random(1);
    std::uniform_int_distribution<int> place(0, 15);
    for (int round = 0; round < 20; ++round) {
        Ring ring;
        for (int i = 0; i < 150; ++i) {
            const double x = 33.0 * place(random), y = 33.0 * place(random);
            ring.push_back({x, y});
        }
        within_seconds(3.0, [&] { return clean_polygon({ring}); });
    }
}

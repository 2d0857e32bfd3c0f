#include "geo/mesh/flow_segments.h"

#include "tests/support/catch.h"

using mesh::FlowSegment;

namespace {

// Mitres as the shader unpacks them: left at the start, left at the end.
std::array<float, 4> mitres_of(const FlowSegment& segment) {
    std::array<float, 4> parts{};
    for (std::size_t k = 0; k < 4; ++k)
        parts[k] =
            2.0f *
            static_cast<float>(static_cast<std::int8_t>((segment.mitres >> (8 * k)) & 0xFF)) /
            127.0f;
    return parts;
}

city::Roads roads_of(std::initializer_list<std::pair<city::RoadClass, int>> rows,
                     const std::vector<city::MapPoint>& line) {
    city::Roads roads;
    for (const auto& [road_class, one_way] : rows) {
        roads.lines.add_line(line);
        roads.road_class.push_back(road_class);
        roads.one_way.push_back(static_cast<std::int8_t>(one_way));
        roads.length_m.push_back(100.0f);
    }
    return roads;
}

}  // namespace

TEST_CASE("main roads are drawn last, paths not at all", "[mesh]") {
    using city::RoadClass;
    const auto segments = mesh::flow_segments(roads_of({{RoadClass::motorway, 0},
                                                        {RoadClass::path, 0},
                                                        {RoadClass::residential, 0},
                                                        {RoadClass::primary, 0}},
                                                       {{0, 0}, {100, 0}}),
                                              {});
    REQUIRE(segments.size() == 3);
    CHECK(segments[0].road == 2);
    CHECK(segments[1].road == 3);
    CHECK(segments[2].road == 0);
}

TEST_CASE("a one-way road against its line is turned, its bend has one mitre for both pieces",
          "[mesh]") {
    const auto segments = mesh::flow_segments(
        roads_of({{city::RoadClass::primary, -1}}, {{0, 100}, {100, 100}, {100, 0}}), {});
    REQUIRE(segments.size() == 2);
    CHECK(segments[0].road == mesh::one_way_bit);
    CHECK(segments[0].y0 == 0.0f);  // travels north, then west
    CHECK(segments[0].y1 == 100.0f);
    const auto first = mitres_of(segments[0]), second = mitres_of(segments[1]);
    CHECK_THAT(first[0], WithinAbs(-1.0, 0.02));  // left of north is west
    CHECK_THAT(first[1], WithinAbs(0.0, 0.02));
    // Left at a left turn of a right angle: the corner at (-1, -1) of a unit band.
    CHECK_THAT(first[2], WithinAbs(-1.0, 0.02));
    CHECK_THAT(first[3], WithinAbs(-1.0, 0.02));
    CHECK(first[2] == second[0]);
    CHECK(first[3] == second[1]);
}

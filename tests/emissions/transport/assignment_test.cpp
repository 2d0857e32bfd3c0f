#include "emissions/transport/assignment.h"
#include "emissions/accounting/inventory.h"

#include <cmath>
#include <map>
#include <numeric>

#include "emissions/evaluate.h"
#include "emissions/model/baseline.h"
#include "emissions/transport/traffic.h"
#include "geo/sample/sample_city.h"
#include "tests/emissions/reference_tables.h"
#include "tests/support/catch.h"

using namespace emissions;

namespace {

void add_road(city::Roads& roads, std::vector<city::MapPoint> points, int one_way = 0,
              city::RoadClass road_class = city::RoadClass::secondary) {
    roads.lines.add_line(points);
    roads.id.push_back(std::to_string(roads.count()));
    roads.name.push_back("");
    roads.road_class.push_back(road_class);
    roads.lanes.push_back(2);
    roads.speed_kmh.push_back(50);
    roads.aadt.push_back(city::missing);
    roads.length_m.push_back(static_cast<float>(city::line_length_m(points)));
    roads.one_way.push_back(static_cast<std::int8_t>(one_way));
    roads.level.push_back(0);
    roads.assumed.push_back(city::Assumed::none);
}

// Two ways from west to east, the northern one twice as long on an empty road:
//          n (0.5, 1)
//   w (0,0)            e (1,0)      links: 0 w-e, 1 w-n, 2 n-e
RoadGraph two_routes() {
    RoadGraph graph;
    graph.nodes = {{0, 0}, {1000, 0}, {500, 1000}};
    graph.links = {{0, 1, 0, 1000}, {0, 2, 1, 1000}, {2, 1, 2, 1000}};
    graph.routable = {1, 1, 1};
    return graph;
}

double sum(const std::vector<float>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

TEST_CASE("lines that share a vertex meet there, others pass over each other",
          "[emissions][roads]") {
    city::Roads roads;
    add_road(roads, {{0, 0}, {100, 0}, {200, 0}});
    add_road(roads, {{100, 0}, {100, 100}});  // meets the first in its middle
    add_road(roads, {{50, -50}, {50, 50}});   // crosses it on a bridge
    add_road(roads, {{201.5, 0}, {300, 0}});  // misses its end by a metre and a half
    add_road(roads, {{0, 5}, {100, 5}}, 0, city::RoadClass::path);
    const auto graph = build_road_graph(roads);
    CHECK(graph.nodes.size() == 7);   // 4 along the street, 1 north, 2 of the bridge
    CHECK(graph.links.size() == 10);  // 5 pieces, both ways
    CHECK(graph.pieces == 2);
    CHECK(graph.ends_joined >= 1);
    CHECK(graph.roads_outside == 1);
    CHECK(std::count(graph.routable.begin(), graph.routable.end(), 1) == 5);
}

TEST_CASE("a one-way street is left where it leads and never entered backwards",
          "[emissions][roads]") {
    city::Roads roads;
    add_road(roads, {{0, 0}, {100, 0}}, +1);
    add_road(roads, {{100, 0}, {200, 0}}, -1);
    const auto graph = build_road_graph(roads);
    REQUIRE(graph.links.size() == 2);
    for (const auto& link : graph.links) CHECK(graph.nodes[link.to].x == 100.0);
}

// Equilibrium of two routes by hand: t1 = 1 (1 + 0.15 (f / 1000)^4), t2 = 2 (1 + 0.15 ((q - f) /
// 2000)^4) with q = 3000. At f = 1680: t1 = 1 + 0.15 x 7.966 = 2.195, t2 = 2 (1 + 0.15 x 0.1898)
// = 2.057; at f = 1640: 2.085 and 2.064; at f = 1630: 2.0589, 2.0660. They meet at f = 1632.
TEST_CASE("traffic splits so that both routes take equally long", "[emissions][roads]") {
    const auto graph = two_routes();
    const LinkCost cost{{1.0f, 1.0f, 1.0f}, {1000.0f, 2000.0f, 2000.0f}, 0.15f, 4.0f};
    TripTable trips{{0, 1}, {0, 3000, 0, 0}};
    const auto flow = assign(graph, cost, trips, {.rounds = 2000, .relative_gap = 1e-6});
    CHECK_THAT(flow.flow_day[0], WithinAbs(1632.0, 6.0));
    CHECK(flow.flow_day[1] == flow.flow_day[2]);
    CHECK_THAT(flow.flow_day[0] + flow.flow_day[1], WithinAbs(3000.0, 0.1));
    CHECK_THAT(
        cost.minutes(0, flow.flow_day[0]),
        WithinRel(cost.minutes(1, flow.flow_day[1]) + cost.minutes(2, flow.flow_day[2]), 5e-3f));
}

TEST_CASE("on empty roads twice the trips are twice the flow, on the shorter route alone",
          "[emissions][roads]") {
    const auto graph = two_routes();
    const LinkCost cost{{1.0f, 1.0f, 1.0f}, {1e9f, 1e9f, 1e9f}, 0.15f, 4.0f};
    const auto one = assign(graph, cost, {{0, 1}, {0, 300, 0, 0}}),
               two = assign(graph, cost, {{0, 1}, {0, 600, 0, 0}});
    CHECK(one.flow_day == std::vector<float>{300, 0, 0});
    CHECK(two.flow_day == std::vector<float>{600, 0, 0});
}

TEST_CASE("what enters a junction leaves it, but for trips that end there", "[emissions][roads]") {
    const auto city =
        sample::make_sample_city({.style = sample::Style::california, .buildings = 800, .seed = 2});
    const auto graph = build_road_graph(city.roads);
    LinkCost cost;
    for (const auto& link : graph.links)
        cost.free_min.push_back(link.length_m / 600.0f), cost.capacity_day.push_back(5000.0f);
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t n = 0; n < graph.nodes.size(); n += 9)
        if (graph.routable[n]) nodes.push_back(n);
    REQUIRE(nodes.size() > 5);
    TripTable trips{nodes, std::vector<float>(nodes.size() * nodes.size(), 20.0f)};
    const auto flow = assign(graph, cost, trips);
    std::vector<double> balance(graph.nodes.size(), 0.0);
    for (std::size_t l = 0; l < graph.links.size(); ++l)
        balance[graph.links[l].to] += static_cast<double>(flow.flow_day[l]),
            balance[graph.links[l].from] -= static_cast<double>(flow.flow_day[l]);
    // Every zone sends and receives the same number, so all junctions balance.
    for (const double rest : balance)
        CHECK(std::abs(rest) <
              1e-3 * sum(flow.flow_day) / static_cast<double>(graph.links.size()) + 0.1);
    CHECK(flow.relative_gap < 0.1);
}

TEST_CASE("an assignment keeps counts, and meets a known total of vehicle-km",
          "[emissions][roads]") {
    auto city =
        sample::make_sample_city({.style = sample::Style::china, .buildings = 800, .seed = 2});
    city.roads.aadt[3] = 4321.0f;
    city.info.control_vkt_km = 5e8;
    const auto traffic = prepare_traffic(city, test::reference_tables(), TrafficMethod::assignment);
    REQUIRE(traffic);
    CHECK(traffic->aadt[3] == 4321.0f);
    CHECK_THAT(sum(traffic->vehicle_km), WithinRel(5e8, 1e-3));
    CHECK(traffic->report.find("gap") != std::string::npos);
    for (const float speed : traffic->speed_kmh) CHECK((speed >= 0.0f && speed <= 130.0f));
}

TEST_CASE("the sums of results stay the inventory under an assignment", "[emissions][roads]") {
    const auto city =
        sample::make_sample_city({.style = sample::Style::california, .buildings = 500, .seed = 1});
    const auto made =
        prepare(city, test::reference_tables(), {.traffic = TrafficMethod::assignment});
    REQUIRE(made);
    const auto results = evaluate(**made, {});
    const auto inventory = inventory_of(**made, {}, results);
    double rows = 0, columns = sum(results.roads.emitted_kg[Pollutant::co2e]);
    for (const float kg : results.buildings.emitted_kg[Pollutant::co2e])
        columns += city::is_missing(kg) ? 0.0 : static_cast<double>(kg);
    for (const auto& row : inventory.rows)
        if (row.quantity == "co2e" && row.scope != 0) rows += row.value;
    CHECK_THAT(rows, WithinRel(columns, 1e-6));
}

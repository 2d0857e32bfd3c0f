// A square grid of 112 x 112 junctions: 49 728 directed links, 150 zones, ten rounds of successive
// averages.
#include <benchmark/benchmark.h>

#include "emissions/transport/assignment.h"

namespace {

using namespace emissions;

constexpr std::uint32_t side = 112;

RoadGraph grid() {
    RoadGraph graph;
    for (std::uint32_t y = 0; y < side; ++y)
        for (std::uint32_t x = 0; x < side; ++x) {
            const std::uint32_t here = y * side + x;
            graph.nodes.push_back({x * 100.0, y * 100.0});
            if (x > 0) graph.links.push_back({here, here - 1, 0, 100.0f});
            if (x + 1 < side) graph.links.push_back({here, here + 1, 0, 100.0f});
            if (y > 0) graph.links.push_back({here, here - side, 0, 100.0f});
            if (y + 1 < side) graph.links.push_back({here, here + side, 0, 100.0f});
        }
    graph.routable.assign(graph.nodes.size(), 1);
    return graph;
}

void assign_50_000_links(benchmark::State& state) {
    const RoadGraph graph = grid();
    LinkCost cost;
    for (std::size_t l = 0; l < graph.links.size(); ++l) {
        const bool arterial =
            graph.links[l].from / side % 8 == 0 && graph.links[l].to / side % 8 == 0;
        cost.free_min.push_back(arterial ? 0.1f : 0.2f);
        cost.capacity_day.push_back(arterial ? 20'000.0f : 5'000.0f);
    }
    TripTable trips;
    for (std::uint32_t z = 0; z < 150; ++z) trips.node.push_back((z * 83) % (side * side));
    trips.trips_day.assign(150 * 150, 15.0f);
    double gap = 0;
    for (auto _ : state)
        gap = assign(graph, cost, trips, {.rounds = 10, .relative_gap = 0.0}).relative_gap;
    state.counters["links"] = static_cast<double>(graph.links.size());
    state.counters["relative_gap"] = gap;
}
BENCHMARK(assign_50_000_links)->Unit(benchmark::kSecond)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();

#pragma once

#include <cstdint>
#include <vector>

#include "emissions/transport/road_graph.h"
#include "geo/city/progress.h"

namespace emissions {

/// A link's travel time at a flow, after the Bureau of Public Roads: t = t0 (1 + alpha (flow /
/// capacity)^beta).
struct LinkCost {
    std::vector<float> free_min;      ///< minutes on the empty road
    std::vector<float> capacity_day;  ///< vehicles a day and direction
    float alpha = 0.15f, beta = 4.0f;
    float minutes(std::size_t link, float flow) const;
};

/// Where trips start and end: a node for each zone, and trips a day between zones, row by row.
struct TripTable {
    std::vector<std::uint32_t> node;
    std::vector<float> trips_day;  ///< [from * zones + to]
};

struct AssignmentOptions {
    int rounds = 60;  ///< of the method of successive averages
    double relative_gap =
        5e-3;  ///< stop earlier when time on used paths is this close to time on shortest ones
};

struct AssignedFlow {
    std::vector<float> flow_day;  ///< per link
    double relative_gap = 0;
    int rounds = 0;
};

/// User equilibrium by successive averages: all trips of a round take the shortest path, and the
/// new flow counts 1/(round). Shortest paths by Boost.Graph's Dijkstra, zones in parallel; sums in
/// a fixed order, so that the same input gives the same flow on any number of cores.
AssignedFlow assign(const RoadGraph& graph, const LinkCost& cost, const TripTable& trips,
                    const AssignmentOptions& options = {}, const city::Progress& progress = {});

/// Minutes from each zone to each zone on the empty network, [from * zones + to].
std::vector<float> free_minutes(const RoadGraph& graph, const LinkCost& cost,
                                const std::vector<std::uint32_t>& zone_nodes);

}  // namespace emissions

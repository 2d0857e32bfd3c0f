#pragma once

#include <cstdint>
#include <vector>

#include "geo/city/city_model.h"

namespace emissions {

/// The road network as a directed graph. Nodes are where lines meet or end, links the pieces
/// between them, one for each direction of travel.
struct RoadGraph {
    struct Link {
        std::uint32_t from, to;
        std::uint32_t road;  ///< row of city::Roads
        float length_m;
    };
    std::vector<city::MapPoint> nodes;
    std::vector<Link> links;             ///< ordered by `from`
    std::vector<std::uint8_t> routable;  ///< node lies in the largest strongly connected component

    // What was found on the way.
    std::size_t pieces = 0;     ///< connected components, direction apart
    std::size_t dead_ends = 0;  ///< nodes with one neighbour
    std::size_t ends_joined =
        0;  ///< line ends that missed their junction by less than the tolerance
    std::size_t roads_outside = 0;  ///< motor roads no part of which is routable
};

/// Lines that share a vertex meet there (half a metre); a dangling end joins a node within
/// `join_m`. Lines that cross without a common vertex pass over each other, as bridges do. Paths
/// and rails are left out.
RoadGraph build_road_graph(const city::Roads& roads, double join_m = 3.0);

}  // namespace emissions

#include "emissions/transport/assignment.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <cmath>

namespace emissions {

namespace {

using Csr =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

constexpr std::size_t chunks =
    32;  // of zones; fixed, so that sums do not depend on the number of cores

Csr csr_of(const RoadGraph& graph) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    edges.reserve(graph.links.size());
    for (const auto& link : graph.links) edges.emplace_back(link.from, link.to);
    return Csr(boost::edges_are_sorted, edges.begin(), edges.end(),
               static_cast<std::uint32_t>(graph.nodes.size()));
}

// Distances and the links that lead to each node, from one origin.
struct Tree {
    std::vector<float> minutes;
    std::vector<std::uint32_t> by_link;  // none for the origin and what cannot be reached
    std::vector<std::uint32_t> order;    // nodes as they were settled, near to far
};
constexpr std::uint32_t none = 0xffffffffu;

struct Recorder : boost::dijkstra_visitor<> {
    Tree* tree;
    explicit Recorder(Tree& into) : tree(&into) {}
    template <class Edge, class Graph>
    void edge_relaxed(Edge e, const Graph& g) const {
        tree->by_link[boost::target(e, g)] = boost::get(boost::edge_index, g, e);
    }
    template <class Vertex, class Graph>
    void examine_vertex(Vertex v, const Graph&) const {
        tree->order.push_back(v);
    }
};

void grow(const Csr& graph, const std::vector<float>& minutes, std::uint32_t origin, Tree& tree) {
    const std::size_t nodes = boost::num_vertices(graph);
    tree.minutes.resize(nodes);
    tree.by_link.assign(nodes, none);
    tree.order.clear();
    const auto index = boost::get(boost::vertex_index, graph);
    boost::dijkstra_shortest_paths_no_color_map(
        graph, origin,
        boost::distance_map(boost::make_iterator_property_map(tree.minutes.begin(), index))
            .weight_map(boost::make_iterator_property_map(minutes.begin(),
                                                          boost::get(boost::edge_index, graph)))
            .visitor(Recorder(tree)));
}

}  // namespace

float LinkCost::minutes(std::size_t link, float flow) const {
    const float load = capacity_day[link] > 0.0f ? flow / capacity_day[link] : 0.0f;
    return free_min[link] * (1.0f + alpha * std::pow(load, beta));
}

std::vector<float> free_minutes(const RoadGraph& graph, const LinkCost& cost,
                                const std::vector<std::uint32_t>& zone_nodes) {
    const Csr csr = csr_of(graph);
    const std::size_t zones = zone_nodes.size();
    std::vector<float> minutes(zones * zones);
    tbb::parallel_for(std::size_t{0}, std::min(chunks, zones), [&](std::size_t chunk) {
        Tree tree;
        for (std::size_t from = chunk; from < zones; from += chunks) {
            grow(csr, cost.free_min, zone_nodes[from], tree);
            for (std::size_t to = 0; to < zones; ++to)
                minutes[from * zones + to] = tree.minutes[zone_nodes[to]];
        }
    });
    return minutes;
}

AssignedFlow assign(const RoadGraph& graph, const LinkCost& cost, const TripTable& trips,
                    const AssignmentOptions& options, const city::Progress& progress) {
    const Csr csr = csr_of(graph);
    const std::size_t zones = trips.node.size(), links = graph.links.size();
    AssignedFlow result;
    result.flow_day.assign(links, 0.0f);
    std::vector<float> minutes(links);
    std::vector<std::vector<double>> part(std::min(chunks, std::max<std::size_t>(zones, 1)));
    std::vector<double> shortest_part(part.size());
    for (int round = 1; round <= options.rounds && !progress.cancelled(); ++round) {
        for (std::size_t l = 0; l < links; ++l) minutes[l] = cost.minutes(l, result.flow_day[l]);
        tbb::parallel_for(std::size_t{0}, part.size(), [&](std::size_t chunk) {
            Tree tree;
            std::vector<double> arriving(graph.nodes.size(), 0.0);
            part[chunk].assign(links, 0.0);
            shortest_part[chunk] = 0.0;
            for (std::size_t from = chunk; from < zones; from += chunks) {
                grow(csr, minutes, trips.node[from], tree);
                for (std::size_t to = 0; to < zones; ++to) {
                    const double going = static_cast<double>(trips.trips_day[from * zones + to]);
                    if (going <= 0.0 || tree.by_link[trips.node[to]] == none) continue;
                    arriving[trips.node[to]] += going;
                    shortest_part[chunk] +=
                        going * static_cast<double>(tree.minutes[trips.node[to]]);
                }
                // Far to near: what arrives at a node came over its link and passes the node
                // before.
                for (auto at = tree.order.rbegin(); at != tree.order.rend(); ++at) {
                    const std::uint32_t link = tree.by_link[*at];
                    if (link != none && arriving[*at] > 0.0) {
                        part[chunk][link] += arriving[*at];
                        arriving[graph.links[link].from] += arriving[*at];
                    }
                    arriving[*at] = 0.0;
                }
            }
        });
        double on_used = 0, on_shortest = 0;
        for (const double sum : shortest_part) on_shortest += sum;
        for (std::size_t l = 0; l < links; ++l)
            on_used += static_cast<double>(result.flow_day[l]) * static_cast<double>(minutes[l]);
        const double step = 1.0 / round;
        for (std::size_t l = 0; l < links; ++l) {
            double all = 0;
            for (const auto& one : part) all += one[l];
            result.flow_day[l] = static_cast<float>(
                result.flow_day[l] + step * (all - static_cast<double>(result.flow_day[l])));
        }
        result.rounds = round;
        if (round > 1) {
            result.relative_gap =
                on_used > 0 ? std::max(0.0, (on_used - on_shortest) / on_used) : 0.0;
            if (result.relative_gap < options.relative_gap) break;
        }
        progress.tell(static_cast<float>(round) / static_cast<float>(options.rounds), "assignment");
    }
    return result;
}

}  // namespace emissions

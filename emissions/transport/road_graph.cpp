#include "emissions/transport/road_graph.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace emissions {

namespace {

constexpr double vertex_cell_m = 0.5;

std::uint64_t cell_key(city::MapPoint p, double cell_m) {
    const auto x = static_cast<std::int64_t>(std::floor(p.x / cell_m)),
               y = static_cast<std::int64_t>(std::floor(p.y / cell_m));
    return static_cast<std::uint64_t>(x) * 0x9e3779b97f4a7c15ull ^ static_cast<std::uint64_t>(y);
}

// A number for each place where vertices lie.
class Places {
  public:
    std::uint32_t at(city::MapPoint p) {
        const auto [entry, fresh] = places_.try_emplace(
            cell_key({p.x + 0.25 * vertex_cell_m, p.y + 0.25 * vertex_cell_m}, vertex_cell_m),
            static_cast<std::uint32_t>(points_.size()));
        if (fresh) points_.push_back(p);
        return entry->second;
    }
    const std::vector<city::MapPoint>& points() const { return points_; }

  private:
    std::unordered_map<std::uint64_t, std::uint32_t> places_;
    std::vector<city::MapPoint> points_;
};

// Joined places share a root.
struct Groups {
    std::vector<std::uint32_t> parent;
    explicit Groups(std::size_t count) : parent(count) {
        std::iota(parent.begin(), parent.end(), 0u);
    }
    std::uint32_t root(std::uint32_t i) {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        parent[std::max(root(a), root(b))] = std::min(root(a), root(b));
    }
};

void mark_routable(RoadGraph& graph) {
    using Csr = boost::compressed_sparse_row_graph<boost::directedS>;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (const auto& link : graph.links) edges.emplace_back(link.from, link.to);
    const Csr csr(boost::edges_are_sorted, edges.begin(), edges.end(), graph.nodes.size());
    std::vector<std::uint32_t> component(graph.nodes.size());
    const auto index = boost::get(boost::vertex_index, csr);
    const auto count =
        boost::strong_components(csr, boost::make_iterator_property_map(component.begin(), index));
    std::vector<std::size_t> size(static_cast<std::size_t>(count), 0);
    for (const auto c : component) ++size[c];
    const auto largest =
        static_cast<std::uint32_t>(std::max_element(size.begin(), size.end()) - size.begin());
    graph.routable.resize(graph.nodes.size());
    for (std::size_t n = 0; n < component.size(); ++n) graph.routable[n] = component[n] == largest;
}

}  // namespace

RoadGraph build_road_graph(const city::Roads& roads, double join_m) {
    RoadGraph graph;
    Places places;
    std::vector<std::vector<std::uint32_t>> along(roads.count());
    for (std::size_t r = 0; r < roads.count(); ++r) {
        if (!city::carries_motor_traffic(roads.road_class[r])) continue;
        for (const city::MapPoint& p : roads.lines.line(r)) {
            const std::uint32_t place = places.at(p);
            if (along[r].empty() || along[r].back() != place) along[r].push_back(place);
        }
        if (along[r].size() < 2) along[r].clear();
    }
    // How many lines pass: ends count as junctions.
    std::vector<std::uint8_t> uses(places.points().size(), 0), is_end(places.points().size(), 0);
    const auto count_up = [](std::uint8_t& n) {
        n = static_cast<std::uint8_t>(std::min(n + 1, 250));
    };
    for (const auto& line : along) {
        for (const auto place : line) count_up(uses[place]);
        if (!line.empty()) is_end[line.front()] = is_end[line.back()] = 1;
    }
    // Dangling ends look for a vertex nearby, in cells of the tolerance.
    Groups groups(places.points().size());
    std::unordered_multimap<std::uint64_t, std::uint32_t> nearby;
    for (std::uint32_t p = 0; p < places.points().size(); ++p)
        nearby.emplace(cell_key(places.points()[p], join_m), p);
    for (std::uint32_t p = 0; p < places.points().size(); ++p) {
        if (!is_end[p] || uses[p] > 1) continue;
        double nearest = join_m;
        std::uint32_t found = p;
        for (int dx = -1; dx <= 1; ++dx)
            for (int dy = -1; dy <= 1; ++dy) {
                const auto range = nearby.equal_range(cell_key(
                    places.points()[p] + city::MapPoint{dx * join_m, dy * join_m}, join_m));
                for (auto it = range.first; it != range.second; ++it) {
                    const double away =
                        std::hypot(places.points()[it->second].x - places.points()[p].x,
                                   places.points()[it->second].y - places.points()[p].y);
                    if (it->second != p && away < nearest) {
                        nearest = away;
                        found = it->second;
                    }
                }
            }
        if (found != p) {
            groups.join(p, found);
            ++graph.ends_joined;
        }
    }
    std::vector<std::uint8_t> junction(places.points().size(), 0);
    for (std::uint32_t p = 0; p < places.points().size(); ++p)
        if (is_end[p] || uses[p] > 1 || groups.root(p) != p)
            junction[p] = junction[groups.root(p)] = 1;
    constexpr std::uint32_t none = 0xffffffffu;
    std::vector<std::uint32_t> node_of(places.points().size(), none);
    const auto node = [&](std::uint32_t place) {
        std::uint32_t& n = node_of[groups.root(place)];
        if (n == none) {
            n = static_cast<std::uint32_t>(graph.nodes.size());
            graph.nodes.push_back(places.points()[groups.root(place)]);
        }
        return n;
    };
    for (std::size_t r = 0; r < along.size(); ++r) {
        const auto& line = along[r];
        for (std::size_t first = 0, k = 1; k < line.size(); ++k) {
            if (!junction[line[k]] && k + 1 < line.size()) continue;
            double length = 0;
            for (std::size_t s = first; s < k; ++s)
                length += std::hypot(places.points()[line[s + 1]].x - places.points()[line[s]].x,
                                     places.points()[line[s + 1]].y - places.points()[line[s]].y);
            const std::uint32_t a = node(line[first]), b = node(line[k]);
            first = k;
            if (a == b) continue;
            const auto road = static_cast<std::uint32_t>(r);
            if (roads.one_way[r] >= 0)
                graph.links.push_back({a, b, road, static_cast<float>(length)});
            if (roads.one_way[r] <= 0)
                graph.links.push_back({b, a, road, static_cast<float>(length)});
        }
    }
    std::stable_sort(
        graph.links.begin(), graph.links.end(),
        [](const RoadGraph::Link& x, const RoadGraph::Link& y) { return x.from < y.from; });
    if (graph.nodes.empty()) return graph;
    mark_routable(graph);

    Groups pieces(graph.nodes.size());
    std::vector<std::uint32_t> a_neighbour(graph.nodes.size(), none);
    std::vector<std::uint8_t> several(graph.nodes.size(), 0), road_routable(roads.count(), 0);
    for (const auto& link : graph.links) {
        pieces.join(link.from, link.to);
        for (const auto& [here, there] :
             {std::pair{link.from, link.to}, std::pair{link.to, link.from}}) {
            if (a_neighbour[here] == none)
                a_neighbour[here] = there;
            else if (a_neighbour[here] != there)
                several[here] = 1;
        }
        if (graph.routable[link.from] && graph.routable[link.to]) road_routable[link.road] = 1;
    }
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n) {
        graph.pieces += pieces.root(n) == n ? 1 : 0;
        graph.dead_ends += !several[n] ? 1 : 0;
    }
    for (std::size_t r = 0; r < along.size(); ++r)
        graph.roads_outside += !along[r].empty() && !road_routable[r] ? 1 : 0;
    return graph;
}

}  // namespace emissions

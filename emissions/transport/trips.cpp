#include "emissions/transport/trips.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "emissions/reference/tables.h"

namespace emissions {

namespace {

using city::RoadClass;

constexpr double zones_wanted = 150.0;
constexpr double edge_share = 0.04;  // of the map's width: how near its edge a road's end must lie
constexpr double trips_per_km_street =
    90.0;  // a day, where no building tells: our assumption, 10 homes' worth per 100 m

bool carries_through_traffic(RoadClass c) {
    return c == RoadClass::motorway || c == RoadClass::trunk || c == RoadClass::primary ||
           c == RoadClass::secondary;
}

struct Ends {
    double count = 0;
    city::MapPoint moment{0, 0};  // sum of place x count
    void add(city::MapPoint at, double ends) {
        count += ends;
        moment += at * ends;
    }
};

struct Zone {
    std::uint32_t node;
    double ends_day = 0;
    double through_share = 0;  // of an edge zone
    bool at_edge = false;
};

// Trip ends by cell of a square grid over the routable network.
std::map<std::pair<int, int>, Ends> gather(const city::CityModel& city,
                                           const reference::Library& library,
                                           const std::string& country, const RoadGraph& graph,
                                           double cell_m, city::MapPoint low, bool& from_streets) {
    std::map<std::pair<int, int>, Ends> cells;
    const auto add = [&](city::MapPoint at, double ends) {
        if (ends > 0)
            cells[{static_cast<int>(std::floor((at.x - low.x) / cell_m)),
                   static_cast<int>(std::floor((at.y - low.y) / cell_m))}]
                .add(at, ends);
    };
    const city::Buildings& b = city.buildings;
    from_streets = b.count() == 0;
    city::EnumArray<city::BuildingUse, double> rate{};
    for (const city::BuildingUse use : city::all_of<city::BuildingUse>())
        rate[use] =
            library.tables().trips.value(country, name_of(use), "vehicle_trip_ends").value_or(0.0) /
            100.0;
    for (std::size_t i = 0; i < b.count(); ++i)
        if (!city::is_missing(b.floor_area_m2[i]) && !b.footprints.outer(i).empty())
            add(b.footprints.outer(i)[0], rate[b.use[i]] * static_cast<double>(b.floor_area_m2[i]));
    if (from_streets)
        for (const auto& link : graph.links)
            if (!carries_through_traffic(city.roads.road_class[link.road]))
                add(graph.nodes[link.from],
                    trips_per_km_street * static_cast<double>(link.length_m) * 1e-3);
    return cells;
}

}  // namespace

TravelDemand travel_demand(const city::CityModel& city, const reference::Library& library,
                           const std::string& country, const RoadGraph& graph, const LinkCost& cost,
                           const std::vector<float>& usual_aadt) {
    TravelDemand demand;
    city::MapBox box;
    for (std::size_t n = 0; n < graph.nodes.size(); ++n)
        if (graph.routable[n]) box.add(graph.nodes[n]);
    if (box.empty()) return demand;
    const auto model = [&](const char* quantity, double otherwise) {
        return library.tables().trips.value("both", "model", quantity).value_or(otherwise);
    };
    const double width = box.high.x - box.low.x, depth = box.high.y - box.low.y;
    const double cell_m = std::max(100.0, std::sqrt(std::max(width * depth, 1.0) / zones_wanted));

    std::vector<Zone> zones;
    for (const auto& [cell, ends] :
         gather(city, library, country, graph, cell_m, box.low, demand.summary.from_streets)) {
        const city::MapPoint centre = ends.moment / ends.count;
        double nearest = 1e300;
        std::uint32_t node = 0;
        for (std::uint32_t n = 0; n < graph.nodes.size(); ++n)
            if (graph.routable[n]) {
                const city::MapPoint away = graph.nodes[n] - centre;
                if (const double d = away.x * away.x + away.y * away.y; d < nearest) {
                    nearest = d;
                    node = n;
                }
            }
        if (nearest > 4 * cell_m * cell_m) continue;  // far off the network
        zones.push_back({node, ends.count});
        demand.summary.trip_ends_day += ends.count;
    }
    // Where bigger roads end at the edge of the map: in over one link, out over another, each half
    // the road's traffic.
    std::vector<double> into(graph.nodes.size(), 0.0), out_of(graph.nodes.size(), 0.0),
        through(graph.nodes.size(), 0.0);
    std::vector<std::uint8_t> main_road(graph.nodes.size(), 0);
    std::vector<std::uint32_t> in_degree(graph.nodes.size(), 0), out_degree(graph.nodes.size(), 0);
    for (const auto& link : graph.links) {
        ++out_degree[link.from];
        ++in_degree[link.to];
        if (!carries_through_traffic(city.roads.road_class[link.road])) continue;
        const double one_way =
            usual_aadt[link.road] * (city.roads.one_way[link.road] != 0 ? 1.0 : 0.5);
        const bool fast = city.roads.road_class[link.road] == RoadClass::motorway ||
                          city.roads.road_class[link.road] == RoadClass::trunk;
        for (const auto n : {link.from, link.to})
            through[n] = std::max(through[n], fast ? model("motorway_through_share", 0.8) : 0.0);
        const RoadClass c = city.roads.road_class[link.road];
        for (const auto n : {link.from, link.to}) main_road[n] |= c == RoadClass::secondary ? 0 : 1;
        into[link.from] += one_way;
        out_of[link.to] += one_way;
    }
    const double margin = edge_share * std::max(width, depth);
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n) {
        const city::MapPoint p = graph.nodes[n];
        const bool near_edge = p.x - box.low.x < margin || box.high.x - p.x < margin ||
                               p.y - box.low.y < margin || box.high.y - p.y < margin;
        // No motorway or main road ends in the open: where one does, the map does.
        if (!(near_edge || main_road[n]) || in_degree[n] + out_degree[n] > 2 ||
            into[n] + out_of[n] <= 0)
            continue;
        Zone zone{n, into[n] + out_of[n], through[n], true};
        zones.push_back(zone);
        ++demand.summary.edge_zones;
        demand.summary.edge_vehicles_day += zone.ends_day;
    }
    demand.summary.zones = zones.size();
    TripTable& table = demand.table;
    for (const Zone& zone : zones) table.node.push_back(zone.node);
    const std::size_t count = zones.size();
    const auto minutes = free_minutes(graph, cost, table.node);
    const double deterrence = model("deterrence_per_min", 0.08),
                 beyond_min = model("external_min", 12);
    // A one-way entry can only send, a one-way exit only receive.
    std::vector<double> sends(count), receives(count);
    for (std::size_t z = 0; z < count; ++z) {
        sends[z] = zones[z].at_edge ? into[zones[z].node] : 0.5 * zones[z].ends_day;
        receives[z] = zones[z].at_edge ? out_of[zones[z].node] : 0.5 * zones[z].ends_day;
    }
    std::vector<double> pull(count * count, 0.0);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j) {
            const double t = static_cast<double>(minutes[i * count + j]);
            if (i == j || !(t < 1e6)) continue;
            double weight = std::exp(
                -deterrence * (t + (zones[i].at_edge != zones[j].at_edge ? beyond_min : 0.0)));
            if (zones[i].at_edge && zones[j].at_edge)
                weight = (1.0 + 9.0 * zones[i].through_share * zones[j].through_share) *
                         std::exp(-deterrence * t);  // motorway to motorway above all
            pull[i * count + j] = weight;
        }
    // Furness: rows and columns in turn.
    std::vector<double> a(count, 1.0), b(count, 1.0);
    for (int round = 0; round < 30; ++round) {
        for (std::size_t i = 0; i < count; ++i) {
            double sum = 0;
            for (std::size_t j = 0; j < count; ++j) sum += pull[i * count + j] * b[j] * receives[j];
            a[i] = sum > 0 ? 1.0 / sum : 0.0;
        }
        for (std::size_t j = 0; j < count; ++j) {
            double sum = 0;
            for (std::size_t i = 0; i < count; ++i) sum += pull[i * count + j] * a[i] * sends[i];
            b[j] = sum > 0 ? 1.0 / sum : 0.0;
        }
    }
    table.trips_day.resize(count * count);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
            table.trips_day[i * count + j] =
                static_cast<float>(a[i] * sends[i] * b[j] * receives[j] * pull[i * count + j]);
    return demand;
}

}  // namespace emissions

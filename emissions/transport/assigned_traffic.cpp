#include "emissions/transport/assigned_traffic.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "emissions/reference/tables.h"
#include "emissions/transport/trips.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

using city::RoadClass;

constexpr double slowest_kmh = 5.0;

LinkCost cost_of(const city::CityModel& city, const reference::Library& library,
                 const std::string& country, const RoadGraph& graph,
                 const TrafficBaseline& traffic) {
    const reference::Table& table = library.tables().trips;
    const auto model = [&](const char* quantity, double otherwise) {
        return table.value("both", "model", quantity).value_or(otherwise);
    };
    LinkCost cost;
    cost.alpha = static_cast<float>(model("bpr_alpha", 0.15));
    cost.beta = static_cast<float>(model("bpr_beta", 4.0));
    const double peak_share = model("peak_hour_share", 0.09);
    city::EnumArray<RoadClass, double> per_lane{};
    for (const RoadClass c : city::all_of<RoadClass>())
        per_lane[c] = table.value(country, name_of(c), "capacity_per_lane").value_or(600.0);
    for (const auto& link : graph.links) {
        const double speed =
            std::max(slowest_kmh, static_cast<double>(traffic.speed_kmh[link.road]));
        cost.free_min.push_back(
            static_cast<float>(static_cast<double>(link.length_m) * city::km_per_m / speed * 60.0));
        const double lanes = std::max(1.0, static_cast<double>(city.roads.lanes[link.road]) *
                                               (city.roads.one_way[link.road] != 0 ? 1.0 : 0.5));
        cost.capacity_day.push_back(
            static_cast<float>(lanes * per_lane[city.roads.road_class[link.road]] / peak_share));
    }
    return cost;
}

}  // namespace

void assign_traffic(const city::CityModel& city, const reference::Library& library,
                    const std::string& country, TrafficBaseline& traffic,
                    const city::Progress& progress) {
    const city::Roads& roads = city.roads;
    if (roads.count() == 0) return;
    progress.tell(0.72f, "road graph");
    const RoadGraph graph = build_road_graph(roads);
    if (graph.links.empty()) return;
    const LinkCost cost = cost_of(city, library, country, graph, traffic);
    const TravelDemand demand = travel_demand(city, library, country, graph, cost, traffic.aadt);
    if (demand.table.node.size() < 2) {
        traffic.report = "no trips to assign: fewer than two zones on the road graph";
        return;
    }
    progress.tell(0.75f, "assignment");
    const AssignedFlow flow = assign(graph, cost, demand.table, {}, {nullptr, progress.stop});

    // Links back to roads: mean over the road's length, both directions together.
    std::vector<double> flow_km(roads.count(), 0.0), km(roads.count(), 0.0),
        slow_h(roads.count(), 0.0), free_h(roads.count(), 0.0);
    for (std::size_t l = 0; l < graph.links.size(); ++l) {
        const auto& link = graph.links[l];
        const double f = static_cast<double>(flow.flow_day[l]),
                     length_km = static_cast<double>(link.length_m) * city::km_per_m;
        const double directions = roads.one_way[link.road] != 0 ? 1.0 : 2.0;
        flow_km[link.road] += f * length_km;
        km[link.road] += length_km / directions;
        slow_h[link.road] += (f + 1.0) * static_cast<double>(cost.minutes(l, flow.flow_day[l]));
        free_h[link.road] += (f + 1.0) * static_cast<double>(cost.free_min[l]);
    }
    double counted_km = 0, free_km = 0;
    for (std::size_t r = 0; r < roads.count(); ++r) {
        const bool counted = !city::is_missing(roads.aadt[r]);
        if (km[r] > 0.0 && !counted) {
            const auto assigned = static_cast<float>(flow_km[r] / km[r]);
            const RoadClass c = roads.road_class[r];
            const bool local = c == RoadClass::tertiary || c == RoadClass::residential ||
                               c == RoadClass::service || c == RoadClass::unknown;
            // Where no trip comes by, as in a scrap of map cut off from the rest, the usual traffic
            // stays.
            traffic.aadt[r] =
                local || assigned <= 0.0f ? std::max(assigned, traffic.aadt[r]) : assigned;
        }
        if (km[r] > 0.0 && slow_h[r] > 0.0)
            traffic.speed_kmh[r] =
                std::max(static_cast<float>(slowest_kmh),
                         static_cast<float>(static_cast<double>(traffic.speed_kmh[r]) * free_h[r] /
                                            slow_h[r]));
        const double vehicle_km = static_cast<double>(traffic.aadt[r]) * city::days_per_year *
                                  city::km_per_m * static_cast<double>(roads.length_m[r]);
        if (!city::is_missing(vehicle_km)) (counted ? counted_km : free_km) += vehicle_km;
    }
    float scale = 1.0f;
    if (city.info.control_vkt_km && free_km > 0.0 && *city.info.control_vkt_km > counted_km)
        scale = static_cast<float>((*city.info.control_vkt_km - counted_km) / free_km);
    for (std::size_t r = 0; r < roads.count(); ++r) {
        if (city::is_missing(roads.aadt[r])) traffic.aadt[r] *= scale;
        traffic.vehicle_km[r] = traffic.aadt[r] *
                                static_cast<float>(city::days_per_year * city::km_per_m) *
                                roads.length_m[r];
    }
    const std::size_t routable =
        static_cast<std::size_t>(std::count(graph.routable.begin(), graph.routable.end(), 1));
    char text[400];
    std::snprintf(text, sizeof text,
                  "%zu nodes (%zu routable), %zu links, %zu pieces, %zu dead ends, %zu ends "
                  "joined, %zu roads cut off; %zu zones, %.0f trip ends%s and %.0f vehicles over "
                  "%zu edges a day; gap %.2g after %d rounds; scaled by %.2f",
                  graph.nodes.size(), routable, graph.links.size(), graph.pieces, graph.dead_ends,
                  graph.ends_joined, graph.roads_outside, demand.summary.zones,
                  demand.summary.trip_ends_day,
                  demand.summary.from_streets ? " (from street length)" : "",
                  demand.summary.edge_vehicles_day, demand.summary.edge_zones, flow.relative_gap,
                  flow.rounds, static_cast<double>(scale));
    traffic.report = text;
}

}  // namespace emissions

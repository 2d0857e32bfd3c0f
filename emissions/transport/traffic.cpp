#include "emissions/transport/traffic.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "emissions/reference/country.h"
#include "emissions/reference/tables.h"
#include "emissions/transport/assigned_traffic.h"
#include "geo/city/units.h"
#include "geo/city/usual_road.h"

namespace emissions {

namespace {

using city::RoadClass;

constexpr std::array<const char*, 2> vehicle_groups{"light", "heavy"};
constexpr float speed_step_kmh = 5.0f;

// Points of the table ("light 40") -> a curve at every 5 km/h, linear between and flat beyond.
city::Result<void> read_curves(const reference::Table& roads, const std::string& country,
                               TrafficBaseline& traffic) {
    for (std::size_t group = 0; group < vehicle_groups.size(); ++group)
        for (const Pollutant pollutant : city::all_of<Pollutant>()) {
            std::map<int, double> points;
            for (const reference::Fact& fact : roads.facts())
                if (fact.place == country && fact.quantity == name_of(pollutant) &&
                    fact.subject.rfind(std::string(vehicle_groups[group]) + " ", 0) == 0)
                    if (const int speed = std::atoi(fact.subject.c_str() +
                                                    std::string(vehicle_groups[group]).size() + 1);
                        speed > 0)
                        points[speed] = fact.value;
            if (points.empty()) {
                if (pollutant == Pollutant::co2e) continue;
                return city::fail("roads.csv lacks " + std::string(name_of(pollutant)) + " for " +
                                  country + " " + vehicle_groups[group] + " vehicles");
            }
            auto& curve = traffic.exhaust_g_per_km[group][pollutant];
            for (std::size_t i = 0; i < TrafficBaseline::speeds; ++i) {
                const double speed =
                    static_cast<double>(speed_step_kmh) * static_cast<double>(i + 1);
                const auto above = points.lower_bound(static_cast<int>(std::ceil(speed)));
                double value;
                if (above == points.begin())
                    value = above->second;
                else if (above == points.end())
                    value = points.rbegin()->second;
                else {
                    const auto below = std::prev(above);
                    value = below->second + (above->second - below->second) *
                                                (speed - below->first) /
                                                (above->first - below->first);
                }
                curve[i] = static_cast<float>(value);
            }
        }
    return {};
}

float at_speed(const std::array<float, TrafficBaseline::speeds>& curve, float speed_kmh) {
    const float place = std::clamp(speed_kmh / speed_step_kmh - 1.0f, 0.0f,
                                   static_cast<float>(TrafficBaseline::speeds - 1));
    const auto low = static_cast<std::size_t>(place);
    const std::size_t high = std::min(low + 1, TrafficBaseline::speeds - 1);
    return curve[low] + (curve[high] - curve[low]) * (place - static_cast<float>(low));
}

}  // namespace

city::Result<TrafficBaseline> prepare_traffic(const city::CityModel& city,
                                              const reference::Library& library,
                                              TrafficMethod method,
                                              const city::Progress& progress) {
    const auto country = country_tables_of(city.info.region);
    if (!country) return tl::unexpected(country.error());
    const reference::Table& roads = library.tables().roads;
    const reference::Table& measures = library.tables().measures;
    TrafficBaseline traffic;
    if (auto read = read_curves(roads, *country, traffic); !read)
        return tl::unexpected(read.error());
    const auto number = [](const reference::Table& table, const std::string& place,
                           const std::string& subject, const char* quantity) {
        return static_cast<float>(table.value(place, subject, quantity).value_or(0.0));
    };
    for (std::size_t group = 0; group < 2; ++group) {
        const std::string name = vehicle_groups[group];
        traffic.diesel_share[group] = number(roads, *country, name + " fleet", "diesel_share");
        for (const Pollutant pollutant : {Pollutant::pm10, Pollutant::pm25})
            traffic.tyre_and_brake_g_per_km[group][pollutant] =
                number(roads, *country, name + " wear", name_of(pollutant).data());
    }
    traffic.electric_kwh_per_km = {
        number(measures, *country, "electric_vehicles", "light_kwh_per_km"),
        number(measures, *country, "electric_vehicles", "heavy_kwh_per_km")};
    traffic.electric_share_today = number(measures, *country, "electric_vehicles", "share_today");

    struct ClassTraffic {
        float aadt = 0, heavy_share = 0, speed_factor = 1, usual_lanes = 2;
    };
    city::EnumArray<RoadClass, ClassTraffic> by_class{};
    for (const RoadClass road_class : city::all_of<RoadClass>()) {
        if (!carries_motor_traffic(road_class)) continue;
        const RoadClass table_class =
            road_class == RoadClass::unknown ? RoadClass::residential : road_class;
        const std::string name(name_of(table_class));
        by_class[road_class] = {number(roads, *country, name, "aadt"),
                                number(roads, *country, name, "heavy_share"),
                                number(roads, *country, name, "speed_factor"),
                                city::usual_road(table_class, *country).lanes};
    }
    const city::Roads& r = city.roads;
    traffic.aadt.resize(r.count());
    traffic.vehicle_km.resize(r.count());
    traffic.speed_kmh.resize(r.count());
    traffic.heavy_share.resize(r.count());
    for (std::size_t i = 0; i < r.count(); ++i) {
        const ClassTraffic& usual = by_class[r.road_class[i]];
        const bool counted = !city::is_missing(r.aadt[i]);
        const float lanes_share = usual.usual_lanes > 0 ? r.lanes[i] / usual.usual_lanes : 1.0f;
        traffic.aadt[i] = counted ? r.aadt[i] : usual.aadt * lanes_share;
        traffic.heavy_share[i] = usual.heavy_share;
        traffic.speed_kmh[i] = r.speed_kmh[i] * usual.speed_factor;
        traffic.vehicle_km[i] = traffic.aadt[i] *
                                static_cast<float>(city::days_per_year * city::km_per_m) *
                                r.length_m[i];
    }
    if (method == TrafficMethod::assignment)
        assign_traffic(city, library, *country, traffic, progress);
    return traffic;
}

void evaluate_traffic_into(const TrafficBaseline& traffic, const EmissionFactors& factors,
                           const FleetOfRoads& fleet, RoadResults& results) {
    const std::size_t count = traffic.aadt.size();
    results.aadt.resize(count);
    results.vehicle_km.resize(count);
    results.speed_kmh = traffic.speed_kmh;
    for (auto& column : results.carrier_kwh) column.assign(count, 0.0f);
    for (auto& column : results.emitted_kg) column.assign(count, 0.0f);
    const auto co2_per_kwh = [&](Carrier carrier) {
        return static_cast<float>(factors.kg_per_kwh[carrier][Pollutant::co2]);
    };
    const float petrol_kg = co2_per_kwh(Carrier::petrol), diesel_kg = co2_per_kwh(Carrier::diesel);
    city::EnumArray<Pollutant, float> grid_kg{};
    for (const Pollutant p : city::all_of<Pollutant>())
        grid_kg[p] = static_cast<float>(factors.delivered_kg_per_kwh(p));
    const auto gwp_ch4 = static_cast<float>(factors.gwp_ch4),
               gwp_n2o = static_cast<float>(factors.gwp_n2o);
    constexpr float kg_per_g = 1e-3f;

    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 1024), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            const FleetParameters& vehicles = fleet.on(i);
            const std::array<float, 2> electric_share{vehicles.light_electric_share,
                                                      vehicles.heavy_electric_share};
            const float light_share = (1.0f - traffic.heavy_share[i]) * vehicles.light_km_share,
                        heavy_share = traffic.heavy_share[i] * vehicles.heavy_km_share;
            const std::array<float, 2> km{traffic.vehicle_km[i] * light_share,
                                          traffic.vehicle_km[i] * heavy_share};
            results.aadt[i] = traffic.aadt[i] * (light_share + heavy_share);
            results.vehicle_km[i] = traffic.vehicle_km[i] * (light_share + heavy_share);
            float electricity_kwh = 0.0f;
            for (std::size_t group = 0; group < 2; ++group) {
                const float burning_km = km[group] * (1.0f - electric_share[group]);
                const float electric_km = km[group] * electric_share[group];
                electricity_kwh += electric_km * traffic.electric_kwh_per_km[group];
                for (const Pollutant p : city::all_of<Pollutant>()) {
                    if (p == Pollutant::co2e) continue;
                    float kg = burning_km *
                               at_speed(traffic.exhaust_g_per_km[group][p], traffic.speed_kmh[i]) *
                               kg_per_g;
                    if (p == Pollutant::co2) {
                        const float diesel = traffic.diesel_share[group];
                        results.carrier_kwh[Carrier::petrol][i] += kg * (1.0f - diesel) / petrol_kg;
                        results.carrier_kwh[Carrier::diesel][i] += kg * diesel / diesel_kg;
                    }
                    // Tyres, brakes and road wear of every vehicle; heavier electric ones wear
                    // tyres more and brakes far less, which about balances (0.95).
                    kg += (burning_km + 0.95f * electric_km) *
                          traffic.tyre_and_brake_g_per_km[group][p] * kg_per_g;
                    results.emitted_kg[p][i] += kg;
                }
            }
            results.carrier_kwh[Carrier::electricity][i] = electricity_kwh;
            for (const Pollutant p : city::all_of<Pollutant>())
                if (p != Pollutant::co2e) results.emitted_kg[p][i] += electricity_kwh * grid_kg[p];
            results.emitted_kg[Pollutant::co2e][i] =
                results.emitted_kg[Pollutant::co2][i] +
                gwp_ch4 * results.emitted_kg[Pollutant::ch4][i] +
                gwp_n2o * results.emitted_kg[Pollutant::n2o][i];
        }
    });
}

}  // namespace emissions

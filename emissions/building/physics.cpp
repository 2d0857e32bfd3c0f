#include "emissions/building/physics.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numeric>
#include <optional>

#include "emissions/building/archetype.h"
#include "emissions/building/surroundings.h"
#include "emissions/building/zone_batch.h"
#include "emissions/building/zone_fabric.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

constexpr double outer_film_w_per_m2k = 25.0, emissivity = 0.9;  // ISO 6946
constexpr double air_wh_per_m3k = 0.335;  // 1.2 kg/m3 x 1006 J/kgK, sea level
constexpr double partition_share = 1.0;  // inner walls, both faces, per m2 of floor: our assumption
constexpr double sun_on_floors = 0.5;    // the rest falls on walls by area
constexpr float occupied_from = 0.1f;    // the plant runs for more people than this
constexpr int home_night_from_h = 23, home_night_to_h = 6;

ArchetypeWeek week_of(const Archetype& a, float person_w) {
    ArchetypeWeek week{};
    for (std::size_t d = 0; d < 7; ++d)
        for (std::size_t h = 0; h < 24; ++h) {
            const auto& s = *a.schedule;
            const float people = s.occupancy[d][h];
            const std::size_t w = d * 24 + h;
            week.occupancy[w] = people;
            week.gain_w_per_m2[w] = a.lighting_w_per_m2 * s.lighting[d][h] +
                                    a.plugs_w_per_m2 * s.equipment[d][h] +
                                    a.people_per_m2 * person_w * people;
            // Homes turn down at night, all others when nobody is there; the plant starts an hour
            // ahead.
            const float soon = std::max(people, h + 1 < 24 ? s.occupancy[d][h + 1] : 0.0f);
            const bool night =
                static_cast<int>(h) >= home_night_from_h || static_cast<int>(h) < home_night_to_h;
            const bool on = a.home ? true : soon > occupied_from;
            week.heating_degc[w] = on && !(a.home && night && a.heating_setback_degc > 10.0f)
                                       ? a.heating_degc
                                       : a.heating_setback_degc;
            week.cooling_degc[w] = on ? a.cooling_degc : a.cooling_setup_degc;
        }
    return week;
}

float full_load_hours(const std::array<reference::WeekSchedule::Day, 7>& week) {
    double sum = 0;
    for (const auto& day : week)
        for (const float share : day) sum += static_cast<double>(share);
    return static_cast<float>(sum * city::days_per_year / 7.0);
}

void set_zone(ZoneBatch& z, std::size_t lane, const city::Buildings& b, std::size_t i,
              const Surroundings& around, const Archetype& a, const Archetypes& model) {
    const double floor_m2 = b.floor_area_m2[i],
                 footprint_m2 = std::min<double>(b.footprint_area_m2[i], floor_m2);
    double exposed_m2 = 0;
    for (std::size_t k = 0; k < wall_bins; ++k)
        exposed_m2 += static_cast<double>(around.wall_area_m2[i * wall_bins + k]);
    const double volume_m3 =
        static_cast<double>(b.footprint_area_m2[i]) *
        std::max(static_cast<double>(b.height_m[i] - std::max(0.0f, b.base_m[i])), 2.0);
    ZoneFabric f;
    f.window_area_m2 = exposed_m2 * a.window_share;
    f.window_u_w_per_m2k = a.window_u_w_per_m2k;
    f.wall_area_m2 = exposed_m2 - f.window_area_m2;
    f.wall_u_w_per_m2k = a.wall_u_w_per_m2k;
    f.roof_area_m2 = footprint_m2;
    f.roof_u_w_per_m2k = a.roof_u_w_per_m2k;
    f.ground_area_m2 = footprint_m2;
    f.ground_u_w_per_m2k = a.ground_u_w_per_m2k;
    f.inner_area_m2 = 2.0 * (floor_m2 - footprint_m2) + partition_share * floor_m2 +
                      static_cast<double>(around.party_area_m2[i]);
    f.outer_capacity_j_per_k = a.outer_capacity_j_per_m2k * (f.wall_area_m2 + f.roof_area_m2);
    f.inner_capacity_j_per_k = a.inner_capacity_j_per_m2k * floor_m2;
    set_lane(z.network, lane, f);

    // Absorbed sun lifts the outer face by W / film; what arrives at the mass is that lift x H_em.
    const double ua = f.wall_area_m2 * f.wall_u_w_per_m2k + f.roof_area_m2 * f.roof_u_w_per_m2k;
    const double per_ua = ua > 0 ? static_cast<double>(z.network.h_em[lane]) / ua : 0.0;
    const double wall_gain = per_ua * f.wall_u_w_per_m2k / outer_film_w_per_m2k,
                 roof_gain = per_ua * f.roof_u_w_per_m2k / outer_film_w_per_m2k;
    const double sky_wall = around.sky_share_wall[i], sky_roof = around.sky_share_roof[i];
    const double glass = a.window_shgc * model.glass_factor;
    for (std::size_t k = 0; k < wall_bins; ++k) {
        const double area = around.wall_area_m2[i * wall_bins + k];
        z.glass_aperture_m2[k][lane] = static_cast<float>(area * a.window_share * glass);
        z.wall_aperture_m2[k][lane] =
            static_cast<float>(area * (1 - a.window_share) * model.wall_absorptance * wall_gain);
    }
    z.glass_diffuse_m2[lane] =
        static_cast<float>(f.window_area_m2 * glass * glass_diffuse_factor * sky_wall);
    z.wall_diffuse_m2[lane] =
        static_cast<float>(f.wall_area_m2 * model.wall_absorptance * wall_gain * sky_wall);
    z.roof_aperture_m2[lane] =
        static_cast<float>(f.roof_area_m2 * model.roof_absorptance * roof_gain);
    z.roof_diffuse_m2[lane] =
        static_cast<float>(f.roof_area_m2 * model.roof_absorptance * roof_gain * sky_roof);
    z.long_wave_wall_m2[lane] =
        static_cast<float>(f.wall_area_m2 * emissivity * wall_gain * sky_wall);
    z.long_wave_roof_m2[lane] =
        static_cast<float>(f.roof_area_m2 * emissivity * roof_gain * sky_roof);
    z.long_wave_window_k_m2_per_w[lane] =
        static_cast<float>(emissivity * sky_wall / outer_film_w_per_m2k);
    for (std::size_t s = 0; s < horizon_sectors; ++s) {
        z.obstruction_height[s][lane] = around.obstruction_height[i * horizon_sectors + s];
        z.obstruction_distance[s][lane] = around.obstruction_distance[i * horizon_sectors + s];
    }
    z.floor_area_m2[lane] = static_cast<float>(floor_m2);
    // Air leaks through the shell: a deep or enclosed building has less of it per volume than the
    // houses that the rates were measured in.
    const double leaky =
        std::min(1.0, (exposed_m2 + f.roof_area_m2) / volume_m3 / model.leaky_area_per_volume);
    z.infiltration_w_per_k[lane] =
        static_cast<float>(a.infiltration_per_h * leaky * volume_m3 * air_wh_per_m3k);
    // Leaks are part of the fresh air that homes live on; elsewhere a fan brings it.
    z.outdoor_air_w_per_k[lane] =
        a.home ? 0.0f : static_cast<float>(a.outdoor_air_m3_per_h_m2 * floor_m2 * air_wh_per_m3k);
    z.opening_w_per_k[lane] = static_cast<float>(
        (a.home ? model.window_opening_home_per_h : model.window_opening_other_per_h) * volume_m3 *
        air_wh_per_m3k);

    const double outer_faces = f.wall_area_m2 + f.roof_area_m2,
                 inner_faces = f.ground_area_m2 + f.inner_area_m2,
                 all_faces = outer_faces + inner_faces;
    const double outer_into = into_mass_share(f.outer_depth_w_per_m2k),
                 inner_into = into_mass_share(f.inner_depth_w_per_m2k);
    const double radiant_outer = outer_faces / all_faces, radiant_inner = 1 - radiant_outer;
    const double sun_inner = sun_on_floors + (1 - sun_on_floors) * radiant_inner,
                 sun_outer = 1 - sun_inner;
    z.radiant_to_m[lane] = static_cast<float>(radiant_outer * outer_into);
    z.radiant_to_n[lane] = static_cast<float>(radiant_inner * inner_into);
    z.radiant_to_surface[lane] =
        static_cast<float>(radiant_outer * (1 - outer_into) + radiant_inner * (1 - inner_into));
    z.solar_to_m[lane] = static_cast<float>(sun_outer * outer_into);
    z.solar_to_n[lane] = static_cast<float>(sun_inner * inner_into);
    z.solar_to_surface[lane] =
        static_cast<float>(sun_outer * (1 - outer_into) + sun_inner * (1 - inner_into));
}

bool can_simulate(const city::Buildings& b, std::size_t i) {
    return !city::is_missing(b.height_m[i]) && b.height_m[i] > 0.0f &&
           !city::is_missing(b.floor_area_m2[i]) && b.floor_area_m2[i] > 0.0f &&
           b.footprint_area_m2[i] > 0.0f;
}

// Sixteen buildings of one archetype; the last ones of an archetype fill up with repeats.
struct BatchPlan {
    int archetype;
    std::uint32_t count;
    std::uint32_t building[zone_lanes];
};

std::vector<BatchPlan> plan(const city::Buildings& b, const Archetypes& archetypes) {
    std::vector<std::vector<std::uint32_t>> by_archetype(archetypes.all().size());
    for (std::size_t i = 0; i < b.count(); ++i) {
        const int row = archetypes.row(b.use[i], b.construction_year[i]);
        if (row >= 0 && can_simulate(b, i))
            by_archetype[static_cast<std::size_t>(row)].push_back(static_cast<std::uint32_t>(i));
    }
    std::vector<BatchPlan> batches;
    for (std::size_t a = 0; a < by_archetype.size(); ++a)
        for (std::size_t first = 0; first < by_archetype[a].size(); first += zone_lanes) {
            BatchPlan one{
                static_cast<int>(a),
                static_cast<std::uint32_t>(std::min(zone_lanes, by_archetype[a].size() - first)),
                {}};
            for (std::size_t lane = 0; lane < zone_lanes; ++lane)
                one.building[lane] =
                    by_archetype[a][first + std::min<std::size_t>(lane, one.count - 1)];
            batches.push_back(one);
        }
    return batches;
}

struct ShapeRows {
    std::size_t first = 0, per_batch = zone_lanes;
};

// Rows in the order of simulation, sixteen side by side; one for all sixteen in the largest cities.
ShapeRows make_room(LoadShapes& shapes, const std::vector<BatchPlan>& batches,
                    std::size_t bytes_limit) {
    ShapeRows rows{shapes.heating.rows(), zone_lanes};
    if (batches.size() * zone_lanes * slot_count * 2 > bytes_limit) rows.per_batch = 1;
    for (ShapeTable* table : {&shapes.heating, &shapes.cooling})
        table->resize(rows.first + batches.size() * rows.per_batch, shapes.days);
    for (std::size_t p = 0; p < batches.size(); ++p)
        for (std::size_t lane = 0; lane < batches[p].count; ++lane)
            shapes.thermal_row[batches[p].building[lane]] = static_cast<std::uint32_t>(
                rows.first + p * rows.per_batch + (rows.per_batch > 1 ? lane : 0));
    return rows;
}

void keep_shapes(const BatchSums& sums, std::size_t buildings, std::size_t first_row,
                 std::size_t rows, LoadShapes& shapes) {
    SlotValues mean;
    const auto keep = [&](const float(&slot_wh)[slot_count][zone_lanes], ShapeTable& table) {
        for (std::size_t row = 0; row < std::min(rows, buildings); ++row) {
            for (std::size_t slot = 0; slot < slot_count; ++slot) {
                float wh = slot_wh[slot][row];
                if (rows == 1) wh = std::accumulate(slot_wh[slot], slot_wh[slot] + buildings, 0.0f);
                mean[slot] = wh / shapes.days.of_slot(slot);
            }
            table.set(first_row + row, mean, shapes.days);
        }
    };
    keep(sums.heating_slot_wh, shapes.heating);
    keep(sums.cooling_slot_wh, shapes.cooling);
}

}  // namespace

city::Result<void> physics_demand(const city::CityModel& city, const reference::Library& library,
                                  const WeatherYear& weather, BuildingDemand& demand,
                                  HourlyLoads* loads, const PhysicsOptions& options,
                                  const city::Progress& progress, LoadShapes* shapes) {
    const auto archetypes = Archetypes::of(city, library);
    if (!archetypes) return tl::unexpected(archetypes.error());
    const city::Buildings& b = city.buildings;
    progress.tell(0.05f, "sun and sky");
    const FacadeSun sun = facade_sun(weather, {.turn_rad = options.sun_turn_rad});
    const SharedYear year = shared_year(weather, sun);
    progress.tell(0.1f, "walls and shade");
    const Surroundings around = surroundings_of(city);
    if (progress.cancelled()) return city::fail(city::cancelled_message);
    std::vector<ArchetypeWeek> weeks;
    std::vector<float> lighting_h, plugs_h;
    for (const Archetype& a : archetypes->all()) {
        weeks.push_back(week_of(a, archetypes->person_w));
        lighting_h.push_back(full_load_hours(a.schedule->lighting));
        plugs_h.push_back(full_load_hours(a.schedule->equipment));
    }
    const std::vector<BatchPlan> batches = plan(b, *archetypes);
    if (loads != nullptr) {
        loads->heating_kwh.assign(b.count() * 12, city::missing);
        loads->cooling_kwh.assign(b.count() * 12, city::missing);
        loads->heating_peak_w.assign(b.count(), city::missing);
        loads->cooling_peak_w.assign(b.count(), city::missing);
    }
    const ShapeRows shape_rows =
        shapes != nullptr ? make_room(*shapes, batches, options.shape_bytes_limit) : ShapeRows{};
    std::atomic<std::size_t> done{0};
    std::atomic<std::uint32_t> broken{0xffffffffu};
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, batches.size()), [&](const auto& range) {
        const auto batch = std::make_unique<ZoneBatch>();
        const auto sums = std::make_unique<BatchSums>();
        for (std::size_t p = range.begin(); p < range.end(); ++p) {
            if (progress.cancelled()) return;
            const BatchPlan& one = batches[p];
            const auto row = static_cast<std::size_t>(one.archetype);
            const Archetype& as_is = archetypes->all()[row];
            const Archetype after = retrofitted(as_is, archetypes->retrofit());
            for (const bool retrofit : {false, true}) {
                const Archetype& a = retrofit ? after : as_is;
                for (std::size_t lane = 0; lane < zone_lanes; ++lane)
                    set_zone(*batch, lane, b, one.building[lane], around, a, *archetypes);
                simulate_batch(*batch, weeks[row], year, shapes != nullptr && !retrofit, *sums);
                if (shapes != nullptr && !retrofit)
                    keep_shapes(*sums, one.count, shape_rows.first + p * shape_rows.per_batch,
                                shape_rows.per_batch, *shapes);
                for (std::size_t lane = 0; lane < one.count; ++lane) {
                    const std::size_t i = one.building[lane];
                    double heating_wh = 0, cooling_wh = 0;
                    for (std::size_t m = 0; m < 12; ++m) {
                        heating_wh += static_cast<double>(sums->heating_wh[m][lane]);
                        cooling_wh += static_cast<double>(sums->cooling_wh[m][lane]);
                    }
                    if (!std::isfinite(heating_wh) || !std::isfinite(cooling_wh))
                        broken = std::min(broken.load(), static_cast<std::uint32_t>(i));
                    const float heating = static_cast<float>(heating_wh * city::kwh_per_wh) *
                                          a.heated_share,
                                cooling = static_cast<float>(cooling_wh * city::kwh_per_wh) *
                                          a.cooled_share;
                    (retrofit ? demand.heating_retrofit_kwh : demand.heating_kwh)[i] = heating;
                    (retrofit ? demand.cooling_retrofit_kwh : demand.cooling_kwh)[i] = cooling;
                    if (retrofit) continue;
                    const float area = b.floor_area_m2[i];
                    demand.hot_water_kwh[i] = area * a.hot_water_kwh_per_m2;
                    // The plug load of a factory is its process: it heats the hall, but is no use
                    // of the building.
                    if (b.use[i] != city::BuildingUse::industry) {
                        demand.lighting_kwh[i] = area * a.lighting_w_per_m2 * lighting_h[row] *
                                                 static_cast<float>(city::kwh_per_wh);
                        demand.appliances_kwh[i] =
                            area * (a.plugs_w_per_m2 * plugs_h[row] *
                                        static_cast<float>(city::kwh_per_wh) +
                                    a.fans_kwh_per_m2 + a.refrigeration_kwh_per_m2);
                    }
                    if (loads == nullptr) continue;
                    for (std::size_t m = 0; m < 12; ++m) {
                        loads->heating_kwh[i * 12 + m] = sums->heating_wh[m][lane] *
                                                         static_cast<float>(city::kwh_per_wh) *
                                                         a.heated_share;
                        loads->cooling_kwh[i * 12 + m] = sums->cooling_wh[m][lane] *
                                                         static_cast<float>(city::kwh_per_wh) *
                                                         a.cooled_share;
                    }
                    loads->heating_peak_w[i] = sums->heating_peak_w[lane] * a.heated_share;
                    loads->cooling_peak_w[i] = sums->cooling_peak_w[lane] * a.cooled_share;
                }
            }
            const std::size_t so_far = ++done;
            if (so_far % 64 == 0)
                progress.tell(
                    0.2f + 0.8f * static_cast<float>(so_far) / static_cast<float>(batches.size()),
                    "hours of the year");
        }
    });
    if (progress.cancelled()) return city::fail(city::cancelled_message);
    if (broken != 0xffffffffu)
        return city::fail("the hourly method found no finite load for building '" +
                          std::string(b.id[broken]) + "' (row " + std::to_string(broken + 1) +
                          "): check its height and areas");
    return {};
}

city::Result<std::vector<BuildingHours>> physics_hours(const city::CityModel& city,
                                                       const reference::Library& library,
                                                       const WeatherYear& weather,
                                                       const std::vector<std::size_t>& rows) {
    const auto archetypes = Archetypes::of(city, library);
    if (!archetypes) return tl::unexpected(archetypes.error());
    const FacadeSun sun = facade_sun(weather);
    const SharedYear year = shared_year(weather, sun);
    const Surroundings around = surroundings_of(city);
    const city::Buildings& b = city.buildings;
    std::vector<BuildingHours> found;
    const auto batch = std::make_unique<ZoneBatch>();
    const auto sums = std::make_unique<BatchSums>();
    for (const std::size_t i : rows) {
        const int row = archetypes->row(b.use[i], b.construction_year[i]);
        if (row < 0 || !can_simulate(b, i))
            return city::fail("the hourly method has nothing for building '" +
                              std::string(b.id[i]) +
                              "': its use, height or floor area is not known");
        const Archetype& a = archetypes->all()[static_cast<std::size_t>(row)];
        for (std::size_t lane = 0; lane < zone_lanes; ++lane)
            set_zone(*batch, lane, b, i, around, a, *archetypes);
        LaneHours lane;
        simulate_batch(*batch, week_of(a, archetypes->person_w), year, false, *sums, &lane);
        BuildingHours hours{i, year.outdoor_degc, std::move(lane.air_degc), {}, {}, {}, {}};
        for (std::size_t h = 0; h < hours.outdoor_degc.size(); ++h) {
            const float plant = lane.plant_w[h];
            hours.heating_w.push_back(std::max(plant, 0.0f) * a.heated_share);
            hours.cooling_w.push_back((std::max(-plant, 0.0f) + lane.moisture_w[h]) *
                                      a.cooled_share);
            const std::size_t day = year.week_hour[h] / 24, clock = year.week_hour[h] % 24;
            hours.lighting_w.push_back(b.floor_area_m2[i] * a.lighting_w_per_m2 *
                                       a.schedule->lighting[day][clock]);
            hours.appliances_w.push_back(b.floor_area_m2[i] * a.plugs_w_per_m2 *
                                         a.schedule->equipment[day][clock]);
        }
        found.push_back(std::move(hours));
    }
    return found;
}

}  // namespace emissions

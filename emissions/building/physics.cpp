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
#include "emissions/building/zone_setup.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

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
            for (ThermalPackage& package : demand.packages) {
                const bool base = &package == demand.packages.data();
                const Archetype a = after(as_is, package.changes);
                for (std::size_t lane = 0; lane < zone_lanes; ++lane)
                    set_zone(*batch, lane, b, one.building[lane], around, a, *archetypes);
                simulate_batch(*batch, weeks[row], year, shapes != nullptr && base, *sums);
                if (shapes != nullptr && base)
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
                    package.heating_kwh[i] = heating;
                    package.cooling_kwh[i] = cooling;
                    if (!base) continue;
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

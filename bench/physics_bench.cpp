// Nanoseconds per building-hour of the hourly kernel, beside (a) the same equations as a plain
// scalar loop in double and (b) the arithmetic alone: as many multiply-adds on registers.
#include <benchmark/benchmark.h>
#include <tbb/parallel_for.h>

#include <cmath>
#include <memory>
#include <vector>

#include "emissions/building/zone_batch.h"
#include "emissions/building/zone_fabric.h"
#include "emissions/climate/synthetic_year.h"
#include "geo/city/units.h"

namespace {

using namespace emissions;

// A mild coastal climate is enough: the kernel has no branch that weather could take.
const WeatherYear& weather() {
    static const WeatherYear year =
        synthetic_year({{9.6, 11, 12, 13, 14, 15, 16, 16, 17, 16, 13, 10},
                        {6, 7, 8, 9, 10, 12, 12, 13, 13, 12, 9, 7},
                        {13, 15, 16, 18, 19, 21, 22, 22, 23, 21, 17, 13},
                        {2.3, 3.2, 4.6, 6, 7, 7.5, 7.2, 6.4, 5.3, 3.9, 2.6, 2.1},
                        {3, 3, 4, 5, 5, 5, 5, 5, 4, 4, 3, 3}},
                       {-122.4, 37.6}, -8, "bench");
    return year;
}
const FacadeSun& sun() {
    static const FacadeSun all = facade_sun(weather());
    return all;
}
const SharedYear& year() {
    static const SharedYear shared = shared_year(weather(), sun());
    return shared;
}

ArchetypeWeek office_week() {
    ArchetypeWeek week{};
    for (std::size_t w = 0; w < 168; ++w) {
        const bool day = w % 24 >= 8 && w % 24 < 18 && w < 120;
        week.gain_w_per_m2[w] = day ? 18.0f : 3.0f;
        week.occupancy[w] = day ? 0.9f : 0.0f;
        week.heating_degc[w] = day ? 20.0f : 15.0f;
        week.cooling_degc[w] = day ? 26.0f : 35.0f;
    }
    return week;
}

std::unique_ptr<ZoneBatch> batch() {
    auto z = std::make_unique<ZoneBatch>();
    for (std::size_t i = 0; i < zone_lanes; ++i) {
        const double scale = 1.0 + 0.1 * static_cast<double>(i);
        ZoneFabric f;
        f.wall_area_m2 = 300 * scale, f.wall_u_w_per_m2k = 1, f.roof_area_m2 = 200,
        f.roof_u_w_per_m2k = 0.5, f.window_area_m2 = 100, f.window_u_w_per_m2k = 3;
        f.ground_area_m2 = 200, f.ground_u_w_per_m2k = 0.5, f.inner_area_m2 = 1000,
        f.outer_capacity_j_per_k = 5e7, f.inner_capacity_j_per_k = 6e7;
        set_lane(z->network, i, f);
        for (std::size_t bin = 0; bin < wall_bins; ++bin)
            z->glass_aperture_m2[bin][i] = 2.0f, z->wall_aperture_m2[bin][i] = 1.0f;
        z->glass_diffuse_m2[i] = 30, z->wall_diffuse_m2[i] = 10, z->roof_aperture_m2[i] = 5,
        z->roof_diffuse_m2[i] = 5;
        z->long_wave_wall_m2[i] = 3, z->long_wave_roof_m2[i] = 2,
        z->long_wave_window_k_m2_per_w[i] = 0.03f;
        for (std::size_t s = 0; s < horizon_sectors; ++s)
            z->obstruction_height[s][i] = 1.2f, z->obstruction_distance[s][i] = 1.0f;
        z->floor_area_m2[i] = 800, z->infiltration_w_per_k[i] = 200,
        z->outdoor_air_w_per_k[i] = 300, z->opening_w_per_k[i] = 500;
        z->solar_to_m[i] = 0.1f, z->solar_to_n[i] = 0.5f, z->solar_to_surface[i] = 0.4f,
        z->radiant_to_m[i] = 0.2f, z->radiant_to_n[i] = 0.4f, z->radiant_to_surface[i] = 0.4f;
    }
    return z;
}

void per_building_hour(benchmark::State& state, double buildings) {
    state.counters["ns_per_building_hour"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * buildings * 8760.0 * 1e-9,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void kernel_one_core(benchmark::State& state) {
    const auto z = batch();
    const auto week = office_week();
    const auto sums = std::make_unique<BatchSums>();
    for (auto _ : state) {
        simulate_batch(*z, week, year(), false, *sums);
        benchmark::DoNotOptimize(sums->heating_wh);
    }
    per_building_hour(state, zone_lanes);
}
BENCHMARK(kernel_one_core);

void kernel_all_cores(benchmark::State& state) {
    const auto z = batch();
    const auto week = office_week();
    constexpr std::size_t batches = 256;
    for (auto _ : state)
        tbb::parallel_for(std::size_t{0}, batches, [&](std::size_t) {
            const auto sums = std::make_unique<BatchSums>();
            simulate_batch(*z, week, year(), false, *sums);
            benchmark::DoNotOptimize(sums->heating_wh);
        });
    per_building_hour(state, static_cast<double>(batches) * zone_lanes);
}
BENCHMARK(kernel_all_cores)->UseRealTime();

// (a) One building after the other, in double, as one writes it first.
void scalar_double(benchmark::State& state) {
    const auto z = batch();
    const auto week = office_week();
    const SharedYear& y = year();
    const FacadeSun& s = sun();
    for (auto _ : state) {
        ZoneNetwork<double, 1> zone{{z->network.h_em[3]},         {z->network.h_ms[3]},
                                    {z->network.h_ns[3]},         {z->network.h_gn[3]},
                                    {z->network.h_is[3]},         {z->network.h_w[3]},
                                    {z->network.c_m_wh_per_k[3]}, {z->network.c_n_wh_per_k[3]}};
        ZoneState<double, 1> masses{{20}, {20}};
        ZoneHour<double, 1> hour{};
        ZoneOutcome<double, 1> out{};
        out.air_degc[0] = 20;
        hour.heating_max_w[0] = hour.cooling_max_w[0] = 1e12;
        hour.ground_degc[0] = y.ground_degc;
        double heating = 0, cooling = 0;
        for (std::size_t h = 0; h < 8760; ++h) {
            const std::size_t w = y.week_hour[h];
            double glass = 0, wall = 0, roof = z->roof_diffuse_m2[3] * s.roof_sky[h];
            if (s.sun_tan_altitude[h] > 0) {
                for (std::size_t bin = 0; bin < wall_bins; ++bin) {
                    glass += static_cast<double>(z->glass_aperture_m2[bin][3]) *
                             s.glass_beam[h * facade_bins + bin];
                    wall += static_cast<double>(z->wall_aperture_m2[bin][3]) *
                            s.beam[h * facade_bins + bin];
                }
                const double shadow =
                    z->obstruction_height[y.sun_sector[h]][3] -
                    z->obstruction_distance[y.sun_sector[h]][3] * s.sun_tan_altitude[h];
                glass *= std::clamp(1 - shadow, 0.0, 1.0);
                wall *= std::clamp(1 - shadow, 0.0, 1.0);
                roof += z->roof_aperture_m2[3] * s.roof_beam[h] * std::clamp(2 - shadow, 0.0, 1.0);
            }
            const double vertical = s.wall_sky[h] + s.wall_ground[h], outdoor = y.outdoor_degc[h];
            glass += z->glass_diffuse_m2[3] * vertical;
            wall += z->wall_diffuse_m2[3] * vertical + roof +
                    z->long_wave_wall_m2[3] * s.wall_long_wave[h] +
                    z->long_wave_roof_m2[3] * s.roof_long_wave[h];
            const double internal = week.gain_w_per_m2[w] * z->floor_area_m2[3],
                         radiant = 0.5 * internal;
            hour.h_ve[0] =
                z->infiltration_w_per_k[3] + z->outdoor_air_w_per_k[3] * week.occupancy[w];
            if (out.air_degc[0] > week.cooling_degc[w] - 2 && outdoor < out.air_degc[0] - 1)
                hour.h_ve[0] += z->opening_w_per_k[3];
            hour.supply_degc[0] = hour.sol_air_degc[0] = outdoor;
            hour.outdoor_degc[0] =
                outdoor + z->long_wave_window_k_m2_per_w[3] * s.wall_long_wave[h];
            hour.gain_air_w[0] = 0.5 * internal;
            hour.gain_m_w[0] = wall + radiant * z->radiant_to_m[3] + glass * z->solar_to_m[3];
            hour.gain_n_w[0] = radiant * z->radiant_to_n[3] + glass * z->solar_to_n[3];
            hour.gain_surface_w[0] =
                radiant * z->radiant_to_surface[3] + glass * z->solar_to_surface[3];
            hour.heating_degc[0] = week.heating_degc[w];
            hour.cooling_degc[0] = week.cooling_degc[w];
            step(zone, hour, masses, out);
            (out.plant_w[0] > 0 ? heating : cooling) += std::abs(out.plant_w[0]);
        }
        benchmark::DoNotOptimize(heating);
        benchmark::DoNotOptimize(cooling);
    }
    per_building_hour(state, 1);
}
BENCHMARK(scalar_double);

// (b) The kernel's arithmetic as independent multiply-adds on registers: about 4.2 lit facades x 2,
// and 130 in the balance, loads and divisions left out. Nothing that computes this model can be
// faster.
constexpr int multiply_adds_per_hour = 138;
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
__attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#endif
float multiply_add(int rounds) {
    float a[128];
    for (int i = 0; i < 128; ++i) a[i] = static_cast<float>(i) * 1e-3f;
    for (int r = 0; r < rounds; ++r)
        for (int i = 0; i < 128; ++i) a[i] = a[i] * 0.999f + 0.001f;
    float sum = 0;
    for (const float x : a) sum += x;
    return sum;
}
void arithmetic_floor(benchmark::State& state) {
    constexpr int rounds = 8760 * multiply_adds_per_hour * static_cast<int>(zone_lanes) / 128;
    for (auto _ : state) benchmark::DoNotOptimize(multiply_add(rounds));
    per_building_hour(state, zone_lanes);
}
BENCHMARK(arithmetic_floor);

}  // namespace

BENCHMARK_MAIN();

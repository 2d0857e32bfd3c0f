#include "emissions/building/zone_step.h"

#include <cmath>
#include <cstdint>

#include "emissions/building/zone_fabric.h"
#include "tests/support/catch.h"

using namespace emissions;

namespace {

ZoneFabric flat() {
    ZoneFabric f;
    f.wall_area_m2 = 80, f.wall_u_w_per_m2k = 1.2, f.roof_area_m2 = 60, f.roof_u_w_per_m2k = 0.6,
    f.window_area_m2 = 20, f.window_u_w_per_m2k = 2.8;
    f.ground_area_m2 = 60, f.ground_u_w_per_m2k = 0.5, f.inner_area_m2 = 200,
    f.outer_capacity_j_per_k = 140 * 90e3, f.inner_capacity_j_per_k = 120 * 120e3;
    return f;
}

struct Noise {
    std::uint32_t state = 7;
    double operator()(double low, double high) {
        state = state * 1664525u + 1013904223u;
        return low + (high - low) * (state >> 8) / 16777216.0;
    }
};

template <class Real>
ZoneHour<Real, 1> some_hour(Noise& noise) {
    ZoneHour<Real, 1> h{};
    h.h_ve[0] = Real(noise(5, 200)), h.supply_degc[0] = h.outdoor_degc[0] = Real(noise(-15, 40)),
    h.sol_air_degc[0] = h.outdoor_degc[0] + Real(noise(-4, 20));
    h.ground_degc[0] = Real(14), h.gain_air_w[0] = Real(noise(0, 900)),
    h.gain_surface_w[0] = Real(noise(0, 900)), h.gain_m_w[0] = Real(noise(0, 900)),
    h.gain_n_w[0] = Real(noise(0, 900));
    h.heating_degc[0] = Real(20), h.cooling_degc[0] = Real(26), h.heating_max_w[0] = Real(4000),
    h.cooling_max_w[0] = Real(5000);
    return h;
}

}  // namespace

TEMPLATE_TEST_CASE("what enters, leaves and stays in the masses adds up in every hour",
                   "[emissions][zone]", double, float) {
    ZoneNetwork<TestType, 1> zone{};
    set_lane(zone, 0, flat());
    ZoneState<TestType, 1> state{{20}, {20}};
    ZoneOutcome<TestType, 1> out{};
    Noise noise;
    for (int h = 0; h < 2000; ++h) {
        const auto hour = some_hour<TestType>(noise);
        const double m0 = state.m_degc[0], n0 = state.n_degc[0];
        step(zone, hour, state, out);
        const double m = 0.5 * (m0 + state.m_degc[0]), n = 0.5 * (n0 + state.n_degc[0]);
        const double gains = out.plant_w[0] + hour.gain_air_w[0] + hour.gain_surface_w[0] +
                             hour.gain_m_w[0] + hour.gain_n_w[0];
        const double lost = hour.h_ve[0] * (out.air_degc[0] - hour.supply_degc[0]) +
                            zone.h_w[0] * (out.surface_degc[0] - hour.outdoor_degc[0]) +
                            zone.h_em[0] * (m - hour.sol_air_degc[0]) +
                            zone.h_gn[0] * (n - hour.ground_degc[0]);
        const double stored = zone.c_m_wh_per_k[0] * (state.m_degc[0] - m0) +
                              zone.c_n_wh_per_k[0] * (state.n_degc[0] - n0);
        const double largest = std::max({std::abs(gains), std::abs(lost), std::abs(stored), 1.0});
        // Float loses digits where 13 000 Wh/K meets a thousandth of a kelvin.
        CHECK(std::abs(gains - lost - stored) < (sizeof(TestType) == 8 ? 1e-9 : 1e-4) * largest);
        CHECK((out.plant_w[0] <= 4000 && out.plant_w[0] >= -5000));
        if (out.plant_w[0] > 0 && out.plant_w[0] < 3999)
            CHECK(std::abs(out.air_degc[0] - 20) < 1e-3);
        if (out.plant_w[0] < 0 && out.plant_w[0] > -4999)
            CHECK(std::abs(out.air_degc[0] - 26) < 1e-3);
    }
}

TEST_CASE("a year in float needs what a year in double needs, to a thousandth",
          "[emissions][zone]") {
    ZoneNetwork<double, 1> exact{};
    ZoneNetwork<float, 1> quick{};
    set_lane(exact, 0, flat());
    set_lane(quick, 0, flat());
    ZoneState<double, 1> a{{20}, {20}};
    ZoneState<float, 1> b{{20}, {20}};
    ZoneOutcome<double, 1> x{};
    ZoneOutcome<float, 1> y{};
    Noise one, two;
    double heat = 0, heat_float = 0, cool = 0, cool_float = 0;
    for (int h = 0; h < 8760; ++h) {
        step(exact, some_hour<double>(one), a, x);
        step(quick, some_hour<float>(two), b, y);
        (x.plant_w[0] > 0 ? heat : cool) += std::abs(x.plant_w[0]);
        (y.plant_w[0] > 0 ? heat_float : cool_float) += std::abs(static_cast<double>(y.plant_w[0]));
    }
    CHECK_THAT(heat_float, WithinRel(heat, 1e-3));
    CHECK_THAT(cool_float, WithinRel(cool, 1e-3));
}

TEST_CASE("in a steady state walls and roof lose U x A x difference", "[emissions][zone]") {
    const auto steady_power = [](const ZoneFabric& f) {
        ZoneNetwork<double, 1> zone{};
        set_lane(zone, 0, f);
        ZoneState<double, 1> state{{20}, {20}};
        ZoneOutcome<double, 1> out{};
        ZoneHour<double, 1> hour{};
        hour.ground_degc[0] = 20;
        hour.heating_degc[0] = 20, hour.cooling_degc[0] = 100, hour.heating_max_w[0] = 1e9;
        for (int h = 0; h < 20000; ++h) step(zone, hour, state, out);
        return std::pair{out.plant_w[0], out.surface_degc[0]};
    };
    ZoneFabric f = flat();
    f.ground_u_w_per_m2k = 0;
    f.air_surface_w_per_m2k =
        1e6;  // air and surfaces as one: the U-values hold between them and outdoors
    const double walls = 80 * 1.2 + 60 * 0.6, windows = 20 * 2.8;
    const auto [power, surface] = steady_power(f);
    CHECK_THAT(surface, WithinAbs(20.0, 1e-3));
    CHECK_THAT(power, WithinRel((walls + windows) * 20, 1e-4));
    ZoneFabric twice = f;
    twice.wall_u_w_per_m2k *= 2, twice.roof_u_w_per_m2k *= 2, twice.window_u_w_per_m2k *= 2;
    CHECK_THAT(steady_power(twice).first, WithinRel(2 * power, 1e-4));
}

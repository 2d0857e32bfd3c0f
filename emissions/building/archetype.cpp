#include "emissions/building/archetype.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "emissions/building/benchmark.h"
#include "emissions/measures/effects.h"
#include "emissions/model/demand.h"
#include "emissions/reference/country.h"
#include "emissions/reference/nearest_station.h"
#include "emissions/reference/tables.h"

namespace emissions {

namespace {

using city::BuildingUse;

constexpr float m3_per_h_per_l_per_s = 3.6f;
constexpr std::array us_eras{"before 1978", "1978-1992", "1993-2005", "2006-2013", "2014 on"};
constexpr std::array cn_eras{"before 2005", "2005-2014", "2015-2021", "2022 on"};

bool is_home(BuildingUse use) {
    return use == BuildingUse::residential_detached || use == BuildingUse::residential_attached ||
           use == BuildingUse::residential_apartment;
}

bool has_hours(BuildingUse use) {
    return use != BuildingUse::unknown && use != BuildingUse::unconditioned &&
           use != BuildingUse::utility;
}

// Station whose rows of climates.csv hold for the city; empty where none is near.
std::string station_of(const city::CityModel& city, const reference::Table& climates) {
    return reference::station_for(climates, city.info.climate, city.frame.origin_lonlat(),
                                  reference::same_zone_km,
                                  [&](const std::string& place) {
                                      return climates.find(place, "climate", "latitude") != nullptr;
                                  })
        .value_or("");
}

// "California CEC zone 3", "hot_summer_cold_winter"; empty where none is known.
std::string zone_of(const city::CityModel& city, const reference::Library::Tables& t,
                    bool chinese) {
    if (chinese) return chinese_zone_of(city.info.region, t.zones);
    return "California CEC zone " +
           std::to_string(static_cast<int>(
               t.climates.value(station_of(city, t.climates), "climate", "cec_zone").value_or(3)));
}

// Kind of building as archetypes.csv and envelopes.csv tell it apart.
std::string kind_of(BuildingUse use, bool chinese) {
    if (chinese) return is_home(use) ? "residential" : "public";
    if (use == BuildingUse::residential_detached || use == BuildingUse::residential_attached)
        return "house";
    return use == BuildingUse::residential_apartment || use == BuildingUse::hotel ? "apartment"
                                                                                  : "commercial";
}

EnvelopeRow envelope_row(const std::string& zone, const std::string& kind, std::string_view era,
                         bool chinese) {
    return {chinese           ? "CN " + zone
            : kind == "house" ? "California"
                              : zone,
            kind + "; " + std::string(era)};
}

}  // namespace

std::optional<EnvelopeRow> envelope_row_of(const city::CityModel& city,
                                           const reference::Library& library, city::BuildingUse use,
                                           std::string_view era) {
    const auto country = country_tables_of(city.info.region);
    if (!country) return std::nullopt;
    const bool chinese = *country == "CN";
    const std::string zone = zone_of(city, library.tables(), chinese);
    if (zone.empty()) return std::nullopt;
    return envelope_row(zone, kind_of(use, chinese), era, chinese);
}

Archetype after(Archetype a, std::span<const ParameterChange> changes) {
    EnvelopeParameters envelope{a.wall_u_w_per_m2k, a.roof_u_w_per_m2k,   a.window_u_w_per_m2k,
                                a.window_shgc,      a.infiltration_per_h, a.roof_absorptance};
    change(envelope, changes);
    a.wall_u_w_per_m2k = envelope.wall_u_w_per_m2k;
    a.roof_u_w_per_m2k = envelope.roof_u_w_per_m2k;
    a.window_u_w_per_m2k = envelope.window_u_w_per_m2k;
    a.window_shgc = envelope.window_shgc;
    a.infiltration_per_h = envelope.infiltration_per_h;
    a.roof_absorptance = envelope.roof_absorptance;
    return a;
}

city::Result<Archetypes> Archetypes::of(const city::CityModel& city,
                                        const reference::Library& library) {
    const auto country = country_tables_of(city.info.region);
    if (!country) return tl::unexpected(country.error());
    const auto& t = library.tables();
    Archetypes found;
    found.country_ = *country;
    const bool chinese = *country == "CN";
    if (chinese)
        found.eras_.assign(cn_eras.begin(), cn_eras.end());
    else
        found.eras_.assign(us_eras.begin(), us_eras.end());
    const auto model = [&](const char* quantity, double otherwise) {
        return static_cast<float>(
            t.archetypes.value("both", "model", quantity).value_or(otherwise));
    };
    found.wall_absorptance = model("wall_absorptance", 0.6);
    const float roof_absorptance = model("roof_absorptance", 0.7);
    found.glass_factor = (1.0f - model("window_frame_share", 0.25)) * model("curtain_factor", 0.8);
    found.person_w = model("person_w", 65);
    found.window_opening_home_per_h = model("window_opening_home_per_h", 2.5);
    found.window_opening_other_per_h = model("window_opening_other_per_h", 0.8);
    found.leaky_area_per_volume = model("leaky_area_per_volume", 0.45);

    const std::string station = station_of(city, t.climates);
    const std::string zone = zone_of(city, t, chinese);
    if (zone.empty())
        return city::fail("no thermal zone is known for region '" + city.info.region +
                          "': set region in city.toml");
    found.rows_.assign(city::enum_count<BuildingUse> * found.eras_.size(), -1);
    for (const BuildingUse use : city::all_of<BuildingUse>()) {
        if (!has_hours(use)) continue;
        for (std::size_t e = 0; e < found.eras_.size(); ++e) {
            Archetype a;
            a.use = name_of(use);
            a.era = found.eras_[e];
            a.home = is_home(use);
            a.roof_absorptance = roof_absorptance;
            const std::string subject = a.use + "; " + a.era;
            bool complete = true;
            const auto need = [&](const reference::Table& table, std::string_view place,
                                  std::string_view row, const char* quantity) {
                const auto value = table.value(place, row, quantity);
                complete = complete && value.has_value();
                return static_cast<float>(value.value_or(0.0));
            };
            const auto maybe = [&](std::string_view place, std::string_view row,
                                   const char* quantity, double otherwise) {
                return static_cast<float>(
                    t.archetypes.value(place, row, quantity).value_or(otherwise));
            };
            a.lighting_w_per_m2 = need(t.archetypes, *country, subject, "lighting_w_per_m2");
            a.plugs_w_per_m2 = need(t.archetypes, *country, subject, "plugs_w_per_m2");
            a.people_per_m2 = need(t.archetypes, *country, subject, "people_per_m2");
            a.heating_degc = need(t.archetypes, *country, subject, "heating_degc");
            a.cooling_degc = need(t.archetypes, *country, subject, "cooling_degc");
            a.window_share = need(t.archetypes, *country, subject, "window_share");
            a.hot_water_kwh_per_m2 = need(t.archetypes, *country, subject, "hot_water_kwh_per_m2");
            a.fans_kwh_per_m2 = maybe(*country, subject, "fans_kwh_per_m2", 0);
            a.refrigeration_kwh_per_m2 = maybe(*country, subject, "refrigeration_kwh_per_m2", 0);
            a.heating_setback_degc = maybe(*country, subject, "heating_setback_degc",
                                           8);  // Chinese tables switch off at night
            a.cooling_setup_degc = maybe(*country, subject, "cooling_setup_degc", 37);
            a.outdoor_air_m3_per_h_m2 =
                chinese ? need(t.archetypes, *country, subject, "outdoor_air_m3_per_h_person") *
                              a.people_per_m2
                        : need(t.archetypes, *country, subject, "outdoor_air_l_per_s_m2") *
                              m3_per_h_per_l_per_s;
            const std::string kind = kind_of(use, chinese);
            const EnvelopeRow walls = envelope_row(zone, kind, a.era, chinese);
            a.wall_u_w_per_m2k = need(t.envelopes, walls.place, walls.subject, "wall_u_w_per_m2k");
            a.roof_u_w_per_m2k =
                static_cast<float>(t.envelopes.value(walls.place, walls.subject, "roof_u_w_per_m2k")
                                       .value_or(static_cast<double>(a.wall_u_w_per_m2k) * 0.5));
            a.window_u_w_per_m2k =
                need(t.envelopes, walls.place, walls.subject, "window_u_w_per_m2k");
            a.window_shgc = need(t.envelopes, walls.place, walls.subject, "window_shgc");
            // Old houses as they stand today: part of them has newer windows, attics and walls.
            const auto refurbished = static_cast<float>(
                t.archetypes.value(*country, walls.subject, "refurbished_share").value_or(0.0));
            if (refurbished > 0.0f) {
                const auto newer = [&](const char* quantity, float old) {
                    return old + refurbished * (need(t.envelopes, walls.place, kind + "; 2006-2013",
                                                     quantity) -
                                                old);
                };
                a.wall_u_w_per_m2k = newer("wall_u_w_per_m2k", a.wall_u_w_per_m2k);
                a.roof_u_w_per_m2k = newer("roof_u_w_per_m2k", a.roof_u_w_per_m2k);
                a.window_u_w_per_m2k = newer("window_u_w_per_m2k", a.window_u_w_per_m2k);
                a.window_shgc = newer("window_shgc", a.window_shgc);
            }
            a.ground_u_w_per_m2k = static_cast<float>(
                t.archetypes.value(*country, "ground", "ground_u_w_per_m2k").value_or(0.6));
            a.infiltration_per_h = static_cast<float>(
                t.archetypes.value(*country, subject, "infiltration_per_h")
                    .value_or(t.envelopes.value(walls.place, walls.subject, "infiltration_per_h")
                                  .value_or(0.7)));
            a.outer_capacity_j_per_m2k =
                1000.0f * need(t.archetypes, *country, kind, "outer_capacity");
            a.inner_capacity_j_per_m2k =
                1000.0f * need(t.archetypes, *country, kind, "inner_capacity");
            if (chinese) {
                const std::string row = zone + (a.home ? " residential" : " public");
                a.heated_share = a.home ? maybe("CN", row, "heated_share", 1) : 1.0f;
                a.cooled_share = maybe("CN", row, "cooled_share", 1);
            } else if (a.home) {
                a.heated_share = maybe("US", "homes", "heated_share", 1);
                a.cooled_share = maybe(station, "homes", "cooled_share",
                                       maybe("US", "homes", "cooled_share", 1));
            } else {
                a.cooled_share = maybe("US", subject, "cooled_share", 1);
            }
            std::string set;
            for (const reference::Fact& fact : t.archetypes.facts())
                if (fact.place == *country && fact.subject == subject &&
                    fact.quantity.rfind("schedule: ", 0) == 0)
                    set = fact.quantity.substr(10);
            if (set == "GB 55015-2021; residential, living room")
                set += ", severe cold and cold zones";  // the only list of loads the code has
            a.schedule = t.schedules.find(set);
            if (!complete || a.schedule == nullptr)
                return city::fail("archetypes.csv or envelopes.csv lacks values for " + subject +
                                  " in " + zone);
            found.rows_[static_cast<std::size_t>(use) * found.eras_.size() + e] =
                static_cast<int>(found.all_.size());
            found.all_.push_back(std::move(a));
        }
    }
    return found;
}

int Archetypes::row(BuildingUse use, float construction_year) const {
    const auto era = std::find(eras_.begin(), eras_.end(), era_of(country_, construction_year));
    return era == eras_.end() ? -1
                              : rows_[static_cast<std::size_t>(use) * eras_.size() +
                                      static_cast<std::size_t>(era - eras_.begin())];
}

}  // namespace emissions

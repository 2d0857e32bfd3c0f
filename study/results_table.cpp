#include "study/results_table.h"

#include <array>
#include <type_traits>
#include <utility>

namespace study {

namespace {

using emissions::Carrier;
using emissions::EndUse;
using emissions::Pollutant;

void keep_rows(geo_io::TableLayer& layer, const std::vector<std::uint32_t>& rows) {
    const auto keep = [&rows](auto& column) {
        if (column.empty()) return;
        std::decay_t<decltype(column)> kept;
        kept.reserve(rows.size());
        for (const std::uint32_t row : rows) kept.push_back(std::move(column[row]));
        column = std::move(kept);
    };
    for (geo_io::TableColumn& column : layer.columns) {
        keep(column.number);
        keep(column.text);
    }
    layer.rows = rows.size();
}

geo_io::TableColumn numbers(std::string name, const std::vector<float>& column) {
    return {std::move(name), {column.begin(), column.end()}, {}};
}

}  // namespace

std::string assumed_text(city::Assumed assumed) {
    using city::Assumed;
    constexpr std::array<std::pair<Assumed, const char*>, 10> names{
        {{Assumed::height, "height_m"},
         {Assumed::storeys, "storeys"},
         {Assumed::use, "use"},
         {Assumed::construction_year, "construction_year"},
         {Assumed::road_class, "class"},
         {Assumed::lanes, "lanes"},
         {Assumed::speed, "speed_kmh"},
         {Assumed::one_way, "one_way"},
         {Assumed::base_height, "base_m"},
         {Assumed::floor_area, "floor_area_m2"}}};
    std::string text;
    for (const auto& [flag, name] : names)
        if (has(assumed, flag)) text += (text.empty() ? "" : ";") + std::string(name);
    return text;
}

geo_io::TableLayer buildings_table(const city::CityModel& city, const emissions::Results& results) {
    const city::Buildings& b = city.buildings;
    const emissions::BuildingResults& r = results.buildings;
    geo_io::TableLayer layer{"buildings", {}, &b.footprints, nullptr, b.count()};
    geo_io::TableColumn id{"building_id", {}, {}}, use{"use", {}, {}}, assumed{"assumed", {}, {}},
        district{"district", {}, {}};
    const city::Districts& d = city.districts;
    for (std::size_t i = 0; i < b.count(); ++i) {
        id.text.emplace_back(b.id[i]);
        use.text.emplace_back(name_of(b.use[i]));
        assumed.text.push_back(assumed_text(b.assumed[i]));
        const std::int32_t of = d.count() > 0 ? d.of_building[i] : d.none;
        district.text.push_back(of == d.none ? "" : d.name[static_cast<std::size_t>(of)]);
    }
    layer.columns = {std::move(id),
                     std::move(use),
                     numbers("construction_year", b.construction_year),
                     numbers("floor_area_m2", b.floor_area_m2),
                     numbers("height_m", b.height_m),
                     numbers("storeys", b.storeys),
                     numbers("electricity_kwh", r.carrier_kwh[Carrier::electricity]),
                     numbers("gas_kwh", r.carrier_kwh[Carrier::natural_gas]),
                     numbers("heat_kwh", r.carrier_kwh[Carrier::district_heat]),
                     numbers("coal_kwh", r.carrier_kwh[Carrier::coal]),
                     numbers("lpg_kwh", r.carrier_kwh[Carrier::lpg]),
                     numbers("heating_kwh", r.end_use_kwh[EndUse::heating]),
                     numbers("cooling_kwh", r.end_use_kwh[EndUse::cooling]),
                     numbers("hot_water_kwh", r.end_use_kwh[EndUse::hot_water]),
                     numbers("lighting_kwh", r.end_use_kwh[EndUse::lighting]),
                     numbers("appliances_kwh", r.end_use_kwh[EndUse::appliances]),
                     numbers("co2e_kg", r.emitted_kg[Pollutant::co2e]),
                     numbers("nox_kg", r.emitted_kg[Pollutant::nox]),
                     numbers("so2_kg", r.emitted_kg[Pollutant::so2]),
                     numbers("pm25_kg", r.emitted_kg[Pollutant::pm25]),
                     numbers("co_kg", r.emitted_kg[Pollutant::co]),
                     numbers("voc_kg", r.emitted_kg[Pollutant::voc]),
                     std::move(assumed),
                     numbers("cooking_kwh", r.end_use_kwh[EndUse::cooking]),
                     numbers("pv_kwh", r.pv_kwh),
                     std::move(district)};
    return layer;
}

geo_io::TableLayer roads_table(const city::CityModel& city, const emissions::Results& results) {
    const city::Roads& roads = city.roads;
    const emissions::RoadResults& r = results.roads;
    geo_io::TableLayer layer{"roads", {}, nullptr, &roads.lines, roads.count()};
    geo_io::TableColumn id{"road_id", {}, {}}, road_class{"class", {}, {}},
        assumed{"assumed", {}, {}};
    for (std::size_t i = 0; i < roads.count(); ++i) {
        id.text.emplace_back(roads.id[i]);
        road_class.text.emplace_back(name_of(roads.road_class[i]));
        assumed.text.push_back(assumed_text(roads.assumed[i]));
    }
    layer.columns = {std::move(id),
                     std::move(road_class),
                     numbers("length_m", roads.length_m),
                     numbers("lanes", roads.lanes),
                     numbers("aadt", r.aadt),
                     numbers("vkt_km", r.vehicle_km),
                     numbers("speed_kmh", r.speed_kmh),
                     numbers("co2e_kg", r.emitted_kg[Pollutant::co2e]),
                     numbers("nox_kg", r.emitted_kg[Pollutant::nox]),
                     numbers("pm25_kg", r.emitted_kg[Pollutant::pm25]),
                     numbers("co_kg", r.emitted_kg[Pollutant::co]),
                     numbers("voc_kg", r.emitted_kg[Pollutant::voc]),
                     std::move(assumed)};
    return layer;
}

city::Result<void> write_chosen(const std::string& path, const city::CityModel& city,
                                const emissions::Results& results, const ChosenRows& chosen) {
    std::vector<geo_io::TableLayer> layers;
    city::Rings footprints;
    city::Lines lines;
    if (!chosen.buildings.empty()) {
        layers.push_back(buildings_table(city, results));
        keep_rows(layers.back(), chosen.buildings);
        const city::Rings& all = city.buildings.footprints;
        for (const std::uint32_t row : chosen.buildings) {
            for (auto r = all.polygon_offsets[row]; r < all.polygon_offsets[row + 1]; ++r)
                footprints.add_ring(all.ring(r));
            footprints.end_polygon();
        }
        layers.back().polygons = &footprints;
    }
    if (!chosen.roads.empty()) {
        layers.push_back(roads_table(city, results));
        keep_rows(layers.back(), chosen.roads);
        for (const std::uint32_t row : chosen.roads) lines.add_line(city.roads.lines.line(row));
        layers.back().lines = &lines;
    }
    return geo_io::write_tables(path, layers, city.frame);
}

}  // namespace study

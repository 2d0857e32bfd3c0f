#include "study/quantity.h"

#include <array>
#include <cmath>

#include "geo/city/chunks.h"
#include "geo/city/units.h"
#include "text/number_text.h"

namespace study {

namespace {

using emissions::Carrier;
using emissions::Column;
using emissions::EndUse;
using emissions::Pollutant;

struct Row {
    std::string_view name;
    const char* unit;
    bool buildings, roads;
};
constexpr std::array<Row, city::enum_count<Quantity>> rows{{
    {"co2e", "kg", true, true},
    {"energy", "kWh", true, true},
    {"electricity", "kWh", true, true},
    {"natural_gas", "kWh", true, false},
    {"district_heat", "kWh", true, false},
    {"heating", "kWh", true, false},
    {"cooling", "kWh", true, false},
    {"hot_water", "kWh", true, false},
    {"lighting", "kWh", true, false},
    {"pv", "kWh", true, false},
    {"nox", "kg", true, true},
    {"so2", "kg", true, true},
    {"pm25", "kg", true, true},
    {"pm10", "kg", true, true},
    {"co", "kg", true, true},
    {"voc", "kg", true, true},
    {"traffic", "veh/d", false, true},
}};
const Row& row_of(Quantity quantity) {
    return rows[static_cast<std::size_t>(quantity)];
}

const Column* building_column(const emissions::BuildingResults& r, Quantity quantity) {
    if (const auto pollutant = pollutant_of(quantity)) return &r.emitted_kg[*pollutant];
    switch (quantity) {
        case Quantity::electricity:
            return &r.carrier_kwh[Carrier::electricity];
        case Quantity::natural_gas:
            return &r.carrier_kwh[Carrier::natural_gas];
        case Quantity::district_heat:
            return &r.carrier_kwh[Carrier::district_heat];
        case Quantity::heating:
            return &r.end_use_kwh[EndUse::heating];
        case Quantity::cooling:
            return &r.end_use_kwh[EndUse::cooling];
        case Quantity::hot_water:
            return &r.end_use_kwh[EndUse::hot_water];
        case Quantity::lighting:
            return &r.end_use_kwh[EndUse::lighting];
        case Quantity::pv:
            return &r.pv_kwh;
        default:
            return nullptr;
    }
}

float all_carriers(const city::EnumArray<Carrier, Column>& carriers, std::size_t i) {
    float sum = 0.0f;
    for (const Column& column : carriers) sum += column[i];
    return sum;
}

template <class Values>
void write_all(const Values& of, std::span<float> values) {
    city::in_chunks(values.size(), [&](std::size_t first, std::size_t count) {
        of.write(first, values.subspan(first, count));
    });
}

}  // namespace

std::optional<Pollutant> pollutant_of(Quantity quantity) {
    switch (quantity) {
        case Quantity::co2e:
            return Pollutant::co2e;
        case Quantity::nox:
            return Pollutant::nox;
        case Quantity::so2:
            return Pollutant::so2;
        case Quantity::pm25:
            return Pollutant::pm25;
        case Quantity::pm10:
            return Pollutant::pm10;
        case Quantity::co:
            return Pollutant::co;
        case Quantity::voc:
            return Pollutant::voc;
        default:
            return std::nullopt;
    }
}

float road_amount(const emissions::RoadResults& r, Quantity quantity, std::size_t i) {
    if (const auto pollutant = pollutant_of(quantity)) return r.emitted_kg[*pollutant][i];
    if (quantity == Quantity::energy) return all_carriers(r.carrier_kwh, i);
    if (quantity == Quantity::electricity) return r.carrier_kwh[Carrier::electricity][i];
    return quantity == Quantity::traffic ? r.aadt[i] : city::missing;
}

std::string_view name_of(Quantity quantity) {
    return row_of(quantity).name;
}
std::string_view name_of(Per per) {
    constexpr std::array<std::string_view, 3> names{"total", "m2", "capita"};
    return names[static_cast<std::size_t>(per)];
}
std::string_view name_of(Compare compare) {
    constexpr std::array<std::string_view, 4> names{"after", "before", "difference", "methods"};
    return names[static_cast<std::size_t>(compare)];
}
bool on_buildings(Quantity quantity) {
    return row_of(quantity).buildings;
}
bool on_roads(Quantity quantity) {
    return row_of(quantity).roads;
}
const char* unit_of(Quantity quantity) {
    return row_of(quantity).unit;
}

std::optional<LayerName> layer_from_name(std::string_view name) {
    Per per = Per::total;
    for (const Per one : {Per::m2, Per::capita}) {
        const std::string ending = "_per_" + std::string(name_of(one));
        if (name.size() <= ending.size() || name.substr(name.size() - ending.size()) != ending)
            continue;
        per = one;
        name.remove_suffix(ending.size());
        break;
    }
    for (const Quantity quantity : city::all_of<Quantity>())
        if (name == name_of(quantity)) return LayerName{quantity, per};
    return std::nullopt;
}

double home_area_m2_per_person(const city::CityModel& city) {
    double homes_m2 = 0.0;
    const city::Buildings& b = city.buildings;
    for (std::size_t i = 0; i < b.count(); ++i)
        if (is_residential(b.use[i]) && b.floor_area_m2[i] > 0.0f)
            homes_m2 += static_cast<double>(b.floor_area_m2[i]);
    return city.info.population > 0.0 && homes_m2 > 0.0 ? homes_m2 / city.info.population
                                                        : std::nan("");
}

BuildingValues::BuildingValues(const city::CityModel& city, const emissions::Results& results,
                               Quantity quantity, Per per)
    : city_(city),
      results_(results.buildings),
      quantity_(quantity),
      per_(per),
      column_(building_column(results.buildings, quantity)),
      per_person_m2_(per == Per::capita ? static_cast<float>(home_area_m2_per_person(city))
                                        : city::missing) {}

void BuildingValues::write(std::size_t first, std::span<float> values) const {
    const city::Buildings& b = city_.buildings;
    for (std::size_t k = 0; k < values.size(); ++k) {
        const std::size_t i = first + k;
        float value = column_ != nullptr              ? (*column_)[i]
                      : quantity_ == Quantity::energy ? all_carriers(results_.carrier_kwh, i)
                                                      : city::missing;
        if (per_ == Per::capita)
            value = is_residential(b.use[i]) && b.floor_area_m2[i] > 0.0f
                        ? value * per_person_m2_ / b.floor_area_m2[i]
                        : city::missing;
        if (per_ == Per::m2)
            value = b.floor_area_m2[i] > 0.0f ? value / b.floor_area_m2[i] : city::missing;
        values[k] = value;
    }
}

void RoadValues::write(std::size_t first, std::span<float> values) const {
    for (std::size_t k = 0; k < values.size(); ++k) {
        const std::size_t i = first + k;
        float value = road_amount(results_, quantity_, i);
        // Segments are cut arbitrarily, so roads are always shown per metre; traffic is a flow
        // already.
        if (quantity_ != Quantity::traffic)
            value =
                city_.roads.length_m[i] > 0.0f ? value / city_.roads.length_m[i] : city::missing;
        values[k] = value;
    }
}

void building_values(const city::CityModel& city, const emissions::Results& results,
                     Quantity quantity, Per per, std::vector<float>& values) {
    values.resize(results.buildings.count());
    write_all(BuildingValues(city, results, quantity, per), values);
}

void road_values(const city::CityModel& city, const emissions::Results& results, Quantity quantity,
                 std::vector<float>& values) {
    values.resize(results.roads.count());
    write_all(RoadValues(city, results, quantity), values);
}

double rows_total(const emissions::Results& results, Quantity quantity,
                  std::span<const std::uint32_t> buildings, std::span<const std::uint32_t> roads,
                  std::size_t* unknown) {
    double sum = 0.0;
    std::size_t without = 0;
    const auto add = [&](float value) {
        if (city::is_missing(value))
            ++without;
        else
            sum += static_cast<double>(value);
    };
    const Column* column = building_column(results.buildings, quantity);
    if (on_buildings(quantity))
        for (const std::uint32_t i : buildings)
            if (i < results.buildings.count())
                add(column != nullptr ? (*column)[i]
                                      : all_carriers(results.buildings.carrier_kwh, i));
    if (on_roads(quantity) && quantity != Quantity::traffic)
        for (const std::uint32_t i : roads)
            if (i < results.roads.count()) add(road_amount(results.roads, quantity, i));
    if (unknown != nullptr) *unknown = without;
    return sum;
}

double city_total(const emissions::Results& results, Quantity quantity) {
    double sum = 0.0;
    const auto add = [&sum](float value) {
        if (!city::is_missing(value)) sum += static_cast<double>(value);
    };
    const emissions::BuildingResults& b = results.buildings;
    if (const Column* column = building_column(b, quantity))
        for (const float value : *column) add(value);
    else if (quantity == Quantity::energy)
        for (std::size_t i = 0; i < b.count(); ++i) add(all_carriers(b.carrier_kwh, i));
    if (on_roads(quantity) && quantity != Quantity::traffic)
        for (std::size_t i = 0; i < results.roads.count(); ++i)
            add(road_amount(results.roads, quantity, i));
    return sum;
}

std::string hour_text(Quantity quantity, Per per, double value) {
    if (quantity == Quantity::traffic)
        return text::plain_text(value) + (std::isfinite(value) ? " veh/h" : "");
    const bool mass = unit_of(quantity)[1] == 'g';
    constexpr double per_thousand = 1e3;  // kW to W, kg to g
    if (per == Per::m2)
        return mass ? text::with_unit(value * per_thousand, "g/(m² h)")
                    : text::per_m2_text(value * per_thousand, "W");
    return mass ? text::mass_text(value) + (std::isfinite(value) ? "/h" : "")
                : text::power_text(value);
}

std::string hour_text_per_road_metre(Quantity quantity, double value) {
    if (quantity == Quantity::traffic) return hour_text(quantity, Per::total, value);
    return text::with_unit(value * 1e3, unit_of(quantity)[1] == 'g' ? "g/(m h)" : "W/m");
}

std::string road_text(Quantity quantity, double value_per_m) {
    if (quantity == Quantity::traffic) return quantity_text(quantity, Per::total, value_per_m);
    return quantity_text(quantity, Per::total, value_per_m * city::m_per_km) +
           (std::isfinite(value_per_m) ? "/km" : "");
}

std::string quantity_text(Quantity quantity, Per per, double value) {
    if (quantity == Quantity::traffic)
        return text::plain_text(value) + (std::isfinite(value) ? " veh/d" : "");
    if (per == Per::m2) return text::per_m2_text(value, unit_of(quantity));
    return unit_of(quantity)[1] == 'g' ? text::mass_text(value) : text::energy_text(value);
}

}  // namespace study

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "emissions/model/results.h"
#include "geo/city/city_model.h"
#include "geo/city/enum_array.h"

namespace study {

/// What a heatmap can show. To add one: a line here, one in quantity.cpp and one in assets/i18n.
enum class Quantity : std::uint8_t {
    co2e,
    energy,
    electricity,
    natural_gas,
    district_heat,
    heating,
    cooling,
    hot_water,
    lighting,
    pv,
    nox,
    so2,
    pm25,
    pm10,
    co,
    voc,
    traffic,
    count_
};
enum class Per : std::uint8_t {
    total,
    m2,
    capita,
    count_
};  ///< roads are per metre of street under all three
enum class Compare : std::uint8_t {
    after,
    before,
    difference,
    methods,
    count_
};  ///< methods: the hourly method today minus the benchmark method

std::string_view name_of(Quantity quantity);  ///< also the key of its label: "quantity.co2e"
std::string_view name_of(Per per);
std::string_view name_of(Compare compare);
bool on_buildings(Quantity quantity);
bool on_roads(Quantity quantity);
/// "kg", "kWh", "veh/d".
const char* unit_of(Quantity quantity);

struct LayerName {
    Quantity quantity;
    Per per;
};
/// "co2e", "co2e_per_m2", "co2e_per_capita", "nox"... as --layer takes it.
std::optional<LayerName> layer_from_name(std::string_view name);

/// Floor area of homes that one inhabitant has: all homes of the city over its population. Missing
/// where either is not known. Per capita a home's value is shared by the people this gives it;
/// other buildings have no inhabitants and no such value.
double home_area_m2_per_person(const city::CityModel& city);

/// One value per building or road, in the unit of the quantity (per m2 of floor, or per metre of
/// road), for any part of the rows: those from `first` on. NaN where unknown or where the quantity
/// does not exist there. City and results outlive it.
class BuildingValues {
  public:
    BuildingValues(const city::CityModel& city, const emissions::Results& results,
                   Quantity quantity, Per per);
    void write(std::size_t first, std::span<float> values) const;

  private:
    const city::CityModel& city_;
    const emissions::BuildingResults& results_;
    Quantity quantity_;
    Per per_;
    const emissions::Column* column_;
    float per_person_m2_;
};
class RoadValues {
  public:
    RoadValues(const city::CityModel& city, const emissions::Results& results, Quantity quantity)
        : city_(city), results_(results.roads), quantity_(quantity) {}
    void write(std::size_t first, std::span<float> values) const;

  private:
    const city::CityModel& city_;
    const emissions::RoadResults& results_;
    Quantity quantity_;
};
/// All of them. Parallel.
void building_values(const city::CityModel& city, const emissions::Results& results,
                     Quantity quantity, Per per, std::vector<float>& values);
void road_values(const city::CityModel& city, const emissions::Results& results, Quantity quantity,
                 std::vector<float>& values);

/// Sum over some rows; a row without a value is left out and counted in `unknown`, which may be
/// null.
double rows_total(const emissions::Results& results, Quantity quantity,
                  std::span<const std::uint32_t> buildings, std::span<const std::uint32_t> roads,
                  std::size_t* unknown = nullptr);
/// The pollutant that the quantity is, if it is one.
std::optional<emissions::Pollutant> pollutant_of(Quantity quantity);
/// A road's amount of a year, not yet per metre; traffic in vehicles a day.
float road_amount(const emissions::RoadResults& results, Quantity quantity, std::size_t road);

/// The city's sum, buildings and roads, in double.
double city_total(const emissions::Results& results, Quantity quantity);

/// 1.2 GWh, 84 kg/m²: a value of the quantity for people.
std::string quantity_text(Quantity quantity, Per per, double value);
/// The same of one hour, from kW, kg/h or veh/h: 1.2 MW, 8.4 W/m², 84 g/(m² h), 350 veh/h. `per` m2
/// of floor, or metre of road.
std::string hour_text(Quantity quantity, Per per, double value);
std::string hour_text_per_road_metre(Quantity quantity, double value);

/// 1.2 t/km: a value per metre of road for people; traffic as vehicles a day.
std::string road_text(Quantity quantity, double value_per_m);

}  // namespace study

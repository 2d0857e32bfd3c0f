#include "emissions/measures/field_names.h"

#include <array>

#include "emissions/model/measure.h"
#include "geo/city/building_use.h"
#include "geo/city/road_class.h"

namespace emissions {

namespace {

template <class Enum>
std::optional<std::string> not_one_of(std::string_view name, const char* what) {
    std::string known;
    for (const Enum one : city::all_of<Enum>()) {
        if (name == name_of(one)) return std::nullopt;
        known += (known.empty() ? "" : ", ") + std::string(name_of(one));
    }
    return "'" + std::string(name) + "' is no " + what + "; there is " + known;
}

}  // namespace

std::optional<Field> field_of(std::string_view name) {
    for (const Field field : city::all_of<Field>())
        if (name == name_of(field)) return field;
    return std::nullopt;
}

std::string all_field_names() {
    std::string names;
    for (const Field field : city::all_of<Field>())
        names += (names.empty() ? "" : ", ") + std::string(name_of(field));
    return names;
}

bool is_number(Field field) {
    return field == Field::year || field == Field::floor_area_m2 || field == Field::height_m ||
           field == Field::storeys;
}

bool is_of_roads(Field field) {
    return field == Field::road_class || field == Field::district || field == Field::id;
}

bool is_of_buildings(Field field) {
    return field != Field::road_class;
}

std::optional<std::string> unknown_name(Field field, std::string_view name) {
    if (field == Field::use) return not_one_of<city::BuildingUse>(name, "use");
    if (field == Field::supply) return not_one_of<Supply>(name, "supply");
    if (field == Field::road_class) return not_one_of<city::RoadClass>(name, "road class");
    return std::nullopt;
}

std::string_view name_of(Supply supply) {
    constexpr std::array<std::string_view, city::enum_count<Supply>> names{
        "fuel", "electricity", "district_heat", "unknown"};
    return names[static_cast<std::size_t>(supply)];
}

}  // namespace emissions

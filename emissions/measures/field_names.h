#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emissions/model/filter.h"
#include "emissions/model/traits.h"

namespace emissions {

std::optional<Field> field_of(std::string_view name);
/// "use, era, year, ..."
std::string all_field_names();
bool is_number(Field field);
/// Whether roads have the field, and whether buildings do.
bool is_of_roads(Field field);
bool is_of_buildings(Field field);

/// What is wrong with a name, where the field's names are known from the start: uses, supplies,
/// road classes. Districts and ids are the city's, eras the country's.
std::optional<std::string> unknown_name(Field field, std::string_view name);

std::string_view name_of(Supply supply);

}  // namespace emissions

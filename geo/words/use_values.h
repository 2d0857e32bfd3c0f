#pragma once

#include <optional>
#include <string_view>

#include "geo/city/building_use.h"
#include "geo/words/code_system.h"

namespace geo_io {

/// A value that is a known word as a whole, such as OpenStreetMap's tags; in lower case, without
/// blanks at its ends.
city::BuildingUse use_from_whole_value(std::string_view lower_case);
/// A value that is a code of the given table, or begins with one ("R2 residential").
city::BuildingUse use_from_code(std::string_view lower_case, CodeSystem codes);
/// An assessor's phrase by its words: "Single Family Dwelling", "OFFICE BLDG", "Retail Trade".
/// `unknown` where the words say that nothing is known ("Vacant"), nothing where no rule speaks.
std::optional<city::BuildingUse> use_from_phrase(std::string_view lower_case);
/// Chinese, Korean and Japanese words anywhere in the text; the surer word wins.
city::BuildingUse use_from_east_asian_words(std::string_view text);
/// Whether the text has a Chinese, Korean or Japanese letter.
bool has_east_asian(std::string_view text);

}  // namespace geo_io

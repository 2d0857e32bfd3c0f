#pragma once

#include <string_view>

#include "geo/city/building_use.h"
#include "geo/words/code_system.h"

namespace geo_io {

/// The use behind an attribute value: OSM tag values, words of assessors and surveys, codes of the
/// one table that belongs to the column, Chinese, Korean and Japanese words anywhere in the text.
/// `unknown` when nothing is recognised ("yes", "Vacant"). The words and their sources stand in
/// use_values.h and what implements it.
city::BuildingUse use_from_text(std::string_view value, CodeSystem codes = CodeSystem::none);

/// From a building's own name: only Chinese, Korean, Japanese and English words that leave little
/// doubt (酒店, Hospital).
city::BuildingUse use_from_name_words(std::string_view name);

/// "Residential": a word that leaves open which kind of home it is; another column may say.
bool is_any_home(std::string_view value);

/// "Vacant", "yes", "unknown": a word that is understood and names no use.
bool says_no_use(std::string_view value);

}  // namespace geo_io

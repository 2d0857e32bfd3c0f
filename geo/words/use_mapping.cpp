#include "geo/words/use_mapping.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "geo/words/number_text.h"
#include "geo/words/use_values.h"
#include "geo/words/value_parse.h"

namespace geo_io {

namespace {

using city::BuildingUse;
using Use = BuildingUse;

// What a use is called stands at the beginning; a cell may hold megabytes.
constexpr std::size_t longest_text = 400;

constexpr std::array<std::pair<std::string_view, Use>, 14> english_name_words{{
    {"hotel", Use::hotel},
    {"hospital", Use::hospital},
    {"elementary", Use::school},
    {"high school", Use::school},
    {"middle school", Use::school},
    {"university", Use::university},
    {"library", Use::public_assembly},
    {"church", Use::public_assembly},
    {"museum", Use::public_assembly},
    {"theatre", Use::public_assembly},
    {"apartments", Use::residential_apartment},
    {"parking", Use::unconditioned},
    {"warehouse", Use::warehouse},
    {"shopping center", Use::mall},
}};

// "Non-residential", "非居住": what it is not.
bool is_negated(std::string_view lower) {
    for (const std::string_view no : {"non-", "non ", "not ", "nonres", "非", "비주거"})
        if (lower.starts_with(no)) return true;
    return lower.find(" non-") != std::string_view::npos ||
           lower.find(" not ") != std::string_view::npos;
}

}  // namespace

BuildingUse use_from_text(std::string_view value, CodeSystem codes) {
    value = value.substr(0, longest_text);
    if (value.empty()) return Use::unknown;
    const std::string lower = lower_case(value);
    if (is_negated(lower)) return Use::unknown;
    if (has_east_asian(value)) return use_from_east_asian_words(value);
    if (const auto own = city::building_use_from_name(lower)) return *own;
    // A column of codes: "R" is a flat there and no word.
    if (const Use use = use_from_code(lower, codes); use != Use::unknown) return use;
    if (const Use use = use_from_whole_value(lower); use != Use::unknown) return use;
    if (const auto use = use_from_phrase(lower)) return *use;
    const std::size_t end = lower.find_first_of(" ;,/");
    if (end == std::string::npos || end == 0) return Use::unknown;
    return use_from_whole_value(std::string_view(lower).substr(0, end));
}

BuildingUse use_from_name_words(std::string_view name) {
    name = name.substr(0, longest_text);
    if (has_east_asian(name))
        if (const Use use = use_from_east_asian_words(name); use != Use::unknown) return use;
    const std::string lower = lower_case(name);
    for (const auto& [word, use] : english_name_words)
        if (lower.find(word) != std::string::npos) return use;
    return Use::unknown;
}

bool is_any_home(std::string_view value) {
    const std::string lower = lower_case(value.substr(0, longest_text));
    return lower == "residential" || lower == "res" || lower == "resid" || lower == "residence";
}

bool says_no_use(std::string_view value) {
    const std::string lower = lower_case(value.substr(0, longest_text));
    constexpr std::array<std::string_view, 11> words{
        "yes", "building", "true", "y", "other", "misc", "vacant", "no", "buildings", "1", "roof"};
    return says_not_known(lower) || std::find(words.begin(), words.end(), lower) != words.end() ||
           lower.find("vacant") != std::string::npos;
}

}  // namespace geo_io

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "geo/words/column_role.h"
#include "geo/words/name_words.h"

namespace geo_io {

/// How sure the words of a name make its role.
enum class Likeness : std::uint8_t { none, some, sure };

struct WordsMatch {
    Likeness likeness = Likeness::none;
    /// Of several columns that are sure, the smaller comes first: plain names before averages,
    /// averages before maxima, descriptions before codes.
    int rank = 0;
};

/// What the words of a name say for a role. `sure` when every word belongs to the role ("max",
/// "bldg", "height", "ft"), `some` when the role's own word is there among others that are not
/// understood ("hght", "estim"), `none` otherwise and where a word speaks against it ("ground").
WordsMatch match_words(const NameWords& name, ColumnRole role);

/// Names in Chinese, Korean and Japanese hold the word somewhere: "房屋总层数(地上)".
std::optional<ColumnRole> role_of_east_asian_name(std::string_view name);

}  // namespace geo_io

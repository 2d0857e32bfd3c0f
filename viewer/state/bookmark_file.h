#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/city/result.h"
#include "viewer/state/app_state.h"

namespace viewer {

/// Saved views as TOML, beside the scenario. A file that is not there is an empty list; a mistake
/// is refused with its line.
city::Result<std::vector<Bookmark>> read_bookmark_file(const std::string& path);
std::string bookmark_text(const std::vector<Bookmark>& bookmarks);

/// Of all views of a file together.
inline constexpr std::size_t most_chosen_rows = 20'000'000;

/// Rows as people can read them in a file: "0-4,7,9-12". Ascending rows only.
std::string rows_text(const std::vector<std::uint32_t>& rows);
/// At most `most` rows: a few letters can stand for millions of them.
std::optional<std::vector<std::uint32_t>> rows_from_text(std::string_view text,
                                                         std::size_t most = most_chosen_rows);

}  // namespace viewer

#include "geo/words/column_guess.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "geo/words/column_rules.h"
#include "geo/words/column_spellings.h"
#include "geo/words/name_words.h"

namespace geo_io {

namespace {

struct Spelling {
    ColumnRole role;
    int place;  // of the spelling among those of its role: best first
};

const std::unordered_map<std::string, std::vector<Spelling>>& roles_by_spelling() {
    static const auto table = [] {
        std::unordered_map<std::string, std::vector<Spelling>> made;
        for (const ColumnRole role : city::all_of<ColumnRole>()) {
            int place = 0;
            for (const std::string_view spelling : column_spellings()[role])
                made[plain_name(spelling)].push_back({role, place++});
        }
        return made;
    }();
    return table;
}

// The only role that a name cut at ten bytes can have; none where it can have two, or can be
// something that we do not use.
std::optional<ColumnRole> role_of_cut_name(const std::string& plain) {
    constexpr std::size_t fewest_letters = 8;
    if (plain.size() < fewest_letters) return std::nullopt;
    const auto begins = [&plain](std::string_view whole) {
        return whole.size() > plain.size() && whole.substr(0, plain.size()) == plain;
    };
    for (const std::string_view other : unused_spellings())
        if (begins(other)) {
            // "building_l" is OpenStreetMap's building:levels, although its levels below ground
            // begin alike.
            if (other != "buildinglevelsunderground") return std::nullopt;
        }
    std::optional<ColumnRole> found;
    for (const ColumnRole role : city::all_of<ColumnRole>())
        for (const std::string_view spelling : column_spellings()[role]) {
            if (!begins(spelling) || found == role) continue;
            if (found) return std::nullopt;
            found = role;
        }
    return found;
}

// Those that words may give: the others' names are too short to be taken apart.
constexpr std::array<ColumnRole, 9> roles_with_words{
    ColumnRole::height_m, ColumnRole::storeys,       ColumnRole::year,
    ColumnRole::use,      ColumnRole::floor_area_m2, ColumnRole::road_class,
    ColumnRole::lanes,    ColumnRole::speed_kmh,     ColumnRole::aadt};

struct Candidate {
    int group;  // whole names before cut ones before words
    int place;
    int column;
};

}  // namespace

ColumnPlan guess_columns(const std::vector<std::string>& columns,
                         const std::map<std::string, std::string>& given,
                         std::vector<std::string>& unknown) {
    city::EnumArray<ColumnRole, std::vector<Candidate>> candidates;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const int column = static_cast<int>(c);
        const std::string plain = plain_name(columns[c]);
        if (const auto known = roles_by_spelling().find(plain);
            known != roles_by_spelling().end()) {
            for (const Spelling& spelling : known->second)
                candidates[spelling.role].push_back({0, spelling.place, column});
            continue;
        }
        if (const auto role = role_of_east_asian_name(columns[c])) {
            candidates[*role].push_back({2, 0, column});
            continue;
        }
        const NameWords words = words_of_name(columns[c]);
        bool taken = false;
        for (const ColumnRole role : roles_with_words)
            if (const WordsMatch match = match_words(words, role);
                match.likeness == Likeness::sure && !taken) {
                candidates[role].push_back({2, match.rank, column});
                taken = true;
            }
        if (!taken && words.may_be_cut)
            if (const auto role = role_of_cut_name(plain))
                candidates[*role].push_back({1, 0, column});
    }
    ColumnPlan plan;
    for (const ColumnRole role : city::all_of<ColumnRole>()) {
        std::vector<Candidate>& of_role = candidates[role];
        std::stable_sort(of_role.begin(), of_role.end(), [](const auto& a, const auto& b) {
            return std::pair(a.group, a.place) < std::pair(b.group, b.place);
        });
        for (const Candidate& candidate : of_role) plan[role].push_back(candidate.column);
    }
    for (const auto& [role_name, column] : given) {
        const auto role = column_role_from_name(role_name);
        const auto found = std::find(columns.begin(), columns.end(), column);
        if (!role || found == columns.end()) {
            unknown.push_back(!role ? role_name : column);
            continue;
        }
        plan[*role] = {static_cast<int>(found - columns.begin())};
    }
    return plan;
}

MeasureUnit unit_in_name(std::string_view name, ColumnRole role) {
    const Dimension dimension = dimension_of(role);
    if (dimension == Dimension::none) return MeasureUnit::unstated;
    const std::vector<std::string> words = words_of_name(name).words;
    // The last word that is one, and two words that are one together: "sq", "ft".
    for (std::size_t i = words.size(); i-- > 1;) {
        if (i > 0)
            if (const auto unit = unit_from_word(words[i - 1] + words[i], dimension)) return *unit;
        // "in" is a word of its own but at the end.
        if (words[i] == "in" && i + 1 < words.size()) continue;
        if (const auto unit = unit_from_word(words[i], dimension)) return *unit;
    }
    // The whole name is its own unit: "SQFT", "mph".
    if (!words.empty() && words[0].size() > 2)
        if (const auto unit = unit_from_word(words[0], dimension)) return *unit;
    return MeasureUnit::unstated;
}

MeasureUnit unit_in_comment(std::string_view comment, ColumnRole role) {
    const Dimension dimension = dimension_of(role);
    const std::vector<std::string> words = words_of_name(comment).words;
    for (std::size_t i = 0; dimension != Dimension::none && i < words.size(); ++i) {
        if (i + 1 < words.size())
            if (const auto unit = unit_from_word(words[i] + words[i + 1], dimension)) return *unit;
        // "in" is an English word first, and a lone "m" many things.
        if (words[i] == "in" || words[i] == "ac") continue;
        if (const auto unit = unit_from_word(words[i], dimension)) return *unit;
    }
    return MeasureUnit::unstated;
}

std::optional<ColumnRole> looks_like(std::string_view name) {
    const NameWords words = words_of_name(name);
    for (const ColumnRole role : roles_with_words)
        if (match_words(words, role).likeness == Likeness::sure) return role;
    for (const ColumnRole role : roles_with_words)
        if (match_words(words, role).likeness == Likeness::some) return role;
    return std::nullopt;
}

}  // namespace geo_io

#include "geo/words/name_words.h"

#include <algorithm>
#include <array>

namespace geo_io {

namespace {

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_foreign(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

// Brackets and the middle dot of East Asian names part words too.
constexpr std::array<std::string_view, 6> wide_marks{"（", "）", "【", "】", "／", "・"};

std::size_t wide_mark_at(std::string_view text, std::size_t at) {
    for (const std::string_view mark : wide_marks)
        if (text.substr(at, mark.size()) == mark) return mark.size();
    return 0;
}

// "NumFloors" and "BLDGArea" have no gap but a change of case; letters and ideographs part too.
bool parts_here(std::string_view name, std::size_t at) {
    if (at == 0) return false;
    const char before = name[at - 1], here = name[at];
    if (is_foreign(before) != is_foreign(here)) return true;
    // "aadt2020": a year behind letters.
    const std::string_view year = name.substr(at);
    if (at >= 3 && !is_digit(before) && year.size() == 4 &&
        (year.substr(0, 2) == "19" || year.substr(0, 2) == "20") &&
        std::all_of(year.begin(), year.end(), is_digit))
        return true;
    if (is_lower(before) && is_upper(here)) return true;
    return is_upper(before) && is_upper(here) && at + 1 < name.size() && is_lower(name[at + 1]);
}

// A word that is several known ones behind each other, such as "bldgheight"; the word itself where
// some letters are left over. Few pieces are better than many.
std::vector<std::string> pieces_of(const std::string& word) {
    constexpr std::size_t longest = 40;
    const std::vector<std::string_view>& known = known_name_words();
    const auto is_known = [&](std::string_view piece) {
        return std::binary_search(known.begin(), known.end(), piece);
    };
    const std::size_t n = word.size();
    if (n < 4 || n > longest || is_foreign(word[0]) || is_known(word)) return {word};
    constexpr std::size_t none = 99;
    std::vector<std::size_t> pieces(n + 1, none), last(n + 1, 0);
    pieces[0] = 0;
    for (std::size_t end = 1; end <= n; ++end)
        for (std::size_t begin = end >= 12 ? end - 12 : 0; begin < end; ++begin) {
            if (pieces[begin] == none || pieces[begin] + 1 >= pieces[end]) continue;
            const std::string_view piece = std::string_view(word).substr(begin, end - begin);
            // A lone "m" is metres, at the end only.
            const bool metres = piece == "m" && end == n && begin > 2;
            if (!metres && (piece.size() < 2 || !is_known(piece))) continue;
            pieces[end] = pieces[begin] + 1;
            last[end] = begin;
        }
    if (pieces[n] == none) return {word};
    std::vector<std::string> result;
    for (std::size_t end = n; end > 0; end = last[end])
        result.push_back(word.substr(last[end], end - last[end]));
    std::reverse(result.begin(), result.end());
    return result;
}

// "Square Feet", "Sq", "Ft": one unit.
void join_square_units(std::vector<std::string>& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] != "sq" && words[i] != "square") continue;
        const std::string& next = words[i + 1];
        const bool feet = next == "ft" || next == "feet" || next == "foot" || next == "footage";
        const bool metres =
            next == "m" || next == "meters" || next == "metres" || next == "meter" || next == "mt";
        if (!feet && !metres) continue;
        words[i] = feet ? "sqft" : "sqm";
        words.erase(words.begin() + static_cast<long>(i) + 1);
    }
}

// What shapefiles put behind the second of two names that are the same when cut.
bool ends_with_number_of_copy(std::string_view name) {
    return name.size() == 10 && name[8] == '_' && is_digit(name[9]);
}

}  // namespace

NameWords words_of_name(std::string_view name) {
    NameWords result;
    result.may_be_cut = name.size() >= 8 && name.size() <= 10;
    if (ends_with_number_of_copy(name)) name = name.substr(0, 8);
    std::string word;
    const auto end_word = [&] {
        if (word.empty()) return;
        for (std::string& piece : pieces_of(word)) result.words.push_back(std::move(piece));
        word.clear();
    };
    for (std::size_t i = 0; i < name.size();) {
        if (const std::size_t mark = wide_mark_at(name, i); mark > 0) {
            end_word();
            i += mark;
            continue;
        }
        const char c = name[i];
        const bool letter = is_lower(c) || is_upper(c) || is_digit(c) || is_foreign(c);
        // "m^2" and "km/h" stay in one piece.
        const bool inside = (c == '^' || c == '/') && !word.empty();
        if (!letter && !inside) {
            end_word();
        } else {
            if (parts_here(name, i)) end_word();
            word.push_back(is_upper(c) ? static_cast<char>(c | 0x20) : c);
        }
        ++i;
    }
    end_word();
    join_square_units(result.words);
    return result;
}

std::string plain_name(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if (c == ' ' || c == '_' || c == ':' || c == '-' || c == '.') continue;
        result.push_back(is_upper(c) ? static_cast<char>(c | 0x20) : c);
    }
    return result;
}

}  // namespace geo_io

#include "viewer/search.h"

#include <algorithm>

namespace viewer {

namespace {

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Where `part` (lowered already) stands in `whole`; npos when it does not.
std::size_t place_of(std::string_view whole, std::string_view part) {
    const auto at = std::search(whole.begin(), whole.end(), part.begin(), part.end(), [](char a, char b) { return lowered(a) == b; });
    return at == whole.end() ? std::string_view::npos : static_cast<std::size_t>(at - whole.begin());
}

}  // namespace

std::vector<SearchHit> find_buildings(const city::CityModel& model, std::size_t city, std::string_view text, std::size_t most) {
    std::string wanted(text);
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), lowered);
    std::array<std::vector<SearchHit>, 3> by_rank;
    if (wanted.empty()) return {};
    const city::Buildings& b = model.buildings;
    for (std::size_t i = 0; i < b.count(); ++i) {
        const std::size_t in_name = place_of(b.name[i], wanted), in_id = place_of(b.id[i], wanted);
        if (in_name == std::string_view::npos && in_id == std::string_view::npos) continue;
        const std::size_t rank = in_id == 0 && b.id[i].size() == wanted.size() ? 0 : in_name == 0 ? 1 : 2;
        if (by_rank[rank].size() >= most) continue;
        std::string label(b.name[i]);
        if (!label.empty() && !b.id[i].empty()) label += "  ";
        label += b.id[i];
        by_rank[rank].push_back({city, static_cast<int>(i), std::move(label)});
    }
    std::vector<SearchHit> hits;
    for (auto& rank : by_rank)
        for (SearchHit& hit : rank)
            if (hits.size() < most) hits.push_back(std::move(hit));
    return hits;
}

}  // namespace viewer

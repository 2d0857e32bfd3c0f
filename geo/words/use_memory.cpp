#include "geo/words/use_memory.h"

#include <unordered_map>

namespace geo_io {

city::BuildingUse remembered_use(const std::string& value, CodeSystem codes) {
    constexpr std::size_t most_words = 4096, longest_word = 100;
    if (value.size() > longest_word) return use_from_text(value, codes);
    thread_local std::unordered_map<std::string, city::BuildingUse> without_codes, with_codes;
    thread_local CodeSystem known_for = CodeSystem::none;
    const bool has_codes = codes != CodeSystem::none;
    auto& words = has_codes ? with_codes : without_codes;
    if ((has_codes && codes != known_for) || words.size() > most_words) words.clear();
    if (has_codes) known_for = codes;
    const auto [at, is_new] = words.try_emplace(value);
    if (is_new) at->second = use_from_text(value, codes);
    return at->second;
}

}  // namespace geo_io

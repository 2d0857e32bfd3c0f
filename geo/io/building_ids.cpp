#include "geo/io/building_ids.h"

#include <tbb/parallel_sort.h>
#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "geo/io/place_hash.h"

namespace geo_io {

namespace {

struct Source {
    std::string_view id;
    std::uint64_t place_hash;
};

// What the source calls each building and where it stands, whichever of its copies was read first.
std::vector<Source> sources_of(const city::Buildings& b, const std::vector<RowFacts>& facts,
                               const std::vector<CopyName>& copies) {
    std::vector<Source> sources(b.count());
    for (std::size_t i = 0; i < b.count(); ++i)
        sources[i] = {b.id[i].substr(0, facts[i].source_id_letters), facts[i].place_hash};
    if (copies.empty()) return sources;
    std::unordered_map<std::uint64_t, std::size_t> row_of;
    for (const CopyName& copy : copies) row_of.emplace(copy.outline_key, b.count());
    for (std::size_t i = 0; i < b.count(); ++i)
        if (const auto row = row_of.find(facts[i].outline_key); row != row_of.end())
            row->second = i;
    for (const CopyName& copy : copies) {
        const std::size_t row = row_of.at(copy.outline_key);
        if (row == b.count()) continue;  // what it was a copy of has gone too
        Source& source = sources[row];
        if (source.id.empty() || (!copy.source_id.empty() && copy.source_id < source.id))
            source.id = copy.source_id;
        source.place_hash = std::min(source.place_hash, copy.place_hash);
    }
    return sources;
}

// Rows of one id, larger footprints first. Where areas agree to a square centimetre anything that
// tells rows apart will do but their order.
void sort_by_size(const city::Buildings& b, std::vector<std::uint32_t>& rows) {
    const auto key = [&b](std::uint32_t row) {
        const auto outer = b.footprints.outer(row);
        const city::MapPoint lowest =
            *std::min_element(outer.begin(), outer.end(), [](city::MapPoint a, city::MapPoint c) {
                return std::tie(a.x, a.y) < std::tie(c.x, c.y);
            });
        const auto number = [](float value) { return std::isnan(value) ? -1e9f : value; };
        return std::tuple(-std::llround(static_cast<double>(b.footprint_area_m2[row]) * 1e4),
                          lowest.x, lowest.y, outer.size(), number(b.base_m[row]),
                          number(b.height_m[row]), number(b.storeys[row]), b.use[row],
                          number(b.construction_year[row]), b.name[row]);
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](std::uint32_t a, std::uint32_t c) { return key(a) < key(c); });
}

// Ids that several rows have get numbers. `keys`: a hash of each row's id, so that the ids
// themselves need only be compared where two of them agree.
void number_those_of_one_id(const city::Buildings& b, city::TextColumn& named,
                            std::vector<std::uint64_t> keys) {
    std::vector<std::uint64_t> sorted = keys;
    tbb::parallel_sort(sorted.begin(), sorted.end());
    tsl::robin_set<std::uint64_t> shared_keys;
    for (std::size_t k = 1; k < sorted.size(); ++k)
        if (sorted[k] == sorted[k - 1]) shared_keys.insert(sorted[k]);
    if (shared_keys.empty()) return;
    std::map<std::string_view, std::vector<std::uint32_t>> rows_of;
    for (std::uint32_t i = 0; i < b.count(); ++i)
        if (shared_keys.contains(keys[i])) rows_of[named[i]].push_back(i);
    std::unordered_map<std::uint32_t, std::string> numbered;
    for (auto& [id, rows] : rows_of) {
        sort_by_size(b, rows);
        std::size_t number = 2;
        for (std::size_t k = 1; k < rows.size(); ++k) {
            std::string tried;
            do {
                tried.assign(id).append("-").append(std::to_string(number++));
            } while (std::binary_search(sorted.begin(), sorted.end(),
                                        std::hash<std::string_view>{}(tried)));
            numbered[rows[k]] = std::move(tried);
        }
    }
    city::TextColumn unique;
    for (std::uint32_t i = 0; i < b.count(); ++i) {
        const auto other = numbered.find(i);
        unique.push_back(other == numbered.end() ? named[i] : other->second);
    }
    named = std::move(unique);
}

}  // namespace

void name_buildings(city::Buildings& b, const std::vector<RowFacts>& facts,
                    const std::vector<CopyName>& copies, city::LoadReport& report) {
    const std::vector<Source> sources = sources_of(b, facts, copies);
    tsl::robin_map<std::string_view, std::uint32_t> uses_of;
    for (const Source& source : sources)
        if (!source.id.empty()) ++uses_of[source.id];
    std::uint64_t without = 0, ambiguous = 0;
    city::TextColumn named;
    std::vector<std::uint64_t> keys(b.count());
    std::string id;
    for (std::size_t i = 0; i < b.count(); ++i) {
        const Source& source = sources[i];
        id = source.id;
        if (id.empty() || uses_of.at(id) > 1) {
            (id.empty() ? without : ambiguous) += 1;
            id += id.empty() ? "b" : "-";
            append_place(id, source.place_hash);
        }
        named.push_back(id);
        keys[i] = std::hash<std::string_view>{}(id);
    }
    number_those_of_one_id(b, named, std::move(keys));
    b.id = std::move(named);
    if (without > 0)
        report.notes.push_back("building_id from the place of the footprint in " +
                               std::to_string(without) + " rows, they have none");
    if (ambiguous > 0)
        report.notes.push_back("building_id with the place of the footprint in " +
                               std::to_string(ambiguous) + " rows, others have the same");
}

}  // namespace geo_io

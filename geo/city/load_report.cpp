#include "geo/city/load_report.h"

#include <algorithm>

namespace city {

namespace {
struct Row {
    std::string_view name;
    Outcome outcome;
    std::string_view sentence;
};
constexpr std::array<Row, enum_count<ProblemKind>> rows{{
    {"geometry_null", Outcome::left_out, "has no geometry"},
    {"geometry_wrong_type", Outcome::left_out, "is not the kind of geometry the layer holds"},
    {"geometry_invalid", Outcome::repaired, "has a ring that crosses or touches itself"},
    {"geometry_beyond_repair", Outcome::left_out, "has a geometry that could not be repaired"},
    {"geometry_tiny", Outcome::left_out, "has a footprint below one square metre"},
    {"geometry_duplicate", Outcome::left_out, "is there twice"},
    {"geometry_overlapping_part", Outcome::left_out, "is an outline whose parts are also there"},
    {"coordinates_not_finite", Outcome::left_out, "has a coordinate that is not a number"},
    {"coordinates_far_away", Outcome::left_out, "lies far away from all others"},
    {"crs_missing", Outcome::guessed, "declares no coordinate system"},
    {"crs_contradictory", Outcome::guessed, "declares a coordinate system its numbers do not fit"},
    {"datum_shifted", Outcome::repaired, "carried a map offset that was taken out"},
    {"encoding_guessed", Outcome::guessed, "has text in another encoding than declared"},
    {"value_unreadable", Outcome::guessed, "has a value that could not be read"},
    {"value_out_of_range", Outcome::guessed, "has a value out of range"},
    {"values_contradict", Outcome::guessed, "has height and storeys that contradict each other"},
    {"column_guessed", Outcome::guessed, "had its column guessed"},
    {"layer_ignored", Outcome::noted, "is a layer of neither buildings nor roads"},
    {"not_a_building", Outcome::left_out, "is not a building"},
    {"not_a_road", Outcome::left_out, "is not a road"},
    {"file_damaged", Outcome::repaired, "is damaged and was read with repairs"},
    {"layer_empty", Outcome::noted, "is an empty layer"},
    {"district_unnamed", Outcome::guessed, "is a district without a name"},
    {"building_outside_districts", Outcome::noted, "is a building in no district"},
    {"unit_guessed", Outcome::guessed, "is a column whose unit was guessed"},
    {"unit_in_doubt", Outcome::guessed, "is a column whose unit is in doubt"},
    {"use_unknown", Outcome::guessed, "has a use that is not understood"},
    {"geometry_too_complex", Outcome::left_out, "crosses itself too often to be an outline"},
    {"axes_swapped", Outcome::repaired, "had latitude and longitude the wrong way round"},
    {"place_doubtful", Outcome::noted, "lies where the city can hardly be"},
    {"offset_found", Outcome::noted, "lies beside the rest by the offset of a Chinese web map"},
    {"layer_doubtful", Outcome::guessed, "is a layer that looks like something else"},
    {"line_as_outline", Outcome::guessed, "is a closed line taken as a building's outline"},
    {"point_ignored", Outcome::noted, "is a point, which is neither footprint nor road"},
}};
const Row& row_of(ProblemKind kind) {
    return rows[static_cast<std::size_t>(kind)];
}
}  // namespace

std::string_view name_of(ProblemKind kind) {
    return row_of(kind).name;
}
Outcome outcome_of(ProblemKind kind) {
    return row_of(kind).outcome;
}
std::string_view sentence_of(ProblemKind kind) {
    return row_of(kind).sentence;
}

std::string in_words(const IgnoredLayer& layer) {
    std::string words = "layer '" + layer.name + "'";
    if (layer.features >= 0)
        words += ", " + std::to_string(layer.features) +
                 (layer.features == 1 ? " feature" : " features");
    return words + ": " + layer.why;
}

void LoadReport::add(ProblemKind kind, std::string_view example, std::uint64_t count) {
    for (Problem& problem : problems)
        if (problem.kind == kind) {
            problem.count += count;
            return;
        }
    problems.push_back({kind, count, std::string(example)});
}

std::uint64_t LoadReport::count_of(ProblemKind kind) const {
    for (const Problem& problem : problems)
        if (problem.kind == kind) return problem.count;
    return 0;
}

void LoadReport::ignore_layer(const IgnoredLayer& layer) {
    if (std::any_of(ignored_layers.begin(), ignored_layers.end(), [&](const IgnoredLayer& known) {
            return known.name == layer.name && known.features == layer.features &&
                   known.why == layer.why;
        }))
        return;
    ignored_layers.push_back(layer);
    add(ProblemKind::layer_ignored, in_words(layer));
}

void LoadReport::merge(const LoadReport& other) {
    const auto add_counts = [](LayerCount& into, const LayerCount& from) {
        into.found += from.found;
        into.loaded += from.loaded;
        into.repaired += from.repaired;
        into.left_out += from.left_out;
    };
    add_counts(buildings, other.buildings);
    add_counts(roads, other.roads);
    districts.found += other.districts.found;
    districts.loaded += other.districts.loaded;
    districts.buildings_outside += other.districts.buildings_outside;
    if (source_crs.empty()) source_crs = other.source_crs;
    for (const auto& [column, count] : other.assumed) assumed[column] += count;
    notes.insert(notes.end(), other.notes.begin(), other.notes.end());
    columns.insert(columns.end(), other.columns.begin(), other.columns.end());
    offsets.insert(offsets.end(), other.offsets.begin(), other.offsets.end());
    ignored_layers.insert(ignored_layers.end(), other.ignored_layers.begin(),
                          other.ignored_layers.end());
    for (const Problem& problem : other.problems) add(problem.kind, problem.example, problem.count);
}

}  // namespace city

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/city/enum_array.h"

namespace city {

/// Everything that can be odd about input and still leave a city. A closed list: the screen, the
/// message catalogue and tests/data/broken/ have one entry each.
enum class ProblemKind : std::uint8_t {
    geometry_null,              ///< a feature without geometry: left out
    geometry_wrong_type,        ///< a point among polygons...: left out
    geometry_invalid,           ///< self-intersecting ring...: repaired
    geometry_beyond_repair,     ///< left out
    geometry_tiny,              ///< below a square metre: left out
    geometry_duplicate,         ///< the same building again (tile edges): left out
    geometry_overlapping_part,  ///< an outline whose parts are also there: left out
    coordinates_not_finite,     ///< NaN or infinite: left out
    coordinates_far_away,       ///< far from all others: left out
    crs_missing,                ///< none declared, guessed from the numbers
    crs_contradictory,          ///< declared one does not fit the numbers, replaced
    datum_shifted,              ///< GCJ-02 offset removed
    encoding_guessed,           ///< text was not what the file declared
    value_unreadable,           ///< "tall": taken as unknown
    value_out_of_range,         ///< height -3, year 20: taken as unknown
    values_contradict,          ///< 2 storeys and 90 m: the more trustworthy one kept
    column_guessed,             ///< which column holds what was guessed from its name and values
    layer_ignored,              ///< neither buildings nor roads
    not_a_building,             ///< tax lots, regions, labels: left out
    not_a_road,                 ///< ferries: left out
    file_damaged,               ///< read with repairs (.shx rebuilt...)
    layer_empty,
    district_unnamed,            ///< called after its place instead
    building_outside_districts,  ///< there are districts, and it is in none
    unit_guessed,                ///< a column's unit is not stated, one reading fits
    unit_in_doubt,               ///< a column's unit is not stated, two readings fit
    use_unknown,                 ///< a word or code of the use column says nothing to us
    geometry_too_complex,        ///< crosses itself many thousand times: left out
    axes_swapped,                ///< latitude before longitude: read the other way round
    place_doubtful,              ///< in the sea, in another country than named, or across a border
    offset_found,     ///< buildings lie beside their roads by the offset of a Chinese web map
    layer_doubtful,   ///< taken as what the user calls it, though it looks like something else
    line_as_outline,  ///< a closed line, taken as the outline of a building
    point_ignored,    ///< a point or a text, neither footprint nor road: not counted as either
    count_
};

enum class Outcome : std::uint8_t { repaired, left_out, guessed, noted };

std::string_view name_of(ProblemKind kind);
Outcome outcome_of(ProblemKind kind);
/// One English sentence for the kind; the screen uses the catalogue by name_of(kind).
std::string_view sentence_of(ProblemKind kind);

/// All problems of one kind: how many, and the first one in words.
struct Problem {
    ProblemKind kind;
    std::uint64_t count = 0;
    std::string example;
};

struct LayerCount {
    std::uint64_t found = 0, loaded = 0, repaired = 0, left_out = 0;
};

/// Features of the districts' source that were found and that became (part of) a district.
struct DistrictCount {
    std::uint64_t found = 0, loaded = 0, buildings_outside = 0;
};

/// What became of the columns of a layer that gave rows.
struct LayerColumns {
    std::string layer;
    std::vector<std::pair<std::string, std::string>> used;  ///< role, column; best first
    std::vector<std::string> unused;                        ///< the first some hundred
    std::uint64_t unused_count = 0;                         ///< all of them
    std::vector<std::string> suggestions;                   ///< sentences, with what to write
};

/// Buildings that lie beside their roads as GCJ-02 or BD-09 would put them. Found, not undone.
struct FoundOffset {
    std::string table;                   ///< whose `shift` takes it out: "buildings" or "roads"
    std::string shift;                   ///< "gcj02", "bd09"
    double east_m = 0.0, north_m = 0.0;  ///< how far off that table's rows are
    double inside_share = 0.0;           ///< of the roads' length within buildings, as it is
    double inside_share_undone = 0.0;    ///< and would be without the offset
};

/// A layer of a source that gives neither buildings nor roads nor anything drawn.
struct IgnoredLayer {
    std::string name;
    std::int64_t features = -1;  ///< -1: the source does not know
    std::string why;             ///< in words, with what to do if it is wrong
};

/// "layer 'parcels', 4 features: parcels are no buildings".
std::string in_words(const IgnoredLayer& layer);

/// What a load did to the data. found = loaded + left_out, counted in buildings and road lines.
struct LoadReport {
    LayerCount buildings, roads;
    DistrictCount districts;
    std::string source_crs;
    std::map<std::string, std::uint64_t> assumed;  ///< "height_m" -> how many were filled in
    std::vector<std::string> notes;                ///< "height_m from column 'hgt'"
    std::vector<Problem> problems;                 ///< at most one per kind
    std::vector<LayerColumns> columns;             ///< one per layer that gave rows
    std::vector<FoundOffset> offsets;              ///< what to offer; undone together
    std::vector<IgnoredLayer> ignored_layers;      ///< each named once

    void add(ProblemKind kind, std::string_view example, std::uint64_t count = 1);
    std::uint64_t count_of(ProblemKind kind) const;
    /// Lists the layer and counts it as a problem; a second time the same is passed over.
    void ignore_layer(const IgnoredLayer& layer);
    void merge(const LoadReport& other);
};

}  // namespace city

#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/city/frames.h"
#include "geo/city/text_column.h"
#include "geo/words/column_guess.h"
#include "geo/words/measure_unit.h"

namespace geo_io {

enum class PartKind : std::uint8_t { polygon, line, solid, none, wrong_type };

/// One polygon, line or 3D body of a feature, in source coordinates.
struct RawPart {
    std::uint32_t feature_row;
    std::uint32_t first_ring, ring_count;
    PartKind kind;
    float low_z = 0, high_z = 0;  ///< of a solid
};

/// One value per feature, as the file has it.
struct RawColumn {
    bool is_number = false;
    std::vector<double> number;  ///< NaN where null
    city::TextColumn text;

    /// The text of a row as the file has it; of a number that it is there: "yes".
    std::string_view text_or_yes(std::size_t row) const {
        if (!is_number) return text[row];
        return std::isnan(number[row]) ? std::string_view{} : std::string_view{"yes"};
    }
};

/// Who says what unit a column is in.
enum class UnitOrigin : std::uint8_t { nobody, settings, name, metadata, schema };

struct ColumnUnit {
    MeasureUnit unit = MeasureUnit::unstated;
    UnitOrigin origin = UnitOrigin::nobody;
    std::string said_by;  ///< of a schema or of metadata, in words
};

/// What a layer promises, known before its features are read.
struct LayerPlan {
    std::string name;
    std::string crs;  ///< WKT or "EPSG:..."; empty when the file does not say
    std::vector<std::string> columns;
    ColumnPlan roles;
    std::vector<int> wanted;        ///< the columns that some role needs, in file order
    std::vector<ColumnUnit> units;  ///< parallel to wanted
    /// Of the columns whose codes the file itself explains: code -> words.
    std::map<int, std::map<std::string, std::string>> code_words;
    std::size_t field_count = 0;  ///< the columns behind these are keys of the column `tags`
    int tags = -1;                ///< the column of all other OpenStreetMap tags
    bool is_osm = false;          ///< of GDAL's OSM driver: layers interleaved, counts unknown
    bool has_tags = false;        ///< OpenStreetMap's tags say what each feature is
    int drawing_layer = -1;       ///< the column of a drawing that names a feature's own layer
    /// What the polygons are. `any`: buildings, unless a feature says otherwise.
    enum class Role : std::uint8_t {
        any,
        buildings,
        building_parts,
        roads,
        areas_water,
        areas,
        nothing
    } role = Role::any;
    /// What the lines are. `by_kind`: roads where the feature's own kind says so; `outlines`:
    /// buildings where they are closed.
    enum class Lines : std::uint8_t { none, roads, by_kind, outlines } lines = Lines::none;
    /// What may be taken of it; of all when nothing more was said than where it lies.
    enum class Wanted : std::uint8_t {
        everything,
        buildings,
        roads,
        areas,
        districts
    } wanted_rows = Wanted::everything;
    long long declared_count = -1;
};

/// Some hundred features of one layer, exactly as the file has them.
struct FeatureBatch {
    std::uint32_t layer = 0;
    std::uint64_t first_feature = 0;  ///< running number, for examples in the report
    std::vector<std::int64_t> fid;    ///< one per feature
    std::vector<RawPart> parts;
    std::vector<city::MapPoint> points;
    std::vector<std::uint32_t> ring_offsets{0};
    std::vector<RawColumn> columns;  ///< parallel to LayerPlan::wanted

    std::size_t feature_count() const { return fid.size(); }
};

}  // namespace geo_io

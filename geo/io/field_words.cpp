#include "geo/io/field_words.h"

#include <gdal_version.h>
#include <ogr_feature.h>

#include <algorithm>

#include "geo/words/column_guess.h"
#include "geo/words/known_schemas.h"

namespace geo_io {

namespace {

bool says_nothing(const std::string& name) {
    std::vector<std::string> unknown;
    const ColumnPlan roles = guess_columns({name}, {}, unknown);
    return std::all_of(roles.begin(), roles.end(), [](const auto& role) { return role.empty(); });
}

}  // namespace

FieldWords::FieldWords(const OGRFeatureDefn& definition,
                       const std::map<std::string, ColumnWords>& said) {
    for (int f = 0; f < definition.GetFieldCount(); ++f) {
        const OGRFieldDefn& field = *definition.GetFieldDefn(f);
        names_.emplace_back(field.GetNameRef());
        const char* other = field.GetAlternativeNameRef();
        other_names_.emplace_back(other == nullptr ? "" : other);
#if GDAL_VERSION_NUM >= GDAL_COMPUTE_VERSION(3, 7, 0)
        comments_.emplace_back(field.GetComment());
#else
        comments_.emplace_back();
#endif
        const auto more = said.find(names_.back());
        if (more == said.end()) continue;
        if (other_names_.back().empty()) other_names_.back() = more->second.title;
        if (comments_.back().empty()) comments_.back() = more->second.description;
    }
}

ColumnPlan FieldWords::guessed_roles(const std::vector<std::string>& more) const {
    std::vector<std::string> names = names_, unknown;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!other_names_[i].empty() && other_names_[i] != names[i] && says_nothing(names[i]))
            names[i] = other_names_[i];
    names.insert(names.end(), more.begin(), more.end());
    return guess_columns(names, {}, unknown);
}

ColumnUnit FieldWords::unit_of(int column, ColumnRole role) const {
    const auto i = static_cast<std::size_t>(column);
    if (const MeasureUnit unit = unit_in_name(names_[i], role); unit != MeasureUnit::unstated)
        return {unit, UnitOrigin::name, "its name"};
    for (const std::string* words : {&other_names_[i], &comments_[i]})
        if (const MeasureUnit unit = unit_in_comment(*words, role); unit != MeasureUnit::unstated)
            return {unit, UnitOrigin::metadata, "the file says of it '" + *words + "'"};
    return {};
}

void FieldWords::find_units(const std::map<ColumnRole, MeasureUnit>& by_user,
                            LayerPlan& plan) const {
    const KnownSchemas schemas(names_);
    plan.units.assign(plan.wanted.size(), {});
    for (const ColumnRole role : city::all_of<ColumnRole>()) {
        if (dimension_of(role) == Dimension::none) continue;
        const auto by_user_here = by_user.find(role);
        for (const int column : plan.roles[role]) {
            const auto at = std::lower_bound(plan.wanted.begin(), plan.wanted.end(), column);
            ColumnUnit& unit = plan.units[static_cast<std::size_t>(at - plan.wanted.begin())];
            // A tag without a column of its own is OpenStreetMap's, whatever table it is in.
            if (static_cast<std::size_t>(column) >= names_.size()) {
                const KnownSchemas osm({"osm_id", "building", "building:levels"});
                unit = {osm.unit_of("height", role).unit, UnitOrigin::schema, "OpenStreetMap"};
                continue;
            }
            const SchemaUnit schema =
                schemas.unit_of(names_[static_cast<std::size_t>(column)], role);
            if (by_user_here != by_user.end())
                unit = {by_user_here->second, UnitOrigin::settings, "city.toml"};
            else if (!plan.is_osm)
                unit = unit_of(column, role);
            if (unit.unit == MeasureUnit::unstated && schema.unit != MeasureUnit::unstated)
                unit = {schema.unit, UnitOrigin::schema, std::string(schema.schema)};
        }
    }
}

}  // namespace geo_io

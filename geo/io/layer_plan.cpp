#include "geo/io/layer_plan.h"

#include <ogrsf_frmts.h>

#include <algorithm>

#include "geo/words/known_schemas.h"

namespace geo_io {

namespace {

bool name_has(const std::string& name, std::initializer_list<const char*> words) {
    std::string lower = name;
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return lower.find(word) != std::string::npos; });
}

LayerPlan::Role role_of(const std::string& name, LayerWishes::Wanted wanted, bool is_osm,
                        OGRwkbGeometryType geometry) {
    using Role = LayerPlan::Role;
    if (wanted == LayerWishes::Wanted::buildings) return Role::buildings;
    if (wanted == LayerWishes::Wanted::roads) return Role::roads;
    if (is_osm) return Role::any;
    if (name_has(name, {"build", "footprint", "建筑", "房屋"})) return Role::buildings;
    // A file called "market_street" may hold its houses.
    const bool polygons =
        OGR_GT_IsSurface(geometry) || OGR_GT_IsSubClassOf(wkbFlatten(geometry), wkbMultiSurface);
    if (!polygons && name_has(name, {"road", "street", "highway", "道路", "路网"}))
        return Role::roads;
    if (name_has(name, {"water", "river", "lake", "水"})) return Role::areas_water;
    if (name_has(name, {"landuse", "land_use", "park", "green", "用地", "绿地"}))
        return Role::areas;
    return Role::any;
}

// What the layer says of its coordinates; empty when it says nothing.
std::string crs_of(OGRLayer& layer) {
    const OGRSpatialReference* declared = layer.GetSpatialRef();
    if (declared == nullptr || declared->IsEmpty()) return {};
    const char* authority = declared->GetAuthorityName(nullptr);
    const char* code = declared->GetAuthorityCode(nullptr);
    std::string crs;
    if (authority != nullptr && code != nullptr && std::string(authority) == "EPSG") {
        crs = std::string("EPSG:") + code;
    } else if (!declared->IsLocal() || declared->IsProjected() || declared->IsGeographic()) {
        char* wkt = nullptr;
        declared->exportToWkt(&wkt);
        if (wkt != nullptr) crs = wkt;
        CPLFree(wkt);
    }
    return crs.find("ndefined") == std::string::npos ? crs : "";
}

// GDAL need not make values of the columns that no role needs.
void ignore_others(OGRLayer& layer, const LayerPlan& plan) {
    if (!layer.TestCapability(OLCIgnoreFields)) return;
    CPLStringList others;
    for (std::size_t c = 0; c < plan.columns.size(); ++c)
        if (!std::binary_search(plan.wanted.begin(), plan.wanted.end(), static_cast<int>(c)))
            others.AddString(plan.columns[c].c_str());
    layer.SetIgnoredFields(const_cast<const char**>(others.List()));
}

// What the user, the column's name, the file's words about the column or a published schema say of
// its unit, in this order.
ColumnUnit unit_of(const OGRFieldDefn& field, ColumnRole role, const KnownSchemas& schemas,
                   const LayerPlan& plan, const LayerWishes& wishes) {
    if (const auto said = wishes.units.find(role); said != wishes.units.end())
        return {said->second, UnitOrigin::settings, "city.toml"};
    if (plan.is_osm)
        return {schemas.unit_of("height", role).unit, UnitOrigin::schema, "OpenStreetMap"};
    if (const MeasureUnit unit = unit_in_name(field.GetNameRef(), role);
        unit != MeasureUnit::unstated)
        return {unit, UnitOrigin::name, "its name"};
    const char* other_name = field.GetAlternativeNameRef();
    if (const MeasureUnit unit = unit_in_comment(other_name == nullptr ? "" : other_name, role);
        unit != MeasureUnit::unstated)
        return {unit, UnitOrigin::metadata, "the file's words '" + std::string(other_name) + "'"};
#if GDAL_VERSION_NUM >= GDAL_COMPUTE_VERSION(3, 7, 0)
    if (const MeasureUnit unit = unit_in_comment(field.GetComment(), role);
        unit != MeasureUnit::unstated)
        return {unit, UnitOrigin::metadata, "the file's words '" + field.GetComment() + "'"};
#endif
    if (const SchemaUnit said = schemas.unit_of(field.GetNameRef(), role);
        said.unit != MeasureUnit::unstated)
        return {said.unit, UnitOrigin::schema, std::string(said.schema)};
    return {};
}

void find_units(const OGRFeatureDefn& definition, const LayerWishes& wishes, LayerPlan& plan) {
    const KnownSchemas schemas(plan.columns);
    plan.units.assign(plan.wanted.size(), {});
    for (const ColumnRole role : city::all_of<ColumnRole>()) {
        if (dimension_of(role) == Dimension::none) continue;
        for (const int column : plan.roles[role]) {
            const auto at = std::lower_bound(plan.wanted.begin(), plan.wanted.end(), column);
            plan.units[static_cast<std::size_t>(at - plan.wanted.begin())] =
                unit_of(*definition.GetFieldDefn(column), role, schemas, plan, wishes);
        }
    }
}

// A name such as "F12" says less than the one that the file gives beside it.
std::vector<std::string> names_to_guess_from(const OGRFeatureDefn& definition) {
    std::vector<std::string> names;
    for (int f = 0; f < definition.GetFieldCount(); ++f) {
        const OGRFieldDefn& field = *definition.GetFieldDefn(f);
        const char* other = field.GetAlternativeNameRef();
        names.emplace_back(field.GetNameRef());
        if (other == nullptr || other[0] == '\0' || looks_like(names.back())) continue;
        std::vector<std::string> unknown;
        if (const ColumnPlan own = guess_columns({names.back()}, {}, unknown); std::all_of(
                own.begin(), own.end(), [](const auto& of_role) { return of_role.empty(); }))
            names.back() = other;
    }
    return names;
}

}  // namespace

city::Result<LayerPlan> plan_layer(OGRLayer& layer, bool is_osm, const LayerWishes& wishes,
                                   const std::string& path) {
    LayerPlan plan;
    plan.name = layer.GetName();
    plan.is_osm = is_osm;
    plan.role = role_of(plan.name, wishes.wanted, is_osm, layer.GetGeomType());
    plan.crs = wishes.crs.empty() ? crs_of(layer) : wishes.crs;
    const OGRFeatureDefn* definition = layer.GetLayerDefn();
    for (int f = 0; f < definition->GetFieldCount(); ++f)
        plan.columns.emplace_back(definition->GetFieldDefn(f)->GetNameRef());
    std::vector<std::string> unknown;
    plan.roles = guess_columns(names_to_guess_from(*definition), {}, unknown);
    const ColumnPlan given = guess_columns(plan.columns, wishes.columns, unknown);
    for (const auto& asked : wishes.columns)
        if (const auto role = column_role_from_name(asked.first)) plan.roles[*role] = given[*role];
    if (!unknown.empty())
        return city::fail(wishes.asked_in + ": there is no column or role '" + unknown.front() +
                          "' in layer '" + plan.name + "', it has " + columns_in_words(plan) +
                          ": " + path);
    for (const ColumnRole role : city::all_of<ColumnRole>())
        for (const int column : plan.roles[role]) plan.wanted.push_back(column);
    std::sort(plan.wanted.begin(), plan.wanted.end());
    plan.wanted.erase(std::unique(plan.wanted.begin(), plan.wanted.end()), plan.wanted.end());
    find_units(*definition, wishes, plan);
    ignore_others(layer, plan);
    plan.declared_count = is_osm ? -1 : layer.GetFeatureCount(0);
    return plan;
}

std::string columns_in_words(const LayerPlan& layer) {
    std::string words;
    for (const std::string& column : layer.columns)
        words += (words.empty() ? "'" : ", '") + column + "'";
    return words.empty() ? "none" : words;
}

}  // namespace geo_io

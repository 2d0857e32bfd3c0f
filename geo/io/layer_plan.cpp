#include "geo/io/layer_plan.h"

#include <ogrsf_frmts.h>

#include <algorithm>

#include "geo/io/field_words.h"

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

}  // namespace

city::Result<LayerPlan> plan_layer(OGRLayer& layer, bool is_osm, const LayerWishes& wishes,
                                   const std::string& path,
                                   const std::map<std::string, ColumnWords>& said) {
    LayerPlan plan;
    plan.name = layer.GetName();
    plan.is_osm = is_osm;
    plan.role = role_of(plan.name, wishes.wanted, is_osm, layer.GetGeomType());
    plan.crs = wishes.crs.empty() ? crs_of(layer) : wishes.crs;
    const OGRFeatureDefn* definition = layer.GetLayerDefn();
    for (int f = 0; f < definition->GetFieldCount(); ++f)
        plan.columns.emplace_back(definition->GetFieldDefn(f)->GetNameRef());
    const FieldWords fields(*definition, said);
    std::vector<std::string> unknown;
    plan.roles = fields.guessed_roles();
    if (!wishes.columns.empty()) {
        const ColumnPlan given = guess_columns(plan.columns, wishes.columns, unknown);
        for (const auto& asked : wishes.columns)
            if (const auto role = column_role_from_name(asked.first))
                plan.roles[*role] = given[*role];
    }
    if (!unknown.empty())
        return city::fail(wishes.asked_in + ": there is no column or role '" + unknown.front() +
                          "' in layer '" + plan.name + "', it has " + columns_in_words(plan) +
                          ": " + path);
    for (const ColumnRole role : city::all_of<ColumnRole>())
        for (const int column : plan.roles[role]) plan.wanted.push_back(column);
    std::sort(plan.wanted.begin(), plan.wanted.end());
    plan.wanted.erase(std::unique(plan.wanted.begin(), plan.wanted.end()), plan.wanted.end());
    fields.find_units(wishes.units, plan);
    ignore_others(layer, plan);
    plan.declared_count = is_osm ? -1 : layer.GetFeatureCount(0);
    return plan;
}

std::string columns_in_words(const LayerPlan& layer) {
    constexpr std::size_t most_columns = 40;
    std::string words;
    const std::size_t count = std::min(layer.columns.size(), most_columns);
    for (std::size_t i = 0; i < count; ++i)
        words += (words.empty() ? "'" : ", '") + layer.columns[i] + "'";
    if (layer.columns.size() > count)
        words += " and " + std::to_string(layer.columns.size() - count) + " more";
    return words.empty() ? "none" : words;
}

}  // namespace geo_io

#include "geo/io/layer_plan.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <string_view>

#include "geo/io/layer_choice.h"
#include "geo/io/osm_tags.h"

#include "geo/io/field_words.h"

namespace geo_io {

namespace {

int column_called(const LayerPlan& plan, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const auto found = std::find(plan.columns.begin(), plan.columns.end(), name);
        if (found != plan.columns.end()) return static_cast<int>(found - plan.columns.begin());
    }
    return -1;
}

// An export of OpenStreetMap's features of all kinds: the columns say which kind each one is.
// Columns of buildings alone, or of roads, are an ordinary table.
bool has_tag_columns(const LayerPlan& plan) {
    const auto has = [&](std::initializer_list<std::string_view> names) {
        return column_called(plan, names) >= 0;
    };
    const bool building = has({"building"}), highway = has({"highway"});
    const bool ground = has({"natural", "waterway", "landuse", "leisure"});
    const bool from_osm =
        has({"osm_id", "osm_way_id", "full_id", "@id", "other_tags", "osm_type", "element_type"});
    return (building && highway) || (from_osm && (building || highway) && ground) ||
           (building && has({"landuse"}) && has({"natural", "waterway", "leisure"}));
}

// The layer that a feature of a drawing lies on; other tables call their floors and bridges so.
int drawing_layer_of(const LayerPlan& plan) {
    const int layer = column_called(plan, {"Layer", "LAYER"});
    const bool drawing = column_called(plan, {"EntityHandle", "SubClasses", "Entity", "RefName",
                                              "LyrFrzn", "Linetype", "EntLinetyp", "DocName"}) >= 0;
    return drawing ? layer : -1;
}

// What the table of all other tags holds becomes columns like any other.
void add_tag_columns(LayerPlan& plan) {
    plan.tags = column_called(plan, {"other_tags", "all_tags"});
    if (plan.tags < 0) return;
    for (const std::string_view key : osm_keys())
        if (column_called(plan, {key}) < 0) plan.columns.emplace_back(key);
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
    for (std::size_t c = 0; c < plan.field_count; ++c)
        if (!std::binary_search(plan.wanted.begin(), plan.wanted.end(), static_cast<int>(c)) &&
            plan.tags != static_cast<int>(c))
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
    plan.wanted_rows = wishes.wanted;
    plan.crs = wishes.crs.empty() ? crs_of(layer) : wishes.crs;
    const OGRFeatureDefn* definition = layer.GetLayerDefn();
    for (int f = 0; f < definition->GetFieldCount(); ++f)
        plan.columns.emplace_back(definition->GetFieldDefn(f)->GetNameRef());
    plan.field_count = plan.columns.size();
    plan.has_tags = is_osm || has_tag_columns(plan);
    if (!is_osm) add_tag_columns(plan);
    plan.drawing_layer = drawing_layer_of(plan);
    const FieldWords fields(*definition, said);
    std::vector<std::string> unknown;
    plan.roles = fields.guessed_roles(
        {plan.columns.begin() + static_cast<long>(plan.field_count), plan.columns.end()});
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
    if (plan.drawing_layer >= 0) plan.wanted.push_back(plan.drawing_layer);
    std::sort(plan.wanted.begin(), plan.wanted.end());
    plan.wanted.erase(std::unique(plan.wanted.begin(), plan.wanted.end()), plan.wanted.end());
    fields.find_units(wishes.units, plan);
    ignore_others(layer, plan);
    plan.declared_count = is_osm ? -1 : layer.GetFeatureCount(0);
    return plan;
}

LayerChoice choose_rows(OGRLayer& layer, LayerPlan& plan, const LayerWishes& wishes, bool is_alone,
                        city::LoadReport& report) {
    using Wanted = LayerWishes::Wanted;
    if (plan.is_osm || wishes.wanted == Wanted::districts) return {};
    const auto ignored = [&](const char* why) {
        return LayerChoice{plan.role, plan.lines, why, {}, false};
    };
    const OGRwkbGeometryType shape = wkbFlatten(layer.GetGeomType());
    if (shape == wkbNone) return ignored("it is a table, without places");
    if (shape == wkbPoint || shape == wkbMultiPoint)
        return ignored("points are neither footprints nor roads");
    const Thing named = thing_from_name(plan.name).thing;
    plan.has_tags = plan.has_tags && wishes.layer.empty() && named != Thing::building &&
                    named != Thing::building_part && named != Thing::road;
    // What GDAL makes of OpenStreetMap's relations: bus routes, sites; their ways are elsewhere.
    if (!is_alone && plan.tags >= 0 &&
        (plan.name == "multilinestrings" || plan.name == "other_relations"))
        return ignored("it holds relations of OpenStreetMap, whose ways are in other layers");
    // The layers of a drawing are told apart feature by feature.
    if (plan.drawing_layer >= 0) return {};
    if (plan.has_tags) return {};
    LayerEvidence evidence{plan.name, is_alone, plan.columns, plan.roles, sample_of(layer, plan)};
    evidence.columns.resize(plan.field_count);
    const LayerChoice choice = choose_layer(evidence, wishes);
    plan.role = choice.polygons;
    plan.lines = choice.lines;
    if (choice.ignored.empty() && !choice.doubt.empty())
        report.add(city::ProblemKind::layer_doubtful, "layer '" + plan.name + "' " + choice.doubt);
    return choice;
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

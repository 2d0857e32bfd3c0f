#include "geo/io/vector_file.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <limits>

#include "geo/io/batch_geometry.h"
#include "geo/io/gdal_setup.h"
#include "geo/io/unpacked_zip.h"

namespace geo_io {

namespace {

constexpr std::size_t batch_features = 512;
constexpr std::size_t batch_points = 16'384;

struct DatasetClose {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetClose>;

Dataset open_dataset(const std::string& path, const std::string& encoding) {
    CPLStringList options;
    const bool shapefile = path.size() > 4 && (path.ends_with(".shp") || path.ends_with(".dbf") ||
                                               path.ends_with(".shz"));
    if (!encoding.empty() && shapefile) options.SetNameValue("ENCODING", encoding.c_str());
    return Dataset(static_cast<GDALDataset*>(GDALOpenEx(
        path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, options.List(), nullptr)));
}

bool name_has(const std::string& name, std::initializer_list<const char*> words) {
    std::string lower = name;
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return lower.find(word) != std::string::npos; });
}

LayerPlan::Role role_of(const std::string& name, VectorFileOptions::Wanted wanted, bool is_osm,
                        OGRwkbGeometryType geometry) {
    using Role = LayerPlan::Role;
    if (wanted == VectorFileOptions::Wanted::buildings) return Role::buildings;
    if (wanted == VectorFileOptions::Wanted::roads) return Role::roads;
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

struct VectorFile::State {
    std::string path;
    std::optional<UnpackedZip> unpacked;  // what `dataset` reads, when it is there
    Dataset dataset;
    std::vector<LayerPlan> plans;
    std::vector<OGRLayer*> layers;      // parallel to plans
    std::vector<FeatureBatch> filling;  // one per layer: OSM hands out its layers interleaved
    std::size_t current = 0;
    std::uint64_t features_read = 0;
    bool interleaved = false;
    bool exhausted = false;

    void start_batch(std::size_t layer) {
        FeatureBatch& batch = filling[layer];
        batch = {};
        batch.layer = static_cast<std::uint32_t>(layer);
        batch.first_feature = features_read;
        batch.points.reserve(batch_points + batch_points / 4);
        batch.columns.resize(plans[layer].wanted.size());
        for (std::size_t c = 0; c < batch.columns.size(); ++c) {
            const OGRFieldType type =
                layers[layer]->GetLayerDefn()->GetFieldDefn(plans[layer].wanted[c])->GetType();
            batch.columns[c].is_number =
                type == OFTInteger || type == OFTInteger64 || type == OFTReal;
        }
    }

    void add_feature(std::size_t layer, const OGRFeature& feature) {
        FeatureBatch& batch = filling[layer];
        if (batch.columns.empty() && batch.fid.empty()) start_batch(layer);
        ++features_read;
        batch.fid.push_back(feature.GetFID());
        for (std::size_t c = 0; c < batch.columns.size(); ++c) {
            const int field = plans[layer].wanted[c];
            const bool there = feature.IsFieldSetAndNotNull(field);
            RawColumn& column = batch.columns[c];
            if (column.is_number)
                column.number.push_back(there ? feature.GetFieldAsDouble(field)
                                              : std::numeric_limits<double>::quiet_NaN());
            else
                column.text.push_back(there ? feature.GetFieldAsString(field) : "");
        }
        add_geometry(batch, feature.GetGeometryRef());
    }

    bool full(const FeatureBatch& batch) const {
        return batch.fid.size() >= batch_features || batch.points.size() >= batch_points;
    }

    std::optional<FeatureBatch> take(std::size_t layer) {
        FeatureBatch batch = std::move(filling[layer]);
        filling[layer] = {};
        return batch;
    }
};

VectorFile::VectorFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
VectorFile::VectorFile(VectorFile&&) noexcept = default;
VectorFile::~VectorFile() = default;

city::Result<VectorFile> VectorFile::open(const std::string& path, const VectorFileOptions& options,
                                          city::LoadReport& report) {
    set_up_gdal();
    take_gdal_messages();
    auto state = std::make_unique<State>();
    state->path = path;
    state->unpacked = UnpackedZip::open(path);
    state->dataset =
        open_dataset(state->unpacked ? state->unpacked->shapefile() : path, options.encoding);
    if (!state->dataset && path.ends_with(".shp")) {
        CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", "YES");
        // Rebuild the index on a copy in memory: the user's folder stays as it is.
        const std::string copy =
            "/vsimem/twinscape_restored/" + std::filesystem::path(path).filename().string();
        if (CPLCopyFile(copy.c_str(), path.c_str()) == 0) {
            for (const char* extension : {"dbf", "prj", "cpg"})
                CPLCopyFile(CPLResetExtension(copy.c_str(), extension),
                            std::string(CPLResetExtension(path.c_str(), extension)).c_str());
            state->dataset = open_dataset(copy, options.encoding);
        }
        CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", nullptr);
        if (state->dataset)
            report.add(city::ProblemKind::file_damaged,
                       path + ": index (.shx) is missing, rebuilt from the shapes");
    }
    if (!state->dataset) {
        std::string why = take_gdal_messages();
        std::error_code ignored;
        const bool plain_path = path.find(':') == std::string::npos && path.rfind("/vsi", 0) != 0;
        if (plain_path && !std::filesystem::exists(path, ignored)) why = "there is no such file";
        if (why.empty()) why = "GDAL knows no format of this kind";
        return city::fail("cannot read map data: " + why + ": " + path);
    }
    take_gdal_messages();
    const bool is_osm = std::string(state->dataset->GetDriverName()) == "OSM";
    state->interleaved = is_osm;
    for (int i = 0; i < state->dataset->GetLayerCount(); ++i) {
        OGRLayer* layer = state->dataset->GetLayer(i);
        LayerPlan plan;
        plan.name = layer->GetName();
        if (!options.layer.empty() && plan.name != options.layer) continue;
        plan.is_osm = is_osm;
        plan.role = role_of(plan.name, options.wanted, is_osm, layer->GetGeomType());
        if (!options.crs.empty()) {
            plan.crs = options.crs;
        } else if (const OGRSpatialReference* declared = layer->GetSpatialRef();
                   declared && !declared->IsEmpty()) {
            const char* authority = declared->GetAuthorityName(nullptr);
            const char* code = declared->GetAuthorityCode(nullptr);
            if (authority != nullptr && code != nullptr && std::string(authority) == "EPSG") {
                plan.crs = std::string("EPSG:") + code;
            } else if (!declared->IsLocal() || declared->IsProjected() ||
                       declared->IsGeographic()) {
                char* wkt = nullptr;
                declared->exportToWkt(&wkt);
                if (wkt != nullptr) plan.crs = wkt;
                CPLFree(wkt);
            }
            if (plan.crs.find("ndefined") != std::string::npos) plan.crs.clear();
        }
        const OGRFeatureDefn* definition = layer->GetLayerDefn();
        for (int f = 0; f < definition->GetFieldCount(); ++f)
            plan.columns.emplace_back(definition->GetFieldDefn(f)->GetNameRef());
        std::vector<std::string> unknown;
        plan.roles = guess_columns(plan.columns, options.columns, unknown);
        if (!unknown.empty())
            return city::fail(options.asked_in + ": there is no column or role '" +
                              unknown.front() + "' in layer '" + plan.name + "', it has " +
                              columns_in_words(plan) + ": " + path);
        for (const ColumnRole role : city::all_of<ColumnRole>())
            for (const int column : plan.roles[role]) plan.wanted.push_back(column);
        std::sort(plan.wanted.begin(), plan.wanted.end());
        plan.wanted.erase(std::unique(plan.wanted.begin(), plan.wanted.end()), plan.wanted.end());
        ignore_others(*layer, plan);
        plan.declared_count = is_osm ? -1 : layer->GetFeatureCount(0);
        if (plan.declared_count == 0)
            report.add(city::ProblemKind::layer_empty, "layer '" + plan.name + "'");
        state->plans.push_back(std::move(plan));
        state->layers.push_back(layer);
    }
    if (state->plans.empty())
        return city::fail(options.layer.empty() ? "holds no vector layer: " + path
                                                : "has no layer '" + options.layer + "': " + path);
    state->filling.resize(state->plans.size());
    return VectorFile(std::move(state));
}

const std::vector<LayerPlan>& VectorFile::layers() const {
    return state_->plans;
}

std::uint64_t VectorFile::expected_features() const {
    long long sum = 0;
    for (const LayerPlan& plan : state_->plans) sum += std::max(plan.declared_count, 0LL);
    return static_cast<std::uint64_t>(sum);
}

std::string VectorFile::damaged_member() {
    return state_->unpacked ? state_->unpacked->damaged() : "";
}

city::Result<std::optional<FeatureBatch>> VectorFile::next() {
    State& state = *state_;
    const auto broken = [&] {
        return city::fail("reading broke off: " + take_gdal_messages() + ": " + state.path);
    };
    while (!state.exhausted) {
        CPLErrorReset();
        if (state.interleaved) {
            OGRLayer* from = nullptr;
            const OGRFeatureUniquePtr feature(
                state.dataset->GetNextFeature(&from, nullptr, nullptr, nullptr));
            if (!feature) {
                if (CPLGetLastErrorType() == CE_Failure) return broken();
                state.exhausted = true;
                break;
            }
            const auto found = std::find(state.layers.begin(), state.layers.end(), from);
            if (found == state.layers.end()) continue;
            const auto layer = static_cast<std::size_t>(found - state.layers.begin());
            const std::string& name = state.plans[layer].name;
            if (name != "lines" && name != "multipolygons") continue;
            state.add_feature(layer, *feature);
            if (state.full(state.filling[layer])) return state.take(layer);
        } else {
            const OGRFeatureUniquePtr feature(state.layers[state.current]->GetNextFeature());
            if (feature) {
                state.add_feature(state.current, *feature);
                if (state.full(state.filling[state.current])) return state.take(state.current);
                continue;
            }
            if (CPLGetLastErrorType() == CE_Failure) return broken();
            const std::size_t ended = state.current++;
            state.exhausted = state.current == state.layers.size();
            if (state.filling[ended].feature_count() > 0) return state.take(ended);
        }
    }
    for (std::size_t layer = 0; layer < state.filling.size(); ++layer)
        if (state.filling[layer].feature_count() > 0) return state.take(layer);
    return std::optional<FeatureBatch>{};
}

std::string columns_in_words(const LayerPlan& layer) {
    std::string words;
    for (const std::string& column : layer.columns)
        words += (words.empty() ? "'" : ", '") + column + "'";
    return words.empty() ? "none" : words;
}

city::Result<double> plain_read_seconds(const std::string& path) {
    set_up_gdal();
    const auto start = std::chrono::steady_clock::now();
    const Dataset dataset = open_dataset(path, "");
    if (!dataset) return city::fail("cannot read map data: " + take_gdal_messages() + ": " + path);
    double checksum = 0.0;
    while (true) {
        const OGRFeatureUniquePtr feature(
            dataset->GetNextFeature(nullptr, nullptr, nullptr, nullptr));
        if (!feature) break;
        if (const OGRGeometry* geometry = feature->GetGeometryRef()) {
            OGREnvelope box;
            geometry->getEnvelope(&box);
            checksum += box.MinX;
        }
    }
    if (!std::isfinite(checksum)) take_gdal_messages();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace geo_io

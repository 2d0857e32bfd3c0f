#include "geo/io/vector_file.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <set>

#include "geo/io/batch_geometry.h"
#include "geo/io/column_words.h"
#include "geo/io/osm_tags.h"
#include "geo/source/fewer_columns.h"
#include "geo/source/gdal_setup.h"
#include "geo/source/source_name.h"

namespace geo_io {

namespace {

constexpr std::size_t batch_features = 512;
constexpr std::size_t batch_points = 16'384;

}  // namespace

struct VectorFile::State {
    std::string path;
    OpenedSource source;
    std::vector<LayerPlan> plans;
    std::optional<FewerColumns> fewer;     // what is read instead, where it is
    std::vector<OGRLayer*> layers;         // parallel to plans
    std::vector<GDALDataset*> of;          // parallel to plans: whose layer it is
    std::vector<std::vector<int>> fields;  // for GDAL, parallel to the wanted columns of plans
    std::vector<FeatureBatch> filling;     // one per layer: OSM hands out its layers interleaved
    std::size_t current = 0;
    std::uint64_t features_read = 0, passed_over = 0;
    bool exhausted = false;

    static bool is_tag(const LayerPlan& plan, std::size_t column) {
        return static_cast<std::size_t>(plan.wanted[column]) >= plan.field_count;
    }

    void start_batch(std::size_t layer) {
        FeatureBatch& batch = filling[layer];
        batch = {};
        batch.layer = static_cast<std::uint32_t>(layer);
        batch.first_feature = features_read;
        batch.points.reserve(batch_points + batch_points / 4);
        batch.columns.resize(plans[layer].wanted.size());
        for (std::size_t c = 0; c < batch.columns.size(); ++c) {
            if (is_tag(plans[layer], c)) continue;
            const OGRFieldType type =
                layers[layer]->GetLayerDefn()->GetFieldDefn(fields[layer][c])->GetType();
            batch.columns[c].is_number =
                type == OFTInteger || type == OFTInteger64 || type == OFTReal;
        }
    }

    void add_feature(std::size_t layer, const OGRFeature& feature) {
        FeatureBatch& batch = filling[layer];
        if (batch.columns.empty() && batch.fid.empty()) start_batch(layer);
        ++features_read;
        batch.fid.push_back(feature.GetFID());
        const LayerPlan& plan = plans[layer];
        const std::string_view tags = plan.tags >= 0 && feature.IsFieldSetAndNotNull(plan.tags)
                                          ? std::string_view(feature.GetFieldAsString(plan.tags))
                                          : std::string_view();
        for (std::size_t c = 0; c < batch.columns.size(); ++c) {
            if (is_tag(plan, c)) {
                batch.columns[c].text.push_back(
                    tag_value(tags, plan.columns[static_cast<std::size_t>(plan.wanted[c])]));
                continue;
            }
            const int field = fields[layer][c];
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

    // What is planned stays; the wanted columns are looked up by their names.
    void leave_columns_out() {
        if (plans.size() != 1 || plans[0].tags >= 0) return;
        std::set<std::string> wanted;
        for (const int column : plans[0].wanted)
            wanted.insert(plans[0].columns[static_cast<std::size_t>(column)]);
        auto few = with_fewer_columns(*of[0], wanted);
        if (!few) return;
        OGRLayer* layer = few->dataset->GetLayer(0);
        std::vector<int> found;
        for (const int column : plans[0].wanted)
            found.push_back(layer->GetLayerDefn()->GetFieldIndex(
                plans[0].columns[static_cast<std::size_t>(column)].c_str()));
        if (std::count(found.begin(), found.end(), -1) > 0) return;
        fewer = std::move(few);
        layers = {layer};
        fields = {found};
    }

    bool full(const FeatureBatch& batch) const {
        return batch.fid.size() >= batch_features || batch.points.size() >= batch_points;
    }

    // All layers of an OSM file end together; what is left of them is taken at the very end.
    void pass_over_dataset() {
        const GDALDataset* ended = of[current];
        while (current < layers.size() && of[current] == ended) ++current;
        exhausted = current == layers.size();
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

city::Result<VectorFile> VectorFile::open(const std::string& named,
                                          const VectorFileOptions& options,
                                          city::LoadReport& report) {
    const std::string path = shown_source(named);
    auto opened = open_source(named, options.access, report);
    if (!opened) return tl::unexpected(opened.error());
    auto state = std::make_unique<State>();
    state->path = path;
    state->source = std::move(*opened);
    int found = 0, all = 0;
    for (const Dataset& dataset : state->source.datasets) all += dataset->GetLayerCount();
    for (const Dataset& dataset : state->source.datasets) {
        const bool is_osm = std::string(dataset->GetDriverName()) == "OSM";
        for (int i = 0; i < dataset->GetLayerCount(); ++i) {
            OGRLayer* layer = dataset->GetLayer(i);
            if (!options.wishes.layer.empty() && options.wishes.layer != layer->GetName()) continue;
            auto plan = plan_layer(*layer, is_osm, options.wishes, path,
                                   words_about_columns(*dataset, layer->GetName()));
            if (!plan) return tl::unexpected(plan.error());
            if (const auto said = state->source.systems.find(dataset.get());
                said != state->source.systems.end() && options.wishes.crs.empty())
                plan->crs = said->second;
            for (const ColumnRole role : {ColumnRole::use, ColumnRole::road_class})
                for (const int column : plan->roles[role])
                    if (static_cast<std::size_t>(column) >= plan->field_count)
                        continue;
                    else if (auto words = words_of_codes(
                                 *dataset, *layer->GetLayerDefn()->GetFieldDefn(column));
                             !words.empty())
                        plan->code_words[column] = std::move(words);
            if (plan->declared_count == 0)
                report.add(city::ProblemKind::layer_empty, "layer '" + plan->name + "'");
            ++found;
            const LayerChoice choice = choose_rows(*layer, *plan, options.wishes, all == 1, report);
            if (!choice.ignored.empty()) {
                if (!choice.is_of_another || !options.wishes.asked_elsewhere)
                    report.ignore_layer({plan->name, plan->declared_count, choice.ignored});
                continue;
            }
            state->plans.push_back(std::move(*plan));
            state->layers.push_back(layer);
            state->of.push_back(dataset.get());
        }
    }
    if (found == 0)
        return city::fail(options.wishes.layer.empty()
                              ? "holds no vector layer: " + path
                              : "has no layer '" + options.wishes.layer + "': " + path);
    state->filling.resize(state->plans.size());
    for (const LayerPlan& plan : state->plans) state->fields.push_back(plan.wanted);
    state->leave_columns_out();
    state->exhausted = state->plans.empty();
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
    return state_->source.damaged();
}

std::uint64_t VectorFile::passed_over() const {
    return state_->passed_over;
}

city::Result<std::optional<FeatureBatch>> VectorFile::next() {
    State& state = *state_;
    const auto broken = [&] {
        return city::fail("reading broke off: " + take_gdal_messages() + ": " + state.path);
    };
    while (!state.exhausted) {
        CPLErrorReset();
        if (state.plans[state.current].is_osm) {
            OGRLayer* from = nullptr;
            const OGRFeatureUniquePtr feature(
                state.of[state.current]->GetNextFeature(&from, nullptr, nullptr, nullptr));
            if (!feature) {
                if (CPLGetLastErrorType() == CE_Failure) return broken();
                state.pass_over_dataset();
                continue;
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
                // What could not be read before it was passed over without a word.
                if (CPLGetLastErrorType() == CE_Failure) ++state.passed_over;
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

city::Result<double> plain_read_seconds(const std::string& path) {
    const auto start = std::chrono::steady_clock::now();
    city::LoadReport unread;
    const auto source = open_source(path, {}, unread);
    if (!source) return tl::unexpected(source.error());
    double checksum = 0.0;
    for (const Dataset& dataset : source->datasets)
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

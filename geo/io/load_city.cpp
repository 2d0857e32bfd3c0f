#include "geo/io/load_city.h"

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "geo/crs/crs_transform.h"
#include "geo/crs/map_crs.h"
#include "geo/crs/regions.h"
#include "geo/io/building_ids.h"
#include "geo/io/chosen_sources.h"
#include "geo/io/city_builder.h"
#include "geo/io/city_file.h"
#include "geo/io/city_place.h"
#include "geo/io/column_units.h"
#include "geo/io/doubles.h"
#include "geo/io/fill_in.h"
#include "geo/io/layer_frame.h"
#include "geo/io/offset_detector.h"
#include "geo/io/read_districts.h"
#include "geo/io/sample_source.h"
#include "geo/io/source_layers.h"
#include "geo/io/vector_file.h"
#include "geo/source/source_name.h"

namespace geo_io {

namespace {

using city::MapPoint;
using city::ProblemKind;

struct Assembly {
    BuiltRows rows;  ///< their report is that of the load
    Copies copies;
    std::string map_crs;  ///< chosen with the first coordinates, then kept for all sources
    std::vector<SourceLayer> layers;  ///< that gave rows, by LayerFrame::number
    std::string country;              ///< that the user names; empty = by the coordinates
};

struct Work {
    FeatureBatch batch;
    const LayerPlan* layer;
    const LayerFrame* frame;
};

// Which tables of codes a layer's columns can be of: by the country that the user names, else by
// where its first features lie.
CodePlace place_of_codes(const LayerFrame& frame, const FeatureBatch& batch,
                         const std::string& country) {
    MapPoint place{std::nan(""), std::nan("")};
    if (!batch.points.empty() && frame.source_crs != crs::local_metres) {
        place = batch.points[batch.points.size() / 2];
        turn_axes(frame, std::span(&place, 1));
        if (!to_wgs84(frame, std::span(&place, 1))) place = {std::nan(""), std::nan("")};
    }
    const bool known = std::isfinite(place.x) && std::isfinite(place.y);
    const std::string by_place =
        known ? crs::country_of(crs::region_at({place.x, place.y})) : std::string();
    return code_place(country.empty() ? by_place : country, place.x, place.y);
}

// Of other layers nobody asks where heights come from.
bool holds_buildings(const LayerPlan& layer) {
    return layer.role == LayerPlan::Role::any || layer.role == LayerPlan::Role::buildings ||
           layer.role == LayerPlan::Role::building_parts;
}

city::Result<void> read_source(const std::string& named, const SourceSettings& settings,
                               LayerWishes::Wanted wanted, bool asked_elsewhere, Assembly& assembly,
                               const city::Progress& progress, const EarlyRows& early) {
    city::LoadReport& report = assembly.rows.report;
    VectorFileOptions options{
        {settings.encoding, settings.allow_network},
        {settings.layer, settings.crs, settings.columns, wanted, asked_elsewhere}};
    options.wishes.units = settings.units;
    auto opened = VectorFile::open(named, options, report);
    if (!opened) return tl::unexpected(opened.error());
    VectorFile& file = *opened;
    std::vector<std::unique_ptr<LayerFrame>> frames(file.layers().size());
    std::vector<bool> has_lines(file.layers().size(), false);
    const std::uint64_t expected = file.expected_features();
    std::uint64_t read = 0, joined = 0;
    assembly.copies.expect(std::min<std::uint64_t>(assembly.rows.features + expected, 1u << 20));
    // What is said of layers while others work on rows: the rows' own reports come behind it.
    city::LoadReport of_layers = std::exchange(report, {});
    std::string error;

    LayerFrame nowhere;
    nowhere.source_crs = nowhere.map_crs = crs::local_metres;

    // One thread reads (GDAL wants that), all others reproject and repair, rows are joined in
    // order.
    const auto tokens =
        static_cast<std::size_t>(std::max(4, 3 * tbb::this_task_arena::max_concurrency()));
    tbb::parallel_pipeline(
        tokens,
        tbb::make_filter<void, std::shared_ptr<Work>>(
            tbb::filter_mode::serial_in_order,
            [&](tbb::flow_control& control) -> std::shared_ptr<Work> {
                const auto end = [&](const std::string& why) {
                    error = why;
                    control.stop();
                    return std::shared_ptr<Work>();
                };
                if (progress.cancelled()) return end(city::cancelled_message);
                auto next = file.next();
                if (!next) return end(next.error().message);
                if (!*next) return end("");
                FeatureBatch& batch = **next;
                const LayerPlan& plan = file.layers()[batch.layer];
                read += batch.feature_count();
                progress.tell(
                    static_cast<float>(std::min(
                        0.95, static_cast<double>(read) /
                                  static_cast<double>(std::max<std::uint64_t>(expected, 1)))),
                    "reading");
                auto& frame = frames[batch.layer];
                if (!has_lines[batch.layer])
                    has_lines[batch.layer] =
                        std::any_of(batch.parts.begin(), batch.parts.end(),
                                    [](const RawPart& p) { return p.kind == PartKind::line; });
                // What has no shape says nothing of where the layer lies.
                if (!frame && batch.points.empty())
                    return std::make_shared<Work>(Work{std::move(batch), &plan, &nowhere});
                if (!frame) {
                    auto made = frame_for(plan, settings, batch, assembly.map_crs, of_layers);
                    if (!made) return end(made.error().message);
                    frame = std::make_unique<LayerFrame>(*made);
                    frame->codes =
                        layer_codes(plan, place_of_codes(*frame, batch, assembly.country));
                    frame->number = static_cast<std::uint16_t>(assembly.layers.size());
                    assembly.layers.push_back(source_layer(plan, frame->codes, settings.columns));
                }
                return std::make_shared<Work>(Work{std::move(batch), &plan, frame.get()});
            }) &
            tbb::make_filter<std::shared_ptr<Work>, std::shared_ptr<BuiltRows>>(
                tbb::filter_mode::parallel,
                [](std::shared_ptr<Work> work) {
                    return std::make_shared<BuiltRows>(
                        build_rows(work->batch, *work->layer, *work->frame));
                }) &
            tbb::make_filter<std::shared_ptr<BuiltRows>, void>(
                tbb::filter_mode::serial_in_order, [&](const std::shared_ptr<BuiltRows>& rows) {
                    joined += rows->features;
                    assembly.copies.leave_out(*rows);
                    append(assembly.rows, *rows, expected - std::min(joined, expected));
                    if (early) early(assembly.rows);
                }));
    of_layers.merge(report);
    report = std::move(of_layers);
    if (!error.empty()) return city::fail(error);
    if (const std::string member = file.damaged_member(); !member.empty())
        report.add(ProblemKind::file_damaged,
                   shown_source(named) + ": " + member +
                       " in the archive is damaged, what cannot be read of it is missing");
    if (const std::uint64_t gaps = file.passed_over(); gaps > 0)
        report.add(ProblemKind::file_damaged,
                   shown_source(named) + ": rows that cannot be read are missing", gaps);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const LayerPlan& layer = file.layers()[i];
        note_columns(layer, settings.columns, report.notes);
        if (!frames[i]) continue;
        report.columns.push_back(
            columns_of(layer, holds_buildings(layer),
                       layer.role == LayerPlan::Role::roads ||
                           (has_lines[i] && layer.lines != LayerPlan::Lines::outlines)));
    }
    return {};
}

// Origin in the middle of the city, on a whole hundred metres so that pictures of two loads agree.
city::LocalFrame frame_of(const BuiltRows& rows, const std::string& map_crs) {
    city::MapBox box;
    for (const RowFacts& facts : rows.facts) {
        box.add(facts.box.low);
        box.add(facts.box.high);
    }
    if (box.empty())
        for (const MapPoint point : rows.roads.lines.points) box.add(point);
    if (box.empty()) return {};
    const MapPoint origin{std::round((box.low.x + box.high.x) / 200.0) * 100.0,
                          std::round((box.low.y + box.high.y) / 200.0) * 100.0};
    city::LonLat place{std::nan(""), std::nan("")};
    if (!map_crs.empty())
        if (const auto transform = crs::CrsTransform::create(crs::wgs84_lonlat, map_crs)) {
            const MapPoint degrees = transform->inverse(origin);
            place = {degrees.x, degrees.y};
        }
    return city::LocalFrame(map_crs.empty() ? crs::local_metres : map_crs, origin, place);
}

// What explains an empty city best: layers that were not read, then rows that were left out, then
// what was guessed on the way.
std::string why_empty(const city::LoadReport& report, std::size_t areas) {
    if (!report.ignored_layers.empty()) {
        const std::size_t others = report.ignored_layers.size() - 1;
        return in_words(report.ignored_layers.front()) +
               (others > 0 ? " (and " + std::to_string(others) + " more such layers)" : "");
    }
    if (areas > 0 && report.buildings.found == 0)
        return std::to_string(areas) +
               " polygons are water, parks or land use by the name or the columns of their layer, "
               "which are drawn and not counted; if they are buildings, name it in city.toml: "
               "[buildings] layer = \"...\"";
    if (report.problems.empty()) return "nothing was found in it";
    const auto weight = [](const city::Problem& p) {
        return std::pair(outcome_of(p.kind) == city::Outcome::left_out, p.count);
    };
    const city::Problem& first =
        *std::max_element(report.problems.begin(), report.problems.end(),
                          [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
    return std::to_string(first.count) + " x " + std::string(name_of(first.kind)) + " (" +
           first.example + ")";
}

}  // namespace

city::Result<LoadedCity> load_city(const CitySource& source, const city::Progress& progress,
                                   const EarlyRows& early) {
    if (is_sample(source.city)) return load_sample(source.city);
    auto settings = chosen_sources(source);
    if (!settings) return tl::unexpected(settings.error());
    const std::string named = !source.region.empty()           ? source.region
                              : !settings->info.region.empty() ? settings->info.region
                                                               : settings->info.country;
    for (SourceSettings* table :
         {&settings->buildings, &settings->roads, &settings->areas, &settings->districts})
        table->named_region = named;
    using Wanted = LayerWishes::Wanted;
    Assembly assembly;
    assembly.country = !source.region.empty()            ? source.region.substr(0, 2)
                       : !settings->info.country.empty() ? settings->info.country
                                                         : settings->info.region.substr(0, 2);
    // A single source named alone may hold everything; of others each table says what it is for.
    const bool single =
        source.buildings.empty() && source.roads.empty() && settings->roads.sources.empty() &&
        settings->buildings.sources.size() == 1 && settings->buildings.layer.empty();
    const bool both = !settings->buildings.sources.empty() && !settings->roads.sources.empty();
    const auto read_all = [&](const SourceSettings& table, Wanted wanted) -> city::Result<void> {
        for (const std::string& path : table.sources)
            if (auto ok = read_source(path, table, wanted, both, assembly, progress, early); !ok)
                return ok;
        return {};
    };
    for (const auto& [table, wanted] :
         {std::pair{&settings->buildings, single ? Wanted::everything : Wanted::buildings},
          {&settings->roads, Wanted::roads},
          {&settings->areas, Wanted::areas}})
        if (auto ok = read_all(*table, wanted); !ok) return tl::unexpected(ok.error());

    progress.tell(0.96f, "checking");
    BuiltRows rows = std::move(assembly.rows);
    settle_heights(rows, assembly.layers);
    settle_floor_areas(rows, assembly.layers);
    settle_speeds(rows, assembly.layers);
    LoadedCity loaded;
    loaded.report = std::move(rows.report);
    drop_far_away(rows.buildings, rows.facts, rows.roads, loaded.report);
    drop_doubles(rows.buildings, rows.facts, loaded.report);
    name_buildings(rows.buildings, rows.facts, assembly.copies.names(), loaded.report);
    loaded.city.frame = frame_of(rows, assembly.map_crs);
    loaded.city.info = settings->info;
    loaded.city.buildings = std::move(rows.buildings);
    loaded.city.roads = std::move(rows.roads);
    loaded.city.areas = std::move(rows.areas);
    if (loaded.city.buildings.count() == 0 && loaded.city.roads.count() == 0) {
        return city::fail("no building and no road could be loaded: " +
                          why_empty(loaded.report, loaded.city.areas.count()) + ": " +
                          name_of(source));
    }
    city::CityInfo& info = loaded.city.info;
    if (!source.region.empty()) info.region = source.region;
    const std::string here = settle_region(loaded.city, loaded.report);
    if (crs::country_of(here) == "CN")
        look_for_offset(loaded.city, settings->buildings, settings->roads, loaded.report);
    fill_in(loaded.city, loaded.report);
    if (auto ok = read_districts(settings->districts, loaded.city, loaded.report, progress); !ok)
        return tl::unexpected(ok.error());
    progress.tell(1.0f, "done");
    return loaded;
}

}  // namespace geo_io

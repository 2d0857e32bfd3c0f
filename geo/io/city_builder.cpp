#include "geo/io/city_builder.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "geo/city/rings.h"
#include "geo/io/building_values.h"
#include "geo/io/part_meaning.h"
#include "geo/io/place_hash.h"
#include "geo/io/raised_row.h"
#include "geo/io/road_row.h"
#include "geo/io/row_reader.h"
#include "geo/polygon/footprint_clean.h"
#include "geo/polygon/geos_repair.h"
#include "geo/words/feature_words.h"

namespace geo_io {

namespace {

using city::AreaKind;
using city::Assumed;
using city::MapPoint;
using city::ProblemKind;
using Role = ColumnRole;

constexpr double largest_building_m2 = 1e6;  // the largest halls on Earth cover under half of this

RowFacts facts_of(std::span<const MapPoint> outline, double area_m2, float base_m, bool is_part) {
    MapPoint sum{0, 0};
    city::MapBox box;
    for (const MapPoint p : outline) {
        sum += p;
        box.add(p);
    }
    const MapPoint middle = sum / static_cast<double>(outline.size());
    std::uint64_t key = 1469598103934665603ull;
    for (const std::int64_t value :
         {std::llround(middle.x * 10), std::llround(middle.y * 10), std::llround(area_m2),
          static_cast<long long>(outline.size()), std::llround(static_cast<double>(base_m)),
          is_part ? 1LL : 0LL})
        key = (key ^ static_cast<std::uint64_t>(value)) * 1099511628211ull;
    RowFacts facts{};
    facts.box = box;
    facts.outline_key = key;
    facts.is_part = is_part;
    return facts;
}

struct Builder {
    FeatureBatch& batch;
    const LayerPlan& layer;
    const LayerFrame& frame;
    BuiltRows& out;
    RowReader read;
    std::vector<MapPoint>& points;      // of the batch, in the map frame
    FlatRings rings;                    // of the polygon at hand
    std::vector<RingSet> pieces;        // what its repair made of it
    std::vector<std::uint64_t> places;  // of the batch's parts, as read
    bool feature_too_large = false;

    Builder(FeatureBatch& b, const LayerPlan& l, const LayerFrame& f, BuiltRows& o)
        : batch(b), layer(l), frame(f), out(o), read(b, l, f, o.report), points(b.points) {}

    std::span<const MapPoint> raw_ring(std::uint32_t r) const {
        return std::span<const MapPoint>(points).subspan(
            batch.ring_offsets[r], batch.ring_offsets[r + 1] - batch.ring_offsets[r]);
    }
    // Why the corners of a part make no outline, if so.
    std::optional<ProblemKind> no_place(const RawPart& part) const {
        const auto corners = std::span<const MapPoint>(points).subspan(
            batch.ring_offsets[part.first_ring],
            batch.ring_offsets[part.first_ring + part.ring_count] -
                batch.ring_offsets[part.first_ring]);
        if (std::all_of(corners.begin(), corners.end(), is_on_earth)) return std::nullopt;
        const bool finite = std::all_of(corners.begin(), corners.end(), [](MapPoint p) {
            return std::isfinite(p.x) && std::isfinite(p.y);
        });
        return finite ? ProblemKind::coordinates_far_away : ProblemKind::coordinates_not_finite;
    }

    // The clean outlines of a part: in `rings` when it was good, in `pieces` when it was not.
    Cleaned clean(const RawPart& part) {
        if (part.kind == PartKind::solid) {
            std::vector<RingSet> faces;
            for (std::uint32_t r = part.first_ring; r < part.first_ring + part.ring_count; ++r)
                if (const auto face = raw_ring(r);
                    face.size() >= 4 && std::abs(city::ring_area_m2(face)) > 0.01)
                    faces.push_back({{face.begin(), face.end()}});
            CleanResult whole = union_of(faces);
            pieces = std::move(whole.polygons);
            return {whole.outcome == CleanOutcome::repaired ? CleanOutcome::as_it_was
                                                            : whole.outcome};
        }
        rings.clear();
        for (std::uint32_t r = part.first_ring; r < part.first_ring + part.ring_count; ++r)
            rings.add_ring(raw_ring(r));
        return clean_polygon(rings, pieces);
    }

    // Appends the outlines to `into`; their area.
    double add_outlines(city::Rings& into, const Cleaned& cleaned, std::size_t piece) const {
        if (pieces.empty())
            for (std::size_t r = 0; r < rings.ring_count(); ++r) into.add_ring(rings.ring(r));
        else
            for (const auto& ring : pieces[piece]) into.add_ring(ring);
        into.end_polygon();
        return pieces.empty() ? cleaned.area_m2 : area_m2(pieces[piece]);
    }

    void add_building(const RawPart& part, const Cleaned& cleaned, bool is_part,
                      double share_of_feature, std::size_t piece, int number) {
        const std::size_t row = part.feature_row;
        city::Buildings& b = out.buildings;
        std::string id = read.text(Role::id, row);
        const auto source_id_letters = static_cast<std::uint32_t>(id.size());
        if (number > 0)
            id += (id.empty() ? std::to_string(batch.fid[row]) : std::string()) + "." +
                  std::to_string(number);
        b.id.push_back(id);
        b.name.push_back(read.text(Role::name, row));
        const double footprint_m2 = add_outlines(b.footprints, cleaned, piece);
        const bool has_body = part.kind == PartKind::solid && part.high_z - part.low_z > 0.3f;
        const BuildingValues values = building_values(
            read, row, has_body ? static_cast<double>(part.high_z - part.low_z) : std::nan(""),
            frame, out.report);
        b.height_m.push_back(static_cast<float>(values.height_m));
        b.base_m.push_back(static_cast<float>(values.base_m));
        b.storeys.push_back(static_cast<float>(values.storeys));
        b.construction_year.push_back(static_cast<float>(values.year));
        b.floor_area_m2.push_back(static_cast<float>(values.floor_area_m2 * share_of_feature));
        b.footprint_area_m2.push_back(static_cast<float>(footprint_m2));
        b.use.push_back(values.use);
        b.assumed.push_back(Assumed::none);
        const std::size_t built = b.count() - 1;
        RowFacts facts =
            facts_of(b.footprints.outer(built), footprint_m2, b.base_m[built], is_part);
        facts.place_hash = places[static_cast<std::size_t>(&part - batch.parts.data())];
        facts.source_id_letters = source_id_letters;
        facts.source_layer = frame.number;
        facts.marks = values.marks;
        facts.is_underground =
            is_part && (read.number(Role::level, row, parse_level, -20.0, 200.0) < 0.0 ||
                        read.named_text("location", row) == "underground");
        out.facts.push_back(facts);
    }

    void polygon(const RawPart& part, PartMeaning meaning, double share_of_feature, int number) {
        const std::size_t row = part.feature_row;
        if (meaning == PartMeaning::ignored) return;
        const bool counted = meaning != PartMeaning::area;
        city::LayerCount& count = out.report.buildings;
        if (counted) ++count.found;
        const auto leave_out = [&](ProblemKind kind) {
            if (!counted) return;
            ++count.left_out;
            out.report.add(kind, read.where(row));
        };
        if (meaning == PartMeaning::not_a_building || (counted && feature_too_large))
            return leave_out(ProblemKind::not_a_building);
        if (const auto why = no_place(part)) return leave_out(*why);
        const Cleaned cleaned = clean(part);
        const CleanOutcome outcome = cleaned.outcome;
        if (outcome == CleanOutcome::beyond_repair)
            return leave_out(ProblemKind::geometry_beyond_repair);
        if (outcome == CleanOutcome::too_complex)
            return leave_out(ProblemKind::geometry_too_complex);
        if (outcome == CleanOutcome::tiny) return leave_out(ProblemKind::geometry_tiny);
        const std::size_t outlines = std::max<std::size_t>(pieces.size(), 1);
        if (meaning == PartMeaning::area) {
            const std::string word = read.text(Role::area_kind, row);
            const AreaKind kind = layer.role == LayerPlan::Role::areas_water
                                      ? AreaKind::water
                                      : area_kind_from(word, frame.codes.place);
            for (std::size_t piece = 0; piece < outlines; ++piece) {
                add_outlines(out.areas.polygons, cleaned, piece);
                out.areas.kind.push_back(kind);
            }
            return;
        }
        if ((pieces.empty() ? cleaned.outline_m2 : std::abs(city::ring_area_m2(pieces[0][0]))) >
            largest_building_m2)
            return leave_out(ProblemKind::not_a_building);
        if (outcome == CleanOutcome::repaired) {
            ++count.repaired;
            out.report.add(ProblemKind::geometry_invalid, read.where(row));
        }
        for (std::size_t piece = 0; piece < outlines; ++piece) {
            add_building(part, cleaned, meaning == PartMeaning::building_part,
                         share_of_feature / static_cast<double>(outlines), piece, number);
            number = (number == 0 ? 1 : number) + (outlines > 1 ? 1000 : 0);
        }
        // A repair can find several buildings in one footprint; each is counted.
        count.found += outlines - 1;
        count.loaded += outlines;
    }

    void line(const RawPart& part, PartMeaning meaning) {
        const std::size_t row = part.feature_row;
        if (meaning != PartMeaning::road) return;
        ++out.report.roads.found;
        const auto leave_out = [&](ProblemKind kind) {
            ++out.report.roads.left_out;
            out.report.add(kind, read.where(row));
        };
        std::vector<MapPoint> line_points(points.begin() + batch.ring_offsets[part.first_ring],
                                          points.begin() + batch.ring_offsets[part.first_ring + 1]);
        if (const auto why = no_place(part)) return leave_out(*why);
        const double length_m = city::line_length_m(line_points);
        if (line_points.size() < 2 || length_m < 0.05) return leave_out(ProblemKind::geometry_tiny);
        if (!add_road(out, read, frame, row, line_points, length_m))
            return leave_out(ProblemKind::not_a_road);
        ++out.report.roads.loaded;
    }

    void run() {
        turn_axes(frame, points);
        places = place_hashes(batch, frame);
        if (!to_map(frame, points)) {
            out.report.buildings.found += batch.parts.size();
            out.report.buildings.left_out += batch.parts.size();
            out.report.add(ProblemKind::coordinates_not_finite,
                           "layer '" + layer.name + "': no transformation", batch.parts.size());
            return;
        }
        for (std::size_t p = 0; p < batch.parts.size();) {
            std::size_t end = p;
            double total_m2 = 0.0;
            // A district is no building, and neither are its islands.
            feature_too_large = false;
            for (std::size_t i = p;
                 i < batch.parts.size() && batch.parts[i].feature_row == batch.parts[p].feature_row;
                 ++i)
                close_outline(batch.parts[i]);
            for (; end < batch.parts.size() &&
                   batch.parts[end].feature_row == batch.parts[p].feature_row;
                 ++end) {
                if (batch.parts[end].kind != PartKind::polygon) continue;
                const double part_m2 = outer_area_m2(batch.parts[end]);
                total_m2 += part_m2;
                feature_too_large = feature_too_large || part_m2 > largest_building_m2;
            }
            for (std::size_t i = p; i < end; ++i)
                one_part(batch.parts[i], end - p, static_cast<int>(i - p) + 1, total_m2);
            p = end;
        }
    }

    // A closed line round a building becomes its footprint.
    void close_outline(RawPart& part) {
        if (part.kind != PartKind::line ||
            !is_outline(part, raw_ring(part.first_ring), layer, read))
            return;
        part.kind = PartKind::polygon;
        out.report.add(ProblemKind::line_as_outline,
                       read.where(part.feature_row) + ", closed round " +
                           std::to_string(std::llround(outer_area_m2(part))) + " m2");
    }

    double outer_area_m2(const RawPart& part) const {
        const auto begin = batch.ring_offsets[part.first_ring];
        const auto count = batch.ring_offsets[part.first_ring + 1] - begin;
        return std::abs(city::ring_area_m2(std::span(points).subspan(begin, count)));
    }

    void one_part(const RawPart& part, std::size_t parts, int number, double total_m2) {
        const PartMeaning meaning = meaning_of(part, batch, layer, read);
        if (meaning == PartMeaning::point)
            return out.report.add(ProblemKind::point_ignored, read.where(part.feature_row));
        if (meaning == PartMeaning::not_a_road) {
            ++out.report.roads.found;
            ++out.report.roads.left_out;
            return out.report.add(ProblemKind::not_a_road,
                                  read.where(part.feature_row) + " has no sign of a road");
        }
        if (meaning == PartMeaning::wrong_type) {
            const bool road_layer = layer.role == LayerPlan::Role::roads;
            if (layer.has_tags || layer.role == LayerPlan::Role::areas ||
                layer.role == LayerPlan::Role::areas_water)
                return;
            city::LayerCount& count = road_layer ? out.report.roads : out.report.buildings;
            ++count.found;
            ++count.left_out;
            out.report.add(part.kind == PartKind::none ? ProblemKind::geometry_null
                                                       : ProblemKind::geometry_wrong_type,
                           read.where(part.feature_row) +
                               (part.kind == PartKind::line
                                    ? ": an open line is no footprint; close it, or name the file "
                                      "as roads if it is one"
                                    : ""));
            return;
        }
        if (part.kind == PartKind::line) return line(part, meaning);
        const double share = parts > 1 && total_m2 > 0.0 ? outer_area_m2(part) / total_m2 : 1.0;
        polygon(part, meaning, share, parts > 1 ? number : 0);
    }
};

}  // namespace

BuiltRows build_rows(FeatureBatch& batch, const LayerPlan& layer, const LayerFrame& frame) {
    BuiltRows rows;
    rows.features = batch.feature_count();
    rows.buildings.footprints.points.reserve(
        batch.points.capacity());  // what the last batch gave back fits this one
    Builder(batch, layer, frame, rows).run();
    return rows;
}

}  // namespace geo_io

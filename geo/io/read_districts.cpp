#include "geo/io/read_districts.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "geo/city/district_finder.h"
#include "geo/crs/map_crs.h"
#include "geo/io/layer_frame.h"
#include "geo/io/place_hash.h"
#include "geo/io/row_reader.h"
#include "geo/io/vector_file.h"
#include "geo/polygon/footprint_clean.h"
#include "geo/source/source_name.h"

namespace geo_io {

namespace {

using city::MapPoint;
using city::ProblemKind;

// Digits would look like a count, so the place is told in consonants.
std::string fallback_name(std::uint64_t place_hash) {
    constexpr std::string_view letters = "bcdfghjklmnpqrstvwxz";
    std::string name = "unnamed ";
    for (int i = 0; i < 5; ++i, place_hash /= letters.size())
        name += letters[place_hash % letters.size()];
    return name;
}

std::string trimmed(const std::string& text) {
    constexpr const char* blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

class DistrictReader {
  public:
    DistrictReader(city::Districts& districts, city::LoadReport& report)
        : districts_(districts), report_(report) {}

    // The batch's points become those of the map.
    city::Result<void> add(FeatureBatch& batch, const LayerPlan& layer, const LayerFrame& frame) {
        turn_axes(frame, batch.points);
        const std::vector<std::uint64_t> places = place_hashes(batch, frame);
        if (!to_map(frame, batch.points))
            return city::fail("there is no way from the coordinate system of layer '" + layer.name +
                              "' to that of the city");
        const RowReader read(batch, layer, frame, report_);
        for (std::size_t p = 0; p < batch.parts.size();) {
            std::size_t end = p;
            const std::uint32_t row = batch.parts[p].feature_row;
            while (end < batch.parts.size() && batch.parts[end].feature_row == row) ++end;
            add_feature(batch, layer, read, std::span(places).subspan(p, end - p), p, end);
            p = end;
        }
        return {};
    }

  private:
    void add_feature(const FeatureBatch& batch, const LayerPlan& layer, const RowReader& read,
                     std::span<const std::uint64_t> places, std::size_t first, std::size_t end) {
        const std::size_t row = batch.parts[first].feature_row;
        const auto is_polygon = [](const RawPart& part) { return part.kind == PartKind::polygon; };
        const auto begin = batch.parts.begin();
        // Of an extract's lines and points nobody expects that they are districts.
        if (layer.is_osm && std::none_of(begin + static_cast<long>(first),
                                         begin + static_cast<long>(end), is_polygon))
            return;
        ++report_.districts.found;
        std::string name = trimmed(read.text(ColumnRole::name, row));
        const bool unnamed = name.empty();
        if (unnamed) name = fallback_name(*std::min_element(places.begin(), places.end()));
        std::optional<std::int32_t> district;
        ProblemKind why = ProblemKind::geometry_null;
        for (std::size_t p = first; p < end; ++p) {
            const RawPart& part = batch.parts[p];
            if (part.kind != PartKind::polygon) {
                if (part.kind != PartKind::none) why = ProblemKind::geometry_wrong_type;
                continue;
            }
            if (!add_rings(batch, part)) {
                why = ProblemKind::coordinates_not_finite;
                continue;
            }
            if (!district) district = number_of(name);
            districts_.outlines.end_polygon();
            districts_.of_outline.push_back(*district);
        }
        if (!district) return report_.add(why, "district '" + name + "', " + read.where(row));
        ++report_.districts.loaded;
        if (unnamed)
            report_.add(ProblemKind::district_unnamed,
                        read.where(row) + " is called '" + name + "'");
    }

    // The rings of a part, wound as the map wants them; false (and nothing added) where one has a
    // corner at no place or there is no ring of three corners.
    bool add_rings(const FeatureBatch& batch, const RawPart& part) {
        std::vector<std::vector<MapPoint>> rings;
        for (std::uint32_t r = part.first_ring; r < part.first_ring + part.ring_count; ++r) {
            std::vector<MapPoint> ring(batch.points.begin() + batch.ring_offsets[r],
                                       batch.points.begin() + batch.ring_offsets[r + 1]);
            if (!std::all_of(ring.begin(), ring.end(), is_on_earth)) return false;
            if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
            if (ring.size() < 3) {
                if (rings.empty()) return false;
                continue;
            }
            if ((city::ring_area_m2(ring) < 0.0) == rings.empty())
                std::reverse(ring.begin(), ring.end());
            rings.push_back(std::move(ring));
        }
        for (const auto& ring : rings) districts_.outlines.add_ring(ring);
        return !rings.empty();
    }

    std::int32_t number_of(const std::string& name) {
        const auto [known, is_new] =
            number_of_.emplace(name, static_cast<std::int32_t>(districts_.name.size()));
        if (is_new) districts_.name.push_back(name);
        return known->second;
    }

    city::Districts& districts_;
    city::LoadReport& report_;
    std::unordered_map<std::string, std::int32_t> number_of_;
};

// The columns of a layer in words, for whoever named one that is not there.
city::Result<void> must_have_names(const LayerPlan& layer, const std::string& path) {
    if (!layer.roles[ColumnRole::name].empty()) return {};
    return city::fail("[districts] name = \"...\" must say which column of layer '" + layer.name +
                      "' holds the names, it has " + columns_in_words(layer) + ": " + path);
}

city::Result<void> read_source(const std::string& named, const SourceSettings& settings,
                               DistrictReader& districts, std::string map_crs,
                               city::LoadReport& report, const city::Progress& progress) {
    const VectorFileOptions options{{settings.encoding, settings.allow_network},
                                    {settings.layer, settings.crs, settings.columns,
                                     LayerWishes::Wanted::districts, false, "[districts] name"}};
    auto opened = VectorFile::open(named, options, report);
    if (!opened) return tl::unexpected(opened.error());
    VectorFile& file = *opened;
    const std::string path = shown_source(named);
    const std::string city_crs = map_crs;
    std::vector<std::optional<LayerFrame>> frames(file.layers().size());
    while (true) {
        if (progress.cancelled()) return city::fail(city::cancelled_message);
        auto next = file.next();
        if (!next) return tl::unexpected(next.error());
        if (!*next) return {};
        FeatureBatch& batch = **next;
        const LayerPlan& layer = file.layers()[batch.layer];
        auto& frame = frames[batch.layer];
        if (!frame) {
            if (auto ok = must_have_names(layer, path); !ok) return ok;
            auto made = frame_for(layer, settings, batch, map_crs, report);
            if (!made) return tl::unexpected(made.error());
            if ((made->source_crs == crs::local_metres) != (city_crs == crs::local_metres))
                return city::fail(
                    city_crs == crs::local_metres
                        ? "districts cannot be placed: the coordinate system of the buildings is "
                          "not known, give crs in [buildings]: " +
                              path
                        : "districts cannot be placed: their coordinate system is not known, give "
                          "crs in [districts]: " +
                              path);
            frame = std::move(*made);
        }
        if (auto ok = districts.add(batch, layer, *frame); !ok) return ok;
    }
}

}  // namespace

city::Result<void> read_districts(const SourceSettings& settings, city::CityModel& city,
                                  city::LoadReport& report, const city::Progress& progress) {
    if (settings.sources.empty()) return {};
    city.districts = {};
    DistrictReader districts(city.districts, report);
    for (const std::string& path : settings.sources)
        if (auto ok =
                read_source(path, settings, districts, city.frame.map_crs(), report, progress);
            !ok)
            return ok;
    if (city.districts.count() == 0)
        return city::fail("[districts] holds no polygon: " +
                          shown_source(settings.sources.front()));
    assign_districts(city);
    report.districts.buildings_outside = buildings_outside(city.districts);
    const auto& of_building = city.districts.of_building;
    const auto outside = std::find(of_building.begin(), of_building.end(), city::Districts::none);
    if (outside != of_building.end())
        report.add(
            ProblemKind::building_outside_districts,
            "building '" +
                std::string(
                    city.buildings.id[static_cast<std::size_t>(outside - of_building.begin())]) +
                "'",
            report.districts.buildings_outside);
    return {};
}

}  // namespace geo_io

// Floor areas and speed limits whose unit nobody states, from whole columns.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "geo/io/column_units.h"
#include "geo/io/fixed_digits.h"
#include "geo/io/median.h"
#include "geo/io/unit_report.h"

namespace geo_io {

namespace {

using city::is_missing;
using Key = std::pair<std::uint16_t, int>;

// Assumed: what a storey takes where only the height is known; only to tell a factor of 10.76.
constexpr double usual_storey_m = 3.5;

struct FloorsOfColumn {
    FloorColumn ratios;
    std::size_t with_storeys = 0;  ///< rows of two or more storeys
    std::size_t as_footprint = 0;  ///< of these, those whose area is that of the footprint
    double sum = 0.0;
};

double storeys_of(const city::Buildings& b, std::size_t i) {
    if (!is_missing(b.storeys[i])) return static_cast<double>(b.storeys[i]);
    if (is_missing(b.height_m[i])) return std::nan("");
    return std::max(1.0,
                    std::round(static_cast<double>(b.height_m[i] - b.base_m[i]) / usual_storey_m));
}

std::map<Key, FloorsOfColumn> gathered(const BuiltRows& rows,
                                       const std::vector<SourceLayer>& layers) {
    std::map<Key, FloorsOfColumn> columns;
    const city::Buildings& b = rows.buildings;
    for (std::size_t i = 0; i < b.count(); ++i) {
        const RowFacts& facts = rows.facts[i];
        if (facts.marks.floor_area == 0 || is_missing(b.floor_area_m2[i])) continue;
        const double footprint_m2 = static_cast<double>(b.footprint_area_m2[i]);
        if (!(footprint_m2 > 1.0) || layers[facts.source_layer].floor_areas.empty()) continue;
        FloorsOfColumn& column = columns[{facts.source_layer, facts.marks.floor_area}];
        const double area = static_cast<double>(b.floor_area_m2[i]), ratio = area / footprint_m2;
        column.sum += area;
        column.ratios.per_footprint.push_back(ratio);
        const double storeys = storeys_of(b, i);
        if (std::isnan(storeys)) continue;
        column.ratios.per_storeys.push_back(ratio / std::max(1.0, storeys));
        if (storeys < 2.0) continue;
        ++column.with_storeys;
        constexpr double same = 0.05;
        if (std::abs(ratio - 1.0) < same) ++column.as_footprint;
    }
    return columns;
}

// A column called "area_m2" or "bldg_area" may hold footprints: then it says nothing of floors.
bool holds_footprints(const FloorsOfColumn& column) {
    return column.with_storeys >= 3 && 10 * column.as_footprint >= 9 * column.with_storeys;
}

}  // namespace

void settle_floor_areas(BuiltRows& rows, const std::vector<SourceLayer>& layers) {
    std::map<Key, float> scales;
    for (auto& [key, column] : gathered(rows, layers)) {
        const SourceLayer& layer = layers[key.first];
        const MeasureColumn& named = column_of(layer.floor_areas, key.second);
        const UnitSubject subject{layer, named, ColumnRole::floor_area_m2};
        if (named.guessed && holds_footprints(column)) {
            scales[key] = city::missing;
            rows.report.add(city::ProblemKind::column_guessed,
                            "column '" + named.name + "' of layer '" + layer.name +
                                "' holds footprints, not floor areas: not used; [buildings] "
                                "columns = { floor_area_m2 = \"" +
                                named.name + "\" } in city.toml uses it");
            continue;
        }
        if (named.unit.unit != MeasureUnit::unstated) continue;
        const double sum = column.sum;
        const UnitVerdict verdict = unit_of_floors(column.ratios, layer.place);
        scales[key] = static_cast<float>(scale_of(verdict.unit));
        if (verdict.kind == UnitVerdict::Kind::guess)
            tell_guess(rows.report, subject, verdict, MeasureUnit::square_metre);
        if (verdict.kind == UnitVerdict::Kind::doubt)
            tell_doubt(rows.report, subject, verdict,
                       area_in_words(sum * scale_of(verdict.unit)) + " of floors",
                       area_in_words(sum * scale_of(verdict.other)));
    }
    city::Buildings& b = rows.buildings;
    for (std::size_t i = 0; !scales.empty() && i < b.count(); ++i) {
        const RowFacts& facts = rows.facts[i];
        if (facts.marks.floor_area == 0) continue;
        const auto scale = scales.find({facts.source_layer, facts.marks.floor_area});
        if (scale != scales.end()) b.floor_area_m2[i] *= scale->second;
    }
}

void settle_speeds(BuiltRows& rows, const std::vector<SourceLayer>& layers) {
    std::map<std::uint16_t, std::vector<double>> columns;
    city::Roads& r = rows.roads;
    for (std::size_t i = 0; i < r.count(); ++i)
        if (rows.speed_layers[i] > 0 && !is_missing(r.speed_kmh[i]))
            columns[rows.speed_layers[i]].push_back(static_cast<double>(r.speed_kmh[i]));
    std::map<std::uint16_t, float> scales;
    for (auto& [number, values] : columns) {
        const SourceLayer& layer = layers[number - std::size_t{1}];
        if (layer.speeds.empty()) continue;
        const UnitVerdict verdict = unit_of_speeds(values, layer.place);
        scales[number] = static_cast<float>(scale_of(verdict.unit));
        const UnitSubject subject{layer, layer.speeds.front(), ColumnRole::speed_kmh};
        if (verdict.kind == UnitVerdict::Kind::guess)
            tell_guess(rows.report, subject, verdict, MeasureUnit::kilometre_per_hour);
        if (verdict.kind != UnitVerdict::Kind::doubt) continue;
        const double middle = median(values);
        const auto words = [middle](MeasureUnit unit) {
            return "the middle limit is " + fixed_digits(middle * scale_of(unit), 0) + " km/h";
        };
        tell_doubt(rows.report, subject, verdict, words(verdict.unit), words(verdict.other));
    }
    for (std::size_t i = 0; i < r.count(); ++i)
        if (const auto scale = scales.find(rows.speed_layers[i]); scale != scales.end())
            r.speed_kmh[i] *= scale->second;
}

}  // namespace geo_io

// Heights whose unit nobody states, from whole columns.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "geo/io/building_values.h"
#include "geo/io/column_units.h"
#include "geo/io/fixed_digits.h"
#include "geo/io/unit_report.h"

namespace geo_io {

namespace {

using city::is_missing;
using city::ProblemKind;

// A layer's column: number of the layer, which one of the role's columns.
using Key = std::pair<std::uint16_t, int>;

// Assumed: what a storey takes where only the height is known; only to say what a reading means.
constexpr double usual_storey_m = 3.5;

class HeightsOfCity {
  public:
    HeightsOfCity(BuiltRows& rows, const std::vector<SourceLayer>& layers)
        : rows_(rows), layers_(layers) {}

    void settle() {
        const city::Buildings& b = rows_.buildings;
        for (std::size_t i = 0; i < b.count(); ++i) {
            const RowFacts& facts = rows_.facts[i];
            if (facts.marks.height == 0 || is_missing(b.height_m[i])) continue;
            const double height = b.height_m[i], storeys = b.storeys[i];
            HeightColumn& column = columns_[{facts.source_layer, facts.marks.height}];
            column.values.push_back(height);
            // A row that begins above the ground has only its own storeys; where that is in
            // another unit than its height nothing can be compared.
            const double base = b.base_m[i];
            if (!(storeys >= 1.0) || (base > 0.0 && facts.marks.base == 0)) continue;
            column.per_any_storey.push_back((height - base) / storeys);
            if (storeys >= 2.0) column.per_storey.push_back((height - base) / storeys);
        }
        for (auto& [key, column] : columns_) decide(key, column);
        if (!columns_.empty()) apply();
    }

  private:
    void decide(const Key& key, HeightColumn& column) {
        const SourceLayer& layer = layers_[key.first];
        if (layer.heights.empty()) return;
        const UnitVerdict verdict = unit_of_heights(column, layer.place);
        scales_[key] = scale_of(verdict.unit);
        const UnitSubject subject{layer, column_of(layer.heights, key.second),
                                  ColumnRole::height_m};
        if (verdict.kind == UnitVerdict::Kind::guess)
            tell_guess(rows_.report, subject, verdict, MeasureUnit::metre);
        if (verdict.kind == UnitVerdict::Kind::doubt)
            tell_doubt(rows_.report, subject, verdict, meaning(key, column, verdict.unit),
                       meaning(key, column, verdict.other));
    }

    // "the middle building has 9.5 m, the highest 62 m, all together 1.2 million m2 of floors"
    std::string meaning(const Key& key, HeightColumn& column, MeasureUnit unit) const {
        const double scale = scale_of(unit);
        const auto middle = column.values.begin() + static_cast<long>(column.values.size() / 2);
        std::nth_element(column.values.begin(), middle, column.values.end());
        const double highest = *std::max_element(column.values.begin(), column.values.end());
        const city::Buildings& b = rows_.buildings;
        double floors_m2 = 0.0;
        for (std::size_t i = 0; i < b.count(); ++i) {
            const RowFacts& facts = rows_.facts[i];
            if (facts.source_layer != key.first || facts.marks.height != key.second) continue;
            const double storeys =
                is_missing(b.storeys[i])
                    ? std::max(1.0, std::round(static_cast<double>(b.height_m[i]) * scale /
                                               usual_storey_m))
                    : static_cast<double>(b.storeys[i]);
            floors_m2 += static_cast<double>(b.footprint_area_m2[i]) * storeys;
        }
        return "the middle building has " + fixed_digits(*middle * scale, 1) + " m, the highest " +
               fixed_digits(highest * scale, 1) + " m, all together about " +
               area_in_words(floors_m2) + " of floors";
    }

    void apply() {
        city::Buildings& b = rows_.buildings;
        for (std::size_t i = 0; i < b.count(); ++i) {
            const RowFacts& facts = rows_.facts[i];
            if (facts.marks.height == 0 || is_missing(b.height_m[i])) continue;
            const auto scale = scales_.find({facts.source_layer, facts.marks.height});
            if (scale == scales_.end()) continue;
            const double height_m = static_cast<double>(b.height_m[i]) * scale->second;
            if (facts.marks.base != 0)
                b.base_m[i] = static_cast<float>(static_cast<double>(b.base_m[i]) * scale->second);
            const std::string where = "building '" + std::string(b.id[i]) + "'";
            if (height_m > highest_building_m) {
                rows_.report.add(ProblemKind::value_out_of_range,
                                 where + ": height " + fixed_digits(height_m, 1) + " m");
                b.height_m[i] = city::missing;
                continue;
            }
            b.height_m[i] = static_cast<float>(height_m);
            if (storeys_contradict(height_m - static_cast<double>(b.base_m[i]),
                                   static_cast<double>(b.storeys[i]))) {
                rows_.report.add(
                    ProblemKind::values_contradict,
                    where + ": " +
                        contradiction_in_words(height_m, static_cast<double>(b.storeys[i])));
                b.storeys[i] = city::missing;
            }
        }
    }

    BuiltRows& rows_;
    const std::vector<SourceLayer>& layers_;
    std::map<Key, HeightColumn> columns_;
    std::map<Key, double> scales_;
};

}  // namespace

void settle_heights(BuiltRows& rows, const std::vector<SourceLayer>& layers) {
    HeightsOfCity(rows, layers).settle();
}

}  // namespace geo_io

#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "geo/city/load_report.h"
#include "geo/io/city_builder.h"

namespace geo_io {

/// The values of a batch's features by what they mean: of a role's columns the first one that says
/// something.
class RowReader {
  public:
    RowReader(const FeatureBatch& batch, const LayerPlan& layer, const LayerFrame& frame,
              city::LoadReport& report)
        : batch_(batch), layer_(layer), frame_(frame), report_(report) {}

    /// The first text that a role's columns have for the row, as UTF-8.
    std::string text(ColumnRole role, std::size_t row) const;

    /// Every text of the role's columns, until `visit` says true.
    template <class Visit>
    void each_text(ColumnRole role, std::size_t row, Visit visit) const {
        for (const int column : layer_.roles[role])
            if (std::string value = text_of(column, row); !value.empty())
                if (visit(value)) return;
    }

    /// The first readable number; a text that cannot be read is reported and taken as unknown.
    template <class Parse>
    double number(ColumnRole role, std::size_t row, Parse parse, double low, double high) const {
        for (const int column : layer_.roles[role]) {
            const RawColumn& raw = raw_of(column);
            double value = std::numeric_limits<double>::quiet_NaN();
            if (raw.is_number) {
                value = raw.number[row];
                if (std::isnan(value)) continue;
            } else {
                const std::string_view written = raw.text[row];
                if (written.empty()) continue;
                value = parse(written);
                if (std::isnan(value)) {
                    report_.add(city::ProblemKind::value_unreadable, example(column, row, written));
                    continue;
                }
            }
            // Zero is how tables without nulls write "not known"; everything else outside is an
            // error.
            if (value == 0.0 && low > 0.0) continue;
            if (!(value >= low && value <= high)) {
                report_.add(city::ProblemKind::value_out_of_range,
                            example(column, row, std::to_string(value)));
                continue;
            }
            return value;
        }
        return std::numeric_limits<double>::quiet_NaN();
    }

    /// "layer 'x' feature 17", for examples in the report.
    std::string where(std::size_t row) const;

  private:
    const RawColumn& raw_of(int column) const;
    std::string text_of(int column, std::size_t row) const;
    std::string example(int column, std::size_t row, std::string_view value) const;

    const FeatureBatch& batch_;
    const LayerPlan& layer_;
    const LayerFrame& frame_;
    city::LoadReport& report_;
};

}  // namespace geo_io

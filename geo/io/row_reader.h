#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "geo/city/load_report.h"
#include "geo/io/city_builder.h"
#include "geo/words/value_parse.h"

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

    /// Every text of the role's columns, until `visit(value, nth column of the role)` says true.
    template <class Visit>
    void each_text(ColumnRole role, std::size_t row, Visit visit) const {
        const std::vector<int>& columns = layer_.roles[role];
        for (std::size_t nth = 0; nth < columns.size(); ++nth)
            if (std::string value = text_of(columns[nth], row); !value.empty())
                if (visit(value, nth)) return;
    }

    /// A measure of a row, in m, m2 or km/h unless nobody says in what unit its column is.
    struct Measure {
        double value = std::numeric_limits<double>::quiet_NaN();
        int nth = -1;              ///< of the role's columns; -1 where there is no value
        bool unit_stated = false;  ///< by the value itself, or for its column
    };

    /// The first readable measure of a role; a text that cannot be read is reported and taken as
    /// unknown. Where the unit is not stated the bounds hold for metres, feet and centimetres.
    template <class Parse>
    Measure measure(ColumnRole role, std::size_t row, Parse parse, double low, double high) const {
        const std::vector<int>& columns = layer_.roles[role];
        for (std::size_t nth = 0; nth < columns.size(); ++nth) {
            const RawColumn& raw = raw_of(columns[nth]);
            const ColumnUnit& unit = unit_of(columns[nth]);
            Measured measured{std::numeric_limits<double>::quiet_NaN(), false};
            if (raw.is_number) {
                measured.value = raw.number[row];
            } else {
                const std::string_view written = raw.text[row];
                if (written.empty()) continue;
                measured = parse(written);
                if (std::isnan(measured.value)) {
                    report_unreadable(columns[nth], row, written);
                    continue;
                }
            }
            const bool stated = measured.names_unit || unit.unit != MeasureUnit::unstated;
            if (is_sentinel(measured.value, high)) continue;
            const double value = measured.value * (measured.names_unit ? 1.0 : scale_of(unit.unit));
            constexpr double per_metre = 100.0;  // a number may be of centimetres
            if (!fits(columns[nth], row, value, low, stated ? high : high * per_metre)) continue;
            return {value, static_cast<int>(nth), stated};
        }
        return {};
    }

    /// The first readable number of a role that has no unit.
    template <class Parse>
    double number(ColumnRole role, std::size_t row, Parse parse, double low, double high) const {
        for (const int column : layer_.roles[role]) {
            const RawColumn& raw = raw_of(column);
            double value = std::numeric_limits<double>::quiet_NaN();
            if (raw.is_number) {
                value = raw.number[row];
            } else {
                const std::string_view written = raw.text[row];
                if (written.empty()) continue;
                value = parse(written);
                if (std::isnan(value)) {
                    report_unreadable(column, row, written);
                    continue;
                }
            }
            if (is_sentinel(value, high)) continue;
            if (role == ColumnRole::year) value = year_of_date(value);
            if (!fits(column, row, value, low, high)) continue;
            return value;
        }
        return std::numeric_limits<double>::quiet_NaN();
    }

    /// Of one column, as UTF-8; codes that the file explains in its own words.
    std::string text_of(int column, std::size_t row) const;

    /// Of the column of this name, where there is one that some role needs.
    std::string named_text(std::string_view column, std::size_t row) const;

    /// "layer 'x' feature 17", for examples in the report.
    std::string where(std::size_t row) const;

  private:
    const RawColumn& raw_of(int column) const;
    const ColumnUnit& unit_of(int column) const;
    void report_unreadable(int column, std::size_t row, std::string_view written) const;
    // Zero is how tables without nulls write "not known"; everything else outside is an error.
    bool fits(int column, std::size_t row, double value, double low, double high) const;
    std::string written(int column, std::size_t row) const;
    std::string example(int column, std::size_t row, std::string_view value) const;

    const FeatureBatch& batch_;
    const LayerPlan& layer_;
    const LayerFrame& frame_;
    city::LoadReport& report_;
};

}  // namespace geo_io

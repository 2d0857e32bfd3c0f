#include "geo/io/row_reader.h"

#include <algorithm>

#include "geo/words/text_encoding.h"

namespace geo_io {

std::string RowReader::text(ColumnRole role, std::size_t row) const {
    for (const int column : layer_.roles[role]) {
        std::string value = text_of(column, row);
        if (!value.empty()) return value;
    }
    return {};
}

std::string RowReader::named_text(std::string_view column, std::size_t row) const {
    for (const int wanted : layer_.wanted)
        if (layer_.columns[static_cast<std::size_t>(wanted)] == column) return text_of(wanted, row);
    return {};
}

std::string RowReader::where(std::size_t row) const {
    return "layer '" + layer_.name + "' feature " + std::to_string(batch_.fid[row]);
}

const RawColumn& RowReader::raw_of(int column) const {
    const auto at = std::lower_bound(layer_.wanted.begin(), layer_.wanted.end(), column);
    return batch_.columns[static_cast<std::size_t>(at - layer_.wanted.begin())];
}

const ColumnUnit& RowReader::unit_of(int column) const {
    const auto at = std::lower_bound(layer_.wanted.begin(), layer_.wanted.end(), column);
    return layer_.units[static_cast<std::size_t>(at - layer_.wanted.begin())];
}

void RowReader::report_unreadable(int column, std::size_t row, std::string_view written) const {
    if (!says_not_known(written))
        report_.add(city::ProblemKind::value_unreadable, example(column, row, written));
}

bool RowReader::fits(int column, std::size_t row, double value, double low, double high) const {
    if (value == 0.0 && low > 0.0) return false;
    if (value >= low && value <= high) return true;
    report_.add(city::ProblemKind::value_out_of_range, example(column, row, std::to_string(value)));
    return false;
}

std::string RowReader::text_of(int column, std::size_t row) const {
    std::string value = written(column, row);
    if (layer_.code_words.empty()) return value;
    const auto codes = layer_.code_words.find(column);
    if (codes == layer_.code_words.end()) return value;
    const auto meant = codes->second.find(value);
    return meant == codes->second.end() ? value : meant->second;
}

std::string RowReader::written(int column, std::size_t row) const {
    const RawColumn& raw = raw_of(column);
    if (raw.is_number) {
        const double value = raw.number[row];
        if (std::isnan(value)) return {};
        if (value == std::floor(value) && std::abs(value) < 1e15)
            return std::to_string(static_cast<long long>(value));
        return std::to_string(value);
    }
    bool changed = false;
    std::string value = to_utf8(raw.text[row], frame_.encoding, changed);
    if (changed)
        report_.add(city::ProblemKind::encoding_guessed,
                    where(row) + ": now reads '" + value + "'");
    return value;
}

std::string RowReader::example(int column, std::size_t row, std::string_view value) const {
    return where(row) + ": " + layer_.columns[static_cast<std::size_t>(column)] + " = '" +
           std::string(value.substr(0, 40)) + "'";
}

}  // namespace geo_io

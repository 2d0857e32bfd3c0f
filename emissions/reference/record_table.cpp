#include "emissions/reference/record_table.h"

#include <algorithm>

#include "emissions/reference/csv_record.h"

namespace emissions::reference {

city::Result<RecordTable> RecordTable::parse(std::string_view csv, std::string_view name) {
    RecordTable table;
    table.columns_ = take_record(csv);
    for (std::size_t line = 2; !csv.empty(); ++line) {
        std::vector<std::string> fields = take_record(csv);
        if (fields.size() == 1 && fields[0].empty()) continue;
        if (fields.size() != table.columns_.size())
            return city::fail("reference table " + std::string(name) + " line " +
                              std::to_string(line) + ": has " + std::to_string(fields.size()) +
                              " fields, not " + std::to_string(table.columns_.size()));
        table.records_.push_back(std::move(fields));
    }
    return table;
}

bool RecordTable::has(std::string_view column) const {
    return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

const std::string& RecordTable::cell(std::size_t row, std::string_view column) const {
    static const std::string none;
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    return found == columns_.end()
               ? none
               : records_[row][static_cast<std::size_t>(found - columns_.begin())];
}

}  // namespace emissions::reference

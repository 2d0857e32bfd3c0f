#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/city/result.h"

namespace emissions::reference {

/// A table whose cells are words, found by the names of its columns; who reads it gives them sense.
class RecordTable {
  public:
    /// CSV with a header; every row has as many fields. `name` is for messages.
    static city::Result<RecordTable> parse(std::string_view csv, std::string_view name);

    std::size_t rows() const { return records_.size(); }
    /// Empty where there is no such column.
    const std::string& cell(std::size_t row, std::string_view column) const;
    bool has(std::string_view column) const;

  private:
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> records_;
};

}  // namespace emissions::reference

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/city/result.h"

namespace emissions::reference {

/// One row of a reference table. `status` is "seen" (read in the source) or something weaker, which
/// a user must see as "assumed".
struct Fact {
    std::string place, subject, quantity;
    double value = 0.0;
    std::string unit, year, source, address, status, note;
    bool is_seen() const { return status == "seen"; }
};

/// A table of facts, found by (place, subject, quantity).
class Table {
  public:
    /// CSV with exactly the columns place, subject, quantity, value, unit, year, source, address,
    /// status, note.
    static city::Result<Table> parse(std::string_view csv, std::string_view name);

    /// The only or the first year's fact.
    const Fact* find(std::string_view place, std::string_view subject,
                     std::string_view quantity) const;
    /// Value of `find`, or nothing.
    std::optional<double> value(std::string_view place, std::string_view subject,
                                std::string_view quantity) const;
    /// Linear between the years that are there; beyond the first and the last the nearest one
    /// counts.
    std::optional<double> value_in_year(std::string_view place, std::string_view subject,
                                        std::string_view quantity, int year) const;
    const std::vector<Fact>& facts() const { return facts_; }

  private:
    const std::vector<std::size_t>* rows(std::string_view place, std::string_view subject,
                                         std::string_view quantity) const;

    std::vector<Fact> facts_;
    std::unordered_map<std::string, std::vector<std::size_t>> rows_;  ///< in order of year
};

}  // namespace emissions::reference

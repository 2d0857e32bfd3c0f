#include "emissions/reference/table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "emissions/reference/csv_record.h"
#ifdef TWINSCAPE_WATCH_TABLES
#include "emissions/reference/watch.h"
#endif

namespace emissions::reference {

namespace {

constexpr std::string_view header =
    "place,subject,quantity,value,unit,year,source,address,status,note";

std::string key_of(std::string_view place, std::string_view subject, std::string_view quantity) {
    std::string key(place);
    key += '\x1f';
    key += subject;
    key += '\x1f';
    key += quantity;
    return key;
}

int year_of(const Fact& fact) {
    return std::atoi(fact.year.c_str());
}

void seen([[maybe_unused]] const Fact& fact) {
#ifdef TWINSCAPE_WATCH_TABLES
    watch_fact(fact);
#endif
}

}  // namespace

city::Result<Table> Table::parse(std::string_view csv, std::string_view name) {
    const auto broken = [&](std::size_t line, const std::string& what) {
        return city::fail("reference table " + std::string(name) + " line " + std::to_string(line) +
                          ": " + what);
    };
    if (csv.substr(0, header.size()) != header)
        return broken(1, "the columns must be " + std::string(header));
    take_record(csv);
    Table table;
    for (std::size_t line = 2; !csv.empty(); ++line) {
        std::vector<std::string> f = take_record(csv);
        if (f.size() == 1 && f[0].empty()) continue;
        if (f.size() != 10)
            return broken(line, "has " + std::to_string(f.size()) + " fields, not 10");
        double value = 0.0;
        const auto parsed = std::from_chars(f[3].data(), f[3].data() + f[3].size(), value);
        if (parsed.ec != std::errc{} || parsed.ptr != f[3].data() + f[3].size() ||
            !std::isfinite(value))
            return broken(line, "'" + f[3] + "' is not a number");
        if (f[4].empty() || f[5].empty() || f[6].empty() || f[8].empty())
            return broken(line, "unit, year, source and status must not be empty");
        const auto take = [&f](std::size_t field) { return std::move(f[field]); };
        table.facts_.push_back({take(0), take(1), take(2), value, take(4), take(5), take(6),
                                take(7), take(8), take(9)});
    }
    for (std::size_t row = 0; row < table.facts_.size(); ++row) {
        const Fact& fact = table.facts_[row];
        table.rows_[key_of(fact.place, fact.subject, fact.quantity)].push_back(row);
    }
    for (auto& [key, rows] : table.rows_)
        std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
            return year_of(table.facts_[a]) < year_of(table.facts_[b]);
        });
    return table;
}

const std::vector<std::size_t>* Table::rows(std::string_view place, std::string_view subject,
                                            std::string_view quantity) const {
    const auto found = rows_.find(key_of(place, subject, quantity));
    return found == rows_.end() ? nullptr : &found->second;
}

const Fact* Table::find(std::string_view place, std::string_view subject,
                        std::string_view quantity) const {
    const auto* found = rows(place, subject, quantity);
    if (found == nullptr) return nullptr;
    seen(facts_[found->front()]);
    return &facts_[found->front()];
}

std::optional<double> Table::value(std::string_view place, std::string_view subject,
                                   std::string_view quantity) const {
    const Fact* fact = find(place, subject, quantity);
    return fact == nullptr ? std::nullopt : std::optional(fact->value);
}

std::optional<double> Table::value_in_year(std::string_view place, std::string_view subject,
                                           std::string_view quantity, int year) const {
    const auto* found = rows(place, subject, quantity);
    if (found == nullptr || found->empty()) return std::nullopt;
    for (const std::size_t row : *found) seen(facts_[row]);
    const Fact* before = nullptr;
    for (const std::size_t row : *found) {
        const Fact& fact = facts_[row];
        if (year_of(fact) >= year) {
            if (before == nullptr || year_of(fact) == year) return fact.value;
            const double along =
                static_cast<double>(year - year_of(*before)) / (year_of(fact) - year_of(*before));
            return before->value + along * (fact.value - before->value);
        }
        before = &fact;
    }
    return before->value;
}

}  // namespace emissions::reference

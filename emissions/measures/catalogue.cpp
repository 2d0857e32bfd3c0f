#include "emissions/measures/catalogue.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "emissions/measures/effects.h"
#include "emissions/measures/field_names.h"
#include "emissions/measures/filter_text.h"
#include "emissions/reference/tables.h"

namespace emissions {

namespace {

template <class Enum>
std::optional<Enum> named(std::string_view name) {
    for (const Enum one : city::all_of<Enum>())
        if (name == name_of(one)) return one;
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// Up to the separator, which is taken too.
std::string_view take_until(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

city::Result<ParameterChange> read_change(std::string_view text) {
    std::string_view rest = text;
    const auto parameter = named<Parameter>(take_until(rest, ' '));
    const auto operation = named<Operation>(take_until(rest, ' '));
    const std::string_view number = trimmed(rest);
    double value = 0.0;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), value);
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == number.data() + number.size();
    if (!parameter || !operation || !whole || !std::isfinite(value))
        return city::fail(std::string(text).append(
            " is no change: a change is a parameter, an operation and a number"));
    return ParameterChange{*parameter, *operation, value};
}

// How much a place says of a region: 0 nothing.
int closeness(std::string_view place, std::string_view region) {
    if (place == region) return 3;
    if (region.size() > 2 && place == region.substr(0, 2)) return 2;
    return place == "world" ? 1 : 0;
}

city::Result<MeasureRow> read_row(const reference::RecordTable& table, std::size_t row) {
    const auto cell = [&](const char* column) { return table.cell(row, column); };
    MeasureRow measure;
    measure.id = cell("id");
    measure.place = cell("place");
    const auto wrong = [&](const std::string& what) {
        return city::fail("catalogue.csv, measure '" + measure.id + "' of " + measure.place + ": " +
                          what);
    };
    const auto target = named<Target>(cell("target"));
    if (!target) return wrong("there is no target '" + cell("target") + "'");
    measure.target = *target;
    auto eligible = read_filter(cell("eligible"));
    if (!eligible) return wrong(eligible.error().message);
    measure.eligible = std::move(*eligible);
    for (const FilterTerm& term : measure.eligible.terms)
        if (!can_ask(measure.target, term.field))
            return wrong("nothing of a " + std::string(name_of(*target)) + " has a " +
                         std::string(name_of(term.field)));
    auto changes = read_changes(cell("changes"));
    if (!changes) return wrong(changes.error().message);
    measure.changes = std::move(*changes);
    for (const ParameterChange& change : measure.changes)
        if (target_of(change.parameter) != measure.target)
            return wrong(std::string(name_of(change.parameter)) + " is no parameter of a " +
                         std::string(name_of(*target)));
    measure.source = cell("source");
    measure.address = cell("address");
    measure.status = cell("status");
    measure.note = cell("note");
    if (measure.id.empty() || measure.place.empty() || measure.source.empty() ||
        measure.status.empty() || measure.changes.empty())
        return wrong("id, place, changes, source and status must not be empty");
    return measure;
}

}  // namespace

city::Result<std::vector<ParameterChange>> read_changes(std::string_view text) {
    std::vector<ParameterChange> changes;
    while (!text.empty()) {
        const std::string_view one = take_until(text, ';');
        if (one.empty()) continue;
        auto change = read_change(one);
        if (!change) return tl::unexpected(change.error());
        changes.push_back(*change);
    }
    return changes;
}

city::Result<std::vector<MeasureRow>> read_catalogue(const reference::Library& library) {
    const reference::RecordTable& table = library.tables().catalogue;
    std::vector<MeasureRow> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto measure = read_row(table, row);
        if (!measure) return tl::unexpected(measure.error());
        for (const MeasureRow& before : rows)
            if (before.id == measure->id && before.place == measure->place)
                return city::fail("catalogue.csv has measure '" + measure->id + "' of " +
                                  measure->place + " twice");
        rows.push_back(std::move(*measure));
    }
    return rows;
}

std::vector<MeasureRow> measures_of(const std::vector<MeasureRow>& catalogue,
                                    std::string_view region) {
    std::vector<MeasureRow> measures;
    for (const MeasureRow& row : catalogue) {
        const int close = closeness(row.place, region);
        if (close == 0) continue;
        const auto same = std::find_if(measures.begin(), measures.end(),
                                       [&](const MeasureRow& one) { return one.id == row.id; });
        if (same == measures.end())
            measures.push_back(row);
        else if (closeness(same->place, region) < close)
            *same = row;
    }
    return measures;
}

const MeasureRow* find_measure(const std::vector<MeasureRow>& measures, std::string_view id) {
    const auto found = std::find_if(measures.begin(), measures.end(),
                                    [&](const MeasureRow& measure) { return measure.id == id; });
    return found == measures.end() ? nullptr : &*found;
}

}  // namespace emissions

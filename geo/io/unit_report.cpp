#include "geo/io/unit_report.h"

#include <algorithm>

#include "geo/io/fixed_digits.h"

namespace geo_io {

namespace {

using city::ProblemKind;

// The first of a kind is the report's example, all others are notes.
void tell(city::LoadReport& report, ProblemKind kind, const std::string& sentence) {
    if (report.count_of(kind) > 0) report.notes.push_back(sentence);
    report.add(kind, sentence);
}

std::string start(const UnitSubject& subject) {
    return "column '" + subject.column.name + "' of layer '" + subject.layer.name +
           "' does not say its unit, taken as ";
}

std::string remedy(const UnitSubject& subject, MeasureUnit unit) {
    return std::string(table_of(subject.role)) + " units = { " +
           std::string(name_of(subject.role)) + " = \"" + std::string(symbol_of(unit)) +
           "\" } in city.toml";
}

}  // namespace

const MeasureColumn& column_of(const std::vector<MeasureColumn>& columns, int nth) {
    return columns[std::min(static_cast<std::size_t>(std::max(nth, 1) - 1), columns.size() - 1)];
}

std::string area_in_words(double area_m2) {
    return area_m2 < 1e4   ? fixed_digits(area_m2, 0) + " m2"
           : area_m2 < 1e6 ? fixed_digits(area_m2 / 1e3, 0) + " thousand m2"
                           : fixed_digits(area_m2 / 1e6, 1) + " million m2";
}

void tell_guess(city::LoadReport& report, const UnitSubject& subject, const UnitVerdict& verdict,
                MeasureUnit ours) {
    tell(report, ProblemKind::unit_guessed,
         start(subject) + std::string(plural_of(verdict.unit)) + ": " + verdict.because + "; " +
             remedy(subject, ours) + " changes that");
}

void tell_doubt(city::LoadReport& report, const UnitSubject& subject, const UnitVerdict& verdict,
                const std::string& as_taken, const std::string& otherwise) {
    tell(report, ProblemKind::unit_in_doubt,
         start(subject) + std::string(plural_of(verdict.unit)) + ": " + as_taken + "; in " +
             std::string(plural_of(verdict.other)) + " " + otherwise + ". " +
             remedy(subject, verdict.other) + " takes the other reading, \"" +
             std::string(symbol_of(verdict.unit)) + "\" ends the doubt");
}

}  // namespace geo_io

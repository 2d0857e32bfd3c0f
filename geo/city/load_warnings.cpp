#include "geo/city/load_warnings.h"

#include <algorithm>

namespace city {

namespace {

// The gravest first: where the city lies and what it consists of comes before single rows. Kinds
// that are not named here weigh by what became of the rows.
int gravity_of(ProblemKind kind) {
    switch (kind) {
        case ProblemKind::crs_missing:
        case ProblemKind::crs_contradictory:
        case ProblemKind::axes_swapped:
        case ProblemKind::place_doubtful:
        case ProblemKind::offset_found:
            return 0;
        case ProblemKind::file_damaged:
            return 1;
        case ProblemKind::layer_doubtful:
        case ProblemKind::layer_ignored:
        case ProblemKind::unit_in_doubt:
            return 2;
        case ProblemKind::line_as_outline:
        case ProblemKind::values_contradict:
            return 3;
        default:
            return outcome_of(kind) == Outcome::guessed ? 4 : 5;
    }
}

}  // namespace

bool worth_a_warning(ProblemKind kind) {
    switch (kind) {
        case ProblemKind::geometry_duplicate:         // another row stands for it
        case ProblemKind::geometry_overlapping_part:  // so do its parts
        case ProblemKind::geometry_tiny:              // below a square metre
        case ProblemKind::encoding_guessed:           // texts, no numbers
        case ProblemKind::column_guessed:             // a note of its own says which
        case ProblemKind::district_unnamed:
            return false;
        case ProblemKind::axes_swapped:
        case ProblemKind::place_doubtful:
        case ProblemKind::offset_found:
        case ProblemKind::layer_ignored:
        case ProblemKind::file_damaged:
            return true;
        default:
            break;
    }
    const Outcome outcome = outcome_of(kind);
    return outcome == Outcome::left_out || outcome == Outcome::guessed;
}

std::vector<Problem> load_warnings(const LoadReport& report) {
    std::vector<Problem> warnings;
    for (const Problem& problem : report.problems)
        if (worth_a_warning(problem.kind)) warnings.push_back(problem);
    std::stable_sort(warnings.begin(), warnings.end(), [](const Problem& a, const Problem& b) {
        return gravity_of(a.kind) < gravity_of(b.kind);
    });
    return warnings;
}

}  // namespace city

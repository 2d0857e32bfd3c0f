#pragma once

#include <vector>

#include "geo/city/load_report.h"

namespace city {

/// Whether a person should know of it before they trust a number of the city: something was left
/// out, or guessed in a way that moves, scales or misplaces what is counted. What only tidies up
/// (copies, crossings repaired, texts decoded) is not.
bool worth_a_warning(ProblemKind kind);

/// The problems of a load that are worth a warning, the gravest first: for every command and the
/// window, which names them by kind in its own language.
std::vector<Problem> load_warnings(const LoadReport& report);

}  // namespace city

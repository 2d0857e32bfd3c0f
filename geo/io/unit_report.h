#pragma once

#include <string>

#include "geo/city/load_report.h"
#include "geo/io/source_layers.h"
#include "geo/io/unit_verdict.h"

namespace geo_io {

/// Whose unit is spoken of.
struct UnitSubject {
    const SourceLayer& layer;
    const MeasureColumn& column;
    ColumnRole role;
};

/// Reports a guess with its reason and with what to write where the unit is `ours` after all.
void tell_guess(city::LoadReport& report, const UnitSubject& subject, const UnitVerdict& verdict,
                MeasureUnit ours);
/// Reports a doubt: what the reading taken means, and what the other one would.
void tell_doubt(city::LoadReport& report, const UnitSubject& subject, const UnitVerdict& verdict,
                const std::string& as_taken, const std::string& otherwise);
/// "1.2 million m2".
std::string area_in_words(double area_m2);

/// The nth column of a role, counted from 1; the last one where marks count no further.
const MeasureColumn& column_of(const std::vector<MeasureColumn>& columns, int nth);

}  // namespace geo_io

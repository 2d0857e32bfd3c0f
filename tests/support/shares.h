#pragma once
#include "emissions/measures/catalogue.h"
#include "emissions/measures/uptake.h"
#include "tests/emissions/reference_tables.h"

namespace test {

/// The same share of every measure there is, everywhere.
inline void set_all_shares(emissions::Scenario& scenario, float share) {
    const auto catalogue = emissions::read_catalogue(reference_tables());
    if (!catalogue) FAIL(catalogue.error().message);
    for (const emissions::MeasureRow& row : *catalogue) set_share(scenario, row.id, share);
}

}  // namespace test

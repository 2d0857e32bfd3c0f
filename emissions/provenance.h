#pragma once

#include <array>
#include <string>
#include <vector>

#include "emissions/model/baseline.h"
#include "geo/city/city_model.h"

namespace emissions {

/// How well a figure of the reference tables is known: read in its source, recalled, or assumed by
/// us.
enum class Status : std::uint8_t { seen, recalled, assumed, count_ };
std::string_view name_of(Status status);

/// One kind of figure that a result rests on, with the rows of the tables that were used.
struct Ground {
    std::string_view
        part;  ///< "loads", "envelope", "intensity", "era", "systems", "grid", "fuel", "gwp"
    city::EnumArray<Status, std::size_t> facts{};  ///< how many rows of each status
    std::vector<std::string> sources;              ///< each once, the one with most rows first

    std::size_t count() const {
        return facts[Status::seen] + facts[Status::recalled] + facts[Status::assumed];
    }
};

/// What the card of one building rests on.
struct Provenance {
    std::vector<Ground> energy;           ///< of its energy by end use
    std::vector<Ground> co2e, nox, pm25;  ///< of the factors that turn this energy into emissions;
                                          ///< the energy's own grounds come on top
};

/// Rows that were used for building `row` under `scenario`: its use, period and climate zone, the
/// carriers that it buys, the region's grid in the scenario's year. Pure; a few scans of small
/// tables.
Provenance provenance_of(const Baseline& baseline, const city::CityModel& city,
                         const Results& results, std::size_t row, const Scenario& scenario);

/// The weakest of all: what must be said of a figure that rests on them. Nothing known is assumed.
Status weakest(const std::vector<Ground>& grounds);

}  // namespace emissions

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "emissions/model/filter.h"
#include "emissions/model/scenario.h"
#include "emissions/model/traits.h"

namespace emissions {

/// A filter made ready for one city: names are looked up once, a row is then a few comparisons.
/// Refers to the traits.
class BuildingMatch {
  public:
    BuildingMatch(const Filter& filter, const BuildingTraits& traits,
                  std::span<const Place> places);
    bool operator()(std::size_t building) const {
        for (const Term& term : terms_)
            if (!holds(term, building)) return false;
        return true;
    }

  private:
    struct Term {
        Field field;
        Comparison comparison;
        float number;
        std::uint64_t values = 0;             ///< a bit for each use, era or supply that is named
        std::vector<std::uint8_t> districts;  ///< 1 where the district is named
        std::vector<std::uint64_t> ids;       ///< hashes, ascending
    };
    bool holds(const Term& term, std::size_t building) const;

    const BuildingTraits* traits_;
    std::vector<Term> terms_;
};

/// The same for roads; terms that roads do not have hold for none.
class RoadMatch {
  public:
    RoadMatch(const Filter& filter, const RoadTraits& roads,
              std::span<const std::string> district_names, std::span<const Place> places);
    bool operator()(std::size_t road) const;

  private:
    struct Term {
        Field field;
        bool is_in;
        std::uint64_t classes = 0;
        std::vector<std::uint8_t> districts;
        std::vector<std::uint64_t> ids;
    };
    const RoadTraits* roads_;
    std::vector<Term> terms_;
};

}  // namespace emissions

#pragma once

#include <cstdint>
#include <vector>

#include "emissions/measures/filter_match.h"
#include "emissions/model/baseline.h"
#include "emissions/model/parameters.h"

namespace emissions {

/// What the measures that a building has carried out make of it.
struct BuildingParameters {
    PlantParameters plant;
    PlugParameters plugs;
    float flat_roof_kwh_per_m2 = 0, sloped_roof_kwh_per_m2 = 0;  ///< a year, per m2 of roof
    std::uint32_t package = 0;                                   ///< row of demand.packages
    bool package_is_near = false;  ///< the exact one was not worked out
};

/// A scenario's actions on buildings, made ready for one city. Which actions a building has carried
/// out is a set of bits; few sets occur, so that what they make of a building is looked up.
class ActedMeasures {
  public:
    /// Actions beyond it are left out; scenario files and the window do not take more.
    static constexpr std::size_t most_actions = 60;

    ActedMeasures(const Baseline& baseline, const Scenario& scenario);

    std::uint64_t set_of(std::size_t building) const;
    /// Looked up; where sets are too many for that, worked out into `room`.
    const BuildingParameters& parameters(std::uint64_t set, BuildingParameters& room) const {
        if (set < of_set_.size()) return of_set_[set];
        return room = worked_out(set);
    }
    /// The measures of actions, by the bits of a set.
    const MeasureRow& measure(std::size_t bit) const { return *actions_[bit].measure; }
    std::size_t count() const { return actions_.size(); }
    /// Whether some set stands for the nearest package; without it no building does.
    bool can_be_near() const;

  private:
    struct Acting {
        const MeasureRow* measure;
        std::uint64_t measure_hash;
        float share;
        bool meant_for_all;  ///< no filter to ask
        BuildingMatch eligible, where;
    };
    BuildingParameters worked_out(std::uint64_t set) const;

    const Baseline& baseline_;
    std::vector<Acting> actions_;
    std::vector<BuildingParameters> of_set_;  ///< where there are few actions: all sets
};

}  // namespace emissions

#include "emissions/measures/acted.h"

#include <algorithm>

#include "emissions/measures/catalogue.h"
#include "emissions/measures/effects.h"
#include "emissions/measures/packages.h"
#include "emissions/measures/uptake.h"

namespace emissions {

namespace {
constexpr std::size_t most_tabulated = 10;  // 1024 sets of 48 bytes stay in a core's cache
}

ActedMeasures::ActedMeasures(const Baseline& baseline, const Scenario& scenario)
    : baseline_(baseline) {
    for (const Action& action : scenario.actions) {
        const MeasureRow* measure = find_measure(baseline.measures, action.measure);
        const float share = share_in(action, scenario.year);
        if (measure == nullptr || !acts_on_buildings(measure->target) || !(share > 0.0f) ||
            actions_.size() == most_actions)
            continue;
        actions_.push_back({measure, hash_of(measure->id), share,
                            measure->eligible.empty() && action.where.empty(),
                            BuildingMatch(measure->eligible, baseline.traits, {}),
                            BuildingMatch(action.where, baseline.traits, scenario.places)});
    }
    const std::size_t sets = std::size_t{1} << std::min(actions_.size(), most_tabulated);
    std::vector<BuildingParameters> of_set(sets);
    for (std::size_t set = 0; set < sets; ++set) of_set[set] = worked_out(set);
    of_set_ = std::move(of_set);
}

std::uint64_t ActedMeasures::set_of(std::size_t i) const {
    const std::uint64_t building = baseline_.traits.id_hash[i];
    std::uint64_t set = 0;
    for (std::size_t k = 0; k < actions_.size(); ++k) {
        const Acting& action = actions_[k];
        // No branch on who is before whom in the queue: it could not be foreseen.
        const bool reached = queue_place(action.measure_hash, building) < action.share;
        const bool meant =
            action.meant_for_all || (reached && action.eligible(i) && action.where(i));
        set |= static_cast<std::uint64_t>(reached & meant) << k;
    }
    return set;
}

bool ActedMeasures::can_be_near() const {
    if (actions_.size() > most_tabulated) return true;  // then not all sets are known
    return std::any_of(of_set_.begin(), of_set_.end(),
                       [](const BuildingParameters& made) { return made.package_is_near; });
}

BuildingParameters ActedMeasures::worked_out(std::uint64_t set) const {
    BuildingParameters made;
    RoofParameters roof;
    std::vector<std::string> envelope;
    for (std::size_t k = 0; k < actions_.size(); ++k) {
        if ((set >> k & 1u) == 0) continue;
        // Nobody does the same thing twice.
        bool before = false;
        for (std::size_t other = 0; other < k; ++other)
            before = before ||
                     ((set >> other & 1u) != 0 && actions_[other].measure == actions_[k].measure);
        if (before) continue;
        const MeasureRow& measure = *actions_[k].measure;
        change(made.plant, measure.changes);
        change(made.plugs, measure.changes);
        change(roof, measure.changes);
        if (measure.target == Target::envelope) envelope.push_back(measure.id);
    }
    const double kwh_per_m2 = roof.module_kw_per_m2 * baseline_.roofs.yield_kwh_per_kw;
    made.flat_roof_kwh_per_m2 = static_cast<float>(roof.usable_roof_share_flat * kwh_per_m2);
    made.sloped_roof_kwh_per_m2 = static_cast<float>(roof.usable_roof_share_sloped * kwh_per_m2);
    const FoundPackage package = package_of(baseline_.demand.packages, envelope);
    made.package = static_cast<std::uint32_t>(package.row);
    made.package_is_near = !package.exact;
    return made;
}

}  // namespace emissions

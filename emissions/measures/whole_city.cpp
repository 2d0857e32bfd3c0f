#include "emissions/measures/whole_city.h"

#include <map>
#include <vector>

#include "emissions/measures/catalogue.h"
#include "emissions/measures/effects.h"
#include "emissions/measures/filter_match.h"
#include "emissions/measures/uptake.h"

namespace emissions {

namespace {

struct Part {
    const Action* action;
    const MeasureRow* measure;
    float share;
};

std::vector<Part> parts_of(const Baseline& baseline, const Scenario& scenario, Target target) {
    std::vector<Part> parts;
    for (const Action& action : scenario.actions) {
        const MeasureRow* measure = find_measure(baseline.measures, action.measure);
        const float share = share_in(action, scenario.year);
        if (measure != nullptr && measure->target == target && share > 0.0f)
            parts.push_back({&action, measure, share});
    }
    return parts;
}

}  // namespace

GridParameters grid_of(const Baseline& baseline, const Scenario& scenario) {
    GridParameters grid;
    for (const Part& part : parts_of(baseline, scenario, Target::grid))
        change_share(grid, part.measure->changes, part.share);
    return grid;
}

NetworkParameters network_of(const Baseline& baseline, const Scenario& scenario) {
    NetworkParameters network;
    for (const Part& part : parts_of(baseline, scenario, Target::network))
        change_share(network, part.measure->changes, part.share);
    return network;
}

FleetOfRoads fleet_of(const Baseline& baseline, const Scenario& scenario) {
    FleetParameters today;
    today.light_electric_share = baseline.traffic.electric_share_today;
    FleetOfRoads fleet;
    fleet.states.clear();
    const std::vector<Part> parts = parts_of(baseline, scenario, Target::fleet);
    const auto after = [&](const std::vector<bool>& takes) {
        FleetParameters state = today;
        for (std::size_t k = 0; k < parts.size(); ++k)
            if (takes[k]) change_share(state, parts[k].measure->changes, parts[k].share);
        return state;
    };
    bool everywhere = true;
    for (const Part& part : parts)
        everywhere = everywhere && part.action->where.empty() && part.measure->eligible.empty();
    if (everywhere) {
        fleet.states.push_back(after(std::vector<bool>(parts.size(), true)));
        return fleet;
    }
    std::vector<RoadMatch> eligible, where;
    for (const Part& part : parts) {
        eligible.emplace_back(part.measure->eligible, baseline.road_traits,
                              baseline.traits.district_names, std::span<const Place>{});
        where.emplace_back(part.action->where, baseline.road_traits, baseline.traits.district_names,
                           scenario.places);
    }
    std::map<std::vector<bool>, std::uint32_t> known;
    fleet.state_of_road.resize(baseline.road_traits.count());
    std::vector<bool> takes(parts.size());
    for (std::size_t road = 0; road < fleet.state_of_road.size(); ++road) {
        for (std::size_t k = 0; k < parts.size(); ++k)
            takes[k] = eligible[k](road) && where[k](road);
        const auto [found, fresh] =
            known.emplace(takes, static_cast<std::uint32_t>(fleet.states.size()));
        if (fresh) fleet.states.push_back(after(takes));
        fleet.state_of_road[road] = found->second;
    }
    if (fleet.states.empty()) fleet.states.push_back(today);
    return fleet;
}

}  // namespace emissions

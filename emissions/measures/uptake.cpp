#include "emissions/measures/uptake.h"

#include <algorithm>

namespace emissions {

namespace {

template <class Actions>
auto* find_everywhere(Actions& actions, std::string_view measure) {
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const Action& action) {
        return action.measure == measure && is_everywhere(action);
    });
    return found == actions.end() ? nullptr : &*found;
}

}  // namespace

float share_in(const Action& action, int year) {
    if (year >= action.end_year) return action.share;
    if (year <= action.start_year) return 0.0f;
    return action.share * static_cast<float>(year - action.start_year) /
           static_cast<float>(action.end_year - action.start_year);
}

bool is_everywhere(const Action& action) {
    return action.where.empty();
}

float share_of(const Scenario& scenario, std::string_view measure) {
    const Action* action = find_everywhere(scenario.actions, measure);
    return action != nullptr ? action->share : 0.0f;
}

void set_share(Scenario& scenario, std::string_view measure, float share) {
    if (Action* action = find_everywhere(scenario.actions, measure))
        action->share = share;
    else
        scenario.actions.push_back({std::string(measure), {}, share, scenario.year, scenario.year});
}

}  // namespace emissions

#include "emissions/measures/scenario_notes.h"

#include <algorithm>

#include "emissions/measures/acted.h"
#include "emissions/measures/catalogue.h"
#include "emissions/measures/effects.h"
#include "emissions/measures/filter_match.h"
#include "emissions/measures/filter_text.h"

namespace emissions {

namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "none" : text;
}

class Notes {
  public:
    Notes(const Baseline& baseline, const Scenario& scenario)
        : baseline_(baseline), scenario_(scenario) {}

    std::vector<std::string> all() {
        for (std::size_t k = 0; k < scenario_.actions.size(); ++k) {
            const Action& action = scenario_.actions[k];
            what_ = "action " + std::to_string(k + 1) + " (" + action.measure + "): ";
            const MeasureRow* measure = find_measure(baseline_.measures, action.measure);
            if (measure == nullptr) {
                note("there is no such measure for " + baseline_.region + "; it changes nothing");
                continue;
            }
            if (askable(action, *measure)) aims(action, *measure);
        }
        near();
        return std::move(notes_);
    }

  private:
    void note(const std::string& text) { notes_.push_back(what_ + text); }

    bool askable(const Action& action, const MeasureRow& measure) {
        bool fine = true;
        for (const FilterTerm& term : action.where.terms) {
            if (!can_ask(measure.target, term.field)) {
                note("a measure on a " + std::string(name_of(measure.target)) +
                     " cannot be aimed by " + std::string(name_of(term.field)) +
                     (acts_on_buildings(measure.target) || measure.target == Target::fleet
                          ? "; it changes nothing"
                          : "; it is done in the whole city"));
                fine = false;
            }
            if (term.field == Field::district) unknown_districts(term);
            if (term.field == Field::era)
                unknown(term, "construction period", baseline_.traits.era_names);
        }
        return fine;
    }
    void unknown_districts(const FilterTerm& term) {
        std::vector<std::string> names = baseline_.traits.district_names;
        for (const Place& place : scenario_.places) names.push_back(place.name);
        unknown(term, "district", names);
    }
    void unknown(const FilterTerm& term, const char* what, const std::vector<std::string>& names) {
        for (const std::string& name : term.names)
            if (!contains(names, name))
                note(std::string("the city has no ") + what + " '" + name + "'; it has " +
                     listed(names));
    }
    // Something must be meant.
    void aims(const Action& action, const MeasureRow& measure) {
        const std::string where = filter_text(action.where);
        if (where.empty()) return;
        bool any = false;
        if (acts_on_buildings(measure.target)) {
            const BuildingMatch meant(action.where, baseline_.traits, scenario_.places),
                eligible(measure.eligible, baseline_.traits, {});
            for (std::size_t i = 0; i < baseline_.traits.count() && !any; ++i)
                any = eligible(i) && meant(i);
        } else if (measure.target == Target::fleet) {
            const RoadMatch meant(action.where, baseline_.road_traits,
                                  baseline_.traits.district_names, scenario_.places);
            for (std::size_t i = 0; i < baseline_.road_traits.count() && !any; ++i) any = meant(i);
        } else {
            return;
        }
        if (!any) note("nothing in the city meets '" + where + "'");
    }
    void near() {
        const ActedMeasures acted(baseline_, scenario_);
        if (!acted.can_be_near()) return;
        std::size_t near = 0;
        BuildingParameters room;
        for (std::size_t i = 0; i < baseline_.traits.count(); ++i)
            near += acted.parameters(acted.set_of(i), room).package_is_near;
        what_.clear();
        if (near > 0)
            note(std::to_string(near) +
                 " buildings have a set of envelope measures that was not simulated: the nearest "
                 "one stands in");
    }

    const Baseline& baseline_;
    const Scenario& scenario_;
    std::string what_;
    std::vector<std::string> notes_;
};

}  // namespace

std::vector<std::string> scenario_notes(const Baseline& baseline, const Scenario& scenario) {
    return Notes(baseline, scenario).all();
}

}  // namespace emissions

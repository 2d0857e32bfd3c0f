#include "emissions/measures/filter_match.h"

#include <algorithm>
#include <string>

#include "emissions/measures/field_names.h"
#include "emissions/measures/uptake.h"

namespace emissions {

namespace {

bool is_named(const FilterTerm& term, std::string_view name) {
    return std::find(term.names.begin(), term.names.end(), name) != term.names.end();
}

template <class Enum>
std::uint64_t bits_of(const FilterTerm& term) {
    std::uint64_t bits = 0;
    for (const Enum one : city::all_of<Enum>())
        if (is_named(term, name_of(one))) bits |= std::uint64_t{1} << static_cast<unsigned>(one);
    return bits;
}

std::vector<std::uint8_t> named_districts(const FilterTerm& term,
                                          std::span<const std::string> names) {
    std::vector<std::uint8_t> named(names.size(), 0);
    for (std::size_t d = 0; d < names.size(); ++d) named[d] = is_named(term, names[d]) ? 1 : 0;
    return named;
}

// Ids that the term names, or that lie in the scenario's places that it names.
std::vector<std::uint64_t> named_ids(const FilterTerm& term, std::span<const Place> places,
                                     std::vector<std::string> Place::*rows) {
    std::vector<std::uint64_t> hashes;
    if (term.field == Field::id)
        for (const std::string& id : term.names) hashes.push_back(hash_of(id));
    if (term.field == Field::district)
        for (const Place& place : places)
            if (is_named(term, place.name))
                for (const std::string& id : place.*rows) hashes.push_back(hash_of(id));
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

bool in_district(const std::vector<std::uint8_t>& named, std::int32_t district) {
    return district >= 0 && named[static_cast<std::size_t>(district)] != 0;
}

bool compares(Comparison comparison, float value, float number) {
    switch (comparison) {  // an unknown value compares with nothing
        case Comparison::below:
            return value < number;
        case Comparison::at_most:
            return value <= number;
        case Comparison::above:
            return value > number;
        default:
            return value >= number;
    }
}

}  // namespace

BuildingMatch::BuildingMatch(const Filter& filter, const BuildingTraits& traits,
                             std::span<const Place> places)
    : traits_(&traits) {
    for (const FilterTerm& asked : filter.terms) {
        Term term{asked.field, asked.comparison, static_cast<float>(asked.number), 0, {}, {}};
        if (asked.field == Field::use) term.values = bits_of<city::BuildingUse>(asked);
        if (asked.field == Field::supply) term.values = bits_of<Supply>(asked);
        if (asked.field == Field::era)
            for (std::size_t era = 0; era < traits.era_names.size(); ++era)
                if (is_named(asked, traits.era_names[era])) term.values |= std::uint64_t{1} << era;
        term.districts = named_districts(asked, traits.district_names);
        term.ids = named_ids(asked, places, &Place::buildings);
        terms_.push_back(std::move(term));
    }
}

bool BuildingMatch::holds(const Term& term, std::size_t i) const {
    const auto chosen = [&](unsigned value, bool known) {
        const bool named = (term.values >> value & 1u) != 0;
        return known && named == (term.comparison == Comparison::is_in);
    };
    const auto has_id = [&] {
        return !term.ids.empty() &&
               std::binary_search(term.ids.begin(), term.ids.end(), traits_->id_hash[i]);
    };
    const bool positive = term.comparison == Comparison::is_in;
    switch (term.field) {
        case Field::use:
            return chosen(static_cast<unsigned>(traits_->use[i]),
                          traits_->use[i] != city::BuildingUse::unknown || positive);
        case Field::era:
            return traits_->era[i] != BuildingTraits::no_era && chosen(traits_->era[i], true);
        case Field::supply:
            return chosen(static_cast<unsigned>(traits_->supply[i]),
                          traits_->supply[i] != Supply::unknown || positive);
        case Field::year:
            return compares(term.comparison, traits_->year[i], term.number);
        case Field::floor_area_m2:
            return compares(term.comparison, traits_->floor_area_m2[i], term.number);
        case Field::height_m:
            return compares(term.comparison, traits_->height_m[i], term.number);
        case Field::storeys:
            return compares(term.comparison, traits_->storeys[i], term.number);
        case Field::district:
            return (in_district(term.districts, traits_->district[i]) || has_id()) == positive;
        case Field::id:
            return has_id() == positive;
        default:
            return false;
    }
}

RoadMatch::RoadMatch(const Filter& filter, const RoadTraits& roads,
                     std::span<const std::string> district_names, std::span<const Place> places)
    : roads_(&roads) {
    for (const FilterTerm& asked : filter.terms)
        terms_.push_back({asked.field, asked.comparison == Comparison::is_in,
                          asked.field == Field::road_class ? bits_of<city::RoadClass>(asked) : 0,
                          named_districts(asked, district_names),
                          named_ids(asked, places, &Place::roads)});
}

bool RoadMatch::operator()(std::size_t road) const {
    for (const Term& term : terms_) {
        if (!is_of_roads(term.field)) return false;
        const bool named =
            term.field == Field::road_class
                ? (term.classes >> static_cast<unsigned>(roads_->road_class[road]) & 1u) != 0
                : in_district(term.districts, roads_->district[road]) ||
                      std::binary_search(term.ids.begin(), term.ids.end(), roads_->id_hash[road]);
        if (named != term.is_in) return false;
    }
    return true;
}

}  // namespace emissions

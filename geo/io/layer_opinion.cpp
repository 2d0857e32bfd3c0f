#include <algorithm>
#include <array>

#include "geo/io/layer_choice.h"
#include "geo/words/feature_words.h"
#include "geo/words/road_words.h"

namespace geo_io {

namespace {

// Weights: a layer called by its name outweighs one column, two columns outweigh the name, a word
// that also names places decides only where nothing else is said. Assumed; tried on the layers of
// Geofabrik, Overture, TIGER/Line and on all sets that the tests know.
constexpr int name_weight = 3, weak_name_weight = 1, building_name_weight = 4, column_weight = 2,
              half_weight = 1, most_columns = 3;

// Half of the polygons are larger than the largest halls of an ordinary town; with edges in common
// they tile the ground.
constexpr double hall_m2 = 20'000.0, no_building_m2 = 50'000.0, tiled_share = 0.3;
// Outlines drawn as lines: a shed to a large hall.
constexpr double smallest_outline_m2 = 5.0, mostly_closed = 0.8;

using Hits = std::array<int, static_cast<std::size_t>(Thing::count_)>;

struct Signs {
    Hits hits{};
    std::array<std::string, static_cast<std::size_t>(Thing::count_)> columns;
    int of(Thing thing) const {
        return column_weight * std::min(most_columns, hits[static_cast<std::size_t>(thing)]);
    }
    const std::string& names(Thing thing) const { return columns[static_cast<std::size_t>(thing)]; }
};

Signs signs_of(const std::vector<std::string>& columns) {
    Signs signs;
    // A table of ten thousand columns says no more than its first ones.
    for (std::size_t c = 0; c < std::min<std::size_t>(columns.size(), 500); ++c) {
        const auto thing = static_cast<std::size_t>(thing_from_column(columns[c]));
        if (++signs.hits[thing] > most_columns) continue;
        signs.columns[thing] += (signs.columns[thing].empty() ? "" : ", ") + columns[c];
    }
    return signs;
}

struct Against {
    Thing thing = Thing::unknown;
    int weight = 0, by_columns = 0;
};

// The kind of all `things` that most columns speak of, with the weight of all.
Against against_of(const Signs& signs, std::initializer_list<Thing> things) {
    Against against;
    int most = 0;
    for (const Thing thing : things) {
        against.by_columns += signs.of(thing);
        if (signs.of(thing) > most) {
            most = signs.of(thing);
            against.thing = thing;
        }
    }
    against.by_columns = std::min(against.by_columns, column_weight * most_columns);
    against.weight = against.by_columns;
    return against;
}

// Among other layers a name is there to tell them apart; a file may be called after its place.
int weight_of(const NamedThing& named, const LayerEvidence& layer) {
    return named.thing == Thing::unknown  ? 0
           : named.weak && layer.is_alone ? weak_name_weight
                                          : name_weight;
}

Opinion::Is drawn_as(Thing thing) {
    return thing == Thing::water                               ? Opinion::Is::water
           : thing == Thing::green || thing == Thing::land_use ? Opinion::Is::areas
                                                               : Opinion::Is::neither;
}

// Whether most of the words say that the ground is water or green.
bool says_ground(const std::vector<std::string>& words) {
    const auto ground = std::count_if(words.begin(), words.end(), [](const std::string& word) {
        const city::AreaKind kind = area_kind_from(word);
        return kind == city::AreaKind::water || kind == city::AreaKind::park;
    });
    return !words.empty() && 2 * static_cast<std::size_t>(ground) >= words.size();
}

}  // namespace

Opinion opinion_of_polygons(const LayerEvidence& layer) {
    using Is = Opinion::Is;
    NamedThing named = thing_from_name(layer.name);
    if (named.thing == Thing::building_part)
        return {Is::building_parts, Thing::building_part, {}, true, false};
    // A file called "market_street" may hold its houses.
    if (named.thing == Thing::road || named.thing == Thing::transit) named = {};
    const Signs signs = signs_of(layer.columns);
    int building = signs.of(Thing::building);
    for (const ColumnRole role : {ColumnRole::year, ColumnRole::floor_area_m2})
        if (!layer.roles[role].empty()) building += half_weight;
    Against against =
        against_of(signs, {Thing::parcel, Thing::zoning, Thing::census, Thing::boundary,
                           Thing::grid_cell, Thing::water, Thing::green});
    const bool tiles_ground =
        layer.sample.middle_area_m2 > hall_m2 && layer.sample.shared_edges > tiled_share;
    if (named.thing == Thing::building) {
        Opinion opinion{Is::buildings, Thing::building, {}, true, false};
        if (tiles_ground) opinion.thing = Thing::other;
        return opinion;
    }
    const bool says_building = std::any_of(
        layer.sample.kinds.begin(), layer.sample.kinds.end(), [](const std::string& kind) {
            const Thing thing = thing_from_kind(kind);
            return thing == Thing::building || thing == Thing::building_part;
        });
    if (says_building) building += building_name_weight;
    // "Orange county" is a place, unless its polygons are as large as places are.
    constexpr double place_m2 = 5'000.0;
    if (layer.is_alone && named.weak && against.by_columns == 0 &&
        layer.sample.middle_area_m2 < place_m2)
        named = {};
    // Where a layer's name and its columns do not agree on what it is, its name does.
    if (named.thing != Thing::unknown && !(named.weak && against.by_columns > 0))
        against.thing = named.thing;
    against.weight += weight_of(named, layer);
    Opinion neither{drawn_as(against.thing), against.thing, signs.names(against.thing),
                    named.thing != Thing::unknown,
                    against.by_columns > 0 && weight_of(named, layer) > 0};
    if (tiles_ground && !says_building) {
        if (against.thing == Thing::unknown) neither.thing = Thing::grid_cell;
        neither.sure = true;
        return neither;
    }
    if (against.weight > building || (against.weight == building && against.by_columns > 0))
        return neither;
    if (building == 0 && !layer.sample.area_kinds.empty() && says_ground(layer.sample.area_kinds))
        return {Is::areas, Thing::green, {}, false, false};
    if (building == 0 && layer.sample.middle_area_m2 > no_building_m2)
        return {Is::neither, Thing::other, {}, false, false};
    const bool doubtful = against.weight > weak_name_weight && !says_building;
    return {Is::buildings, doubtful ? against.thing : Thing::building, signs.names(against.thing),
            false, false};
}

Opinion opinion_of_lines(const LayerEvidence& layer) {
    using Is = Opinion::Is;
    const NamedThing named = thing_from_name(layer.name);
    const Signs signs = signs_of(layer.columns);
    const Against against =
        against_of(signs, {Thing::water, Thing::power, Thing::pipe, Thing::contour, Thing::railway,
                           Thing::transit, Thing::fence, Thing::boundary, Thing::parcel});
    int road = signs.of(Thing::road);
    const LayerSample& sample = layer.sample;
    const auto classes = std::count_if(
        sample.road_classes.begin(), sample.road_classes.end(), [](const std::string& word) {
            const city::RoadClass found = road_class_from_text(word);
            return found != city::RoadClass::unknown && found != city::RoadClass::rail;
        });
    if (classes > 0 && 2 * static_cast<std::size_t>(classes) >= sample.road_classes.size())
        road += name_weight;
    if (std::any_of(sample.kinds.begin(), sample.kinds.end(),
                    [](const std::string& kind) { return thing_from_kind(kind) == Thing::road; }))
        road += name_weight;
    // TIGER's rivers, limits and railways have the columns of its roads.
    const auto tiger = std::count_if(sample.road_classes.begin(), sample.road_classes.end(),
                                     [](const std::string& word) { return is_tiger_code(word); });
    if (tiger > 0 &&
        std::none_of(sample.road_classes.begin(), sample.road_classes.end(),
                     [](const std::string& word) { return is_tiger_code(word) && word[0] == 'S'; }))
        road = 0;
    if (named.thing == Thing::road) road += named.weak ? weak_name_weight : building_name_weight;
    const bool name_against = named.thing != Thing::unknown && named.thing != Thing::road &&
                              named.thing != Thing::building;
    const int no_road = against.weight + (name_against ? weight_of(named, layer) : 0);
    if (road > no_road || (road > 0 && road == no_road && !name_against))
        return {Is::roads,
                name_against ? named.thing : Thing::road,
                {},
                named.thing == Thing::road,
                false};
    if (named.thing == Thing::building ||
        (no_road == 0 &&
         static_cast<double>(sample.closed_lines) >=
             mostly_closed * static_cast<double>(sample.lines) &&
         sample.middle_area_m2 > smallest_outline_m2 && sample.middle_area_m2 < hall_m2))
        return {Is::buildings, Thing::building, {}, named.thing == Thing::building, false};
    const Thing thing = name_against ? named.thing : against.thing;
    return {Is::neither, thing, signs.names(thing), name_against,
            name_against && against.by_columns > 0};
}

}  // namespace geo_io

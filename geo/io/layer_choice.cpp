#include "geo/io/layer_choice.h"

#include <cmath>

namespace geo_io {

namespace {

using Is = Opinion::Is;
using Role = LayerPlan::Role;
using Lines = LayerPlan::Lines;
using Wanted = LayerWishes::Wanted;

std::string in_brackets(const std::string& signs) {
    return signs.empty() ? "" : " (" + signs + ")";
}

std::string remedy(const char* table, const LayerEvidence& layer) {
    return std::string("if these are, name it in city.toml: [") + table + "] layer = \"" +
           layer.name + "\"";
}

std::string why_no_buildings(const Opinion& opinion, const LayerEvidence& layer) {
    const std::string area =
        std::to_string(std::llround(layer.sample.middle_area_m2)) + " m2 in the middle";
    if (opinion.thing == Thing::other && !opinion.by_name)
        return "its polygons are too large for buildings, " + area + "; " +
               remedy("buildings", layer);
    if (opinion.thing == Thing::other)
        return "by its name it holds no buildings; " + remedy("buildings", layer);
    return std::string(plural_of(opinion.thing)) + " are no buildings" +
           in_brackets(opinion.signs) + "; " + remedy("buildings", layer);
}

std::string why_no_roads(const Opinion& opinion) {
    if (opinion.is == Is::buildings)
        return "its lines are closed like outlines of buildings; name the file as buildings "
               "(--buildings, [buildings]) if they are";
    if (opinion.thing == Thing::unknown)
        return "no sign that its lines are roads (a class, lanes, a speed, a street's name); name "
               "the file as roads (--roads, [roads]) if they are";
    if (opinion.thing == Thing::other)
        return "by its name it holds no roads; name the file as roads (--roads, [roads]) if it "
               "does";
    return std::string(plural_of(opinion.thing)) + " are no roads" + in_brackets(opinion.signs) +
           "; name the file as roads (--roads, [roads]) if they are";
}

Role role_of(const Opinion& polygons) {
    switch (polygons.is) {
        case Is::building_parts:
            return Role::building_parts;
        case Is::areas:
            return Role::areas;
        case Is::water:
            return Role::areas_water;
        case Is::buildings:
            return Role::buildings;
        default:
            return Role::nothing;
    }
}

Lines lines_of(const Opinion& lines, const LayerEvidence& layer) {
    if (lines.is == Is::buildings) return Lines::outlines;
    if (lines.is != Is::roads) return Lines::none;
    // Where features say what they are, those that say something else are none.
    for (const std::string& kind : layer.sample.kinds)
        if (thing_from_kind(kind) == Thing::road) return Lines::by_kind;
    return Lines::roads;
}

std::string doubt_of(const char* taken_as, const Opinion& opinion) {
    return std::string("is taken as ") + taken_as + ", though it looks like " +
           std::string(plural_of(opinion.thing)) + in_brackets(opinion.signs);
}

bool looks_right(const Opinion& opinion) {
    return opinion.is == Is::building_parts ||
           (opinion.is == Is::buildings && opinion.thing == Thing::building);
}

// A source whose layers nobody named.
LayerChoice by_evidence(const LayerEvidence& layer, const LayerWishes& wishes) {
    const Opinion polygons = opinion_of_polygons(layer), lines = opinion_of_lines(layer);
    LayerChoice choice{role_of(polygons), lines_of(lines, layer), {}, {}, false};
    const bool seen_polygons = layer.sample.polygons > 0, seen_lines = layer.sample.lines > 0;
    if (!seen_polygons && seen_lines && lines.is == Is::roads) choice.polygons = Role::roads;
    if (!seen_polygons && seen_lines && lines.is == Is::buildings)
        choice.polygons = Role::buildings;
    const bool gives_buildings =
        seen_polygons && choice.polygons != Role::nothing && choice.polygons != Role::roads;
    const bool gives_lines = seen_lines && choice.lines != Lines::none;
    if ((seen_polygons || seen_lines) && !gives_buildings && !gives_lines)
        choice.ignored = seen_polygons ? why_no_buildings(polygons, layer) : why_no_roads(lines);
    if (gives_buildings && polygons.is == Is::buildings && !looks_right(polygons))
        choice.doubt = doubt_of("buildings", polygons);
    if (wishes.wanted == Wanted::everything || !choice.ignored.empty()) return choice;
    // Of several layers those that are asked for, by the same evidence.
    const bool is_road = !seen_polygons && lines.is == Is::roads;
    const bool is_area = choice.polygons == Role::areas || choice.polygons == Role::areas_water;
    if (wishes.wanted == Wanted::buildings && is_road)
        choice.ignored = "it holds roads; name the file in [roads], too";
    else if (wishes.wanted == Wanted::roads && !gives_lines)
        choice.ignored = "its polygons are no roads";
    else if (wishes.wanted == Wanted::areas && !is_area)
        choice.ignored = "it holds neither water nor land use";
    choice.is_of_another = !choice.ignored.empty();
    return choice;
}

// What the user calls buildings is believed, unless all signs say otherwise.
LayerChoice named_as_buildings(const LayerEvidence& layer, bool layer_is_named) {
    const Opinion polygons = opinion_of_polygons(layer), lines = opinion_of_lines(layer);
    const bool only_lines = layer.sample.polygons == 0 && layer.sample.lines > 0;
    LayerChoice choice{polygons.is == Is::building_parts ? Role::building_parts : Role::buildings,
                       Lines::outlines,
                       {},
                       {},
                       false};
    if (only_lines) {
        if (!layer_is_named && (lines.by_name || lines.sure) && lines.is != Is::buildings)
            choice.ignored = "lines of " + std::string(plural_of(lines.thing)) +
                             " are no outlines; " + remedy("buildings", layer);
        return choice;
    }
    if (looks_right(polygons) || layer.sample.polygons == 0) return choice;
    if (polygons.sure && !layer_is_named && polygons.is != Is::buildings)
        choice.ignored = why_no_buildings(polygons, layer);
    else
        choice.doubt = doubt_of("buildings", polygons);
    return choice;
}

LayerChoice named_as_roads(const LayerEvidence& layer, bool layer_is_named) {
    const Opinion lines = opinion_of_lines(layer);
    LayerChoice choice{Role::roads, Lines::roads, {}, {}, false};
    if (lines.is == Is::roads || layer.sample.lines == 0) return choice;
    // Closed outlines would be streets round every house.
    if (lines.is == Is::buildings || (lines.sure && !layer_is_named))
        choice.ignored = why_no_roads(lines);
    else if (lines.thing != Thing::unknown)
        choice.doubt = doubt_of("roads", lines);
    return choice;
}

}  // namespace

LayerChoice choose_layer(const LayerEvidence& layer, const LayerWishes& wishes) {
    const bool layer_is_named = !wishes.layer.empty();
    const bool one = layer_is_named || layer.is_alone;
    if (layer.sample.is_whole && layer.sample.points > 0 && layer.sample.polygons == 0 &&
        layer.sample.lines == 0)
        return {Role::nothing, Lines::none, "points are neither footprints nor roads", {}, false};
    switch (wishes.wanted) {
        case Wanted::buildings:
            if (one) return named_as_buildings(layer, layer_is_named);
            break;
        case Wanted::roads:
            if (one) return named_as_roads(layer, layer_is_named);
            break;
        case Wanted::areas:
            if (one) {
                const bool water = opinion_of_polygons(layer).is == Is::water;
                return {water ? Role::areas_water : Role::areas, Lines::none, {}, {}, false};
            }
            break;
        default:
            break;
    }
    return by_evidence(layer, wishes);
}

}  // namespace geo_io

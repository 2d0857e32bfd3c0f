#pragma once

#include <cstdint>
#include <string_view>

namespace geo_io {

/// What a layer, a drawing's layer or a feature can be of: by its own word for it.
enum class Thing : std::uint8_t {
    unknown,
    building,
    building_part,
    road,
    water,     ///< rivers and lakes: drawn where they are polygons
    green,     ///< parks, woods, fields: drawn
    land_use,  ///< drawn
    parcel,
    zoning,
    census,
    boundary,
    grid_cell,
    parking,
    address,
    plant,
    fence,
    power,
    pipe,
    contour,
    railway,
    transit,
    text,
    other,  ///< something else that is neither building nor road
    count_
};

/// In the plural, for messages: "parcels".
std::string_view plural_of(Thing thing);

/// Buildings and their parts, or nothing that speaks against them.
constexpr bool may_be_building(Thing thing) {
    return thing == Thing::unknown || thing == Thing::building || thing == Thing::building_part;
}

/// What a name says. `weak`: by a word that also stands in names of places ("Park Slope").
struct NamedThing {
    Thing thing = Thing::unknown;
    bool weak = false;
};

/// Reads a layer's name by its words: "gis_osm_buildings_a_free_1", "tl_2023_06075_tract",
/// "区县界_area", "A-WALL". Where several words say something buildings come first, then the last
/// word does: street trees are trees.
NamedThing thing_from_name(std::string_view name);

/// What a column's name says of the layer that has it: "APN" of parcels, "STATEFP" of census
/// areas, "roof_shape" of buildings, "speed_limit" of roads.
Thing thing_from_column(std::string_view column);

/// What a feature says it is in a column such as `type`: "Building", "Taxlot", "Road", "Site
/// Origin". A word that can also be a use ("residential") says nothing.
Thing thing_from_kind(std::string_view kind);

/// "S1400": a class of the Census Bureau's MAF/TIGER features. S are roads, R railways, H waters,
/// P, L and K limits and places (TIGER/Line technical documentation, appendix F).
bool is_tiger_code(std::string_view word);

}  // namespace geo_io

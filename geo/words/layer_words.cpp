#include "geo/words/layer_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace geo_io {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Thing::count_)> plurals{
    "unknown things",   "buildings",       "building parts",   "roads",         "waters",
    "green areas",      "land use areas",  "parcels",          "zoning areas",  "census areas",
    "boundaries",       "cells of a grid", "parking areas",    "addresses",     "plants",
    "fences and walls", "power lines",     "pipes and cables", "contour lines", "railways",
    "transit routes",   "texts",           "other things"};

struct Words {
    Thing thing;
    bool weak;  // common in names of places, too: believed less where other words stand beside it
    std::string_view words;
};

// Words of layer names, in lower case and singular, two words that mean one thing joined. From
// Geofabrik's and Overture's layers, TIGER/Line file names, open data portals of cities and lists
// of CAD layers (AIA: A-WALL, C-PROP; Chinese survey drawings: JMD settlement, DLSS roads, DGX
// contours, ZBTZ vegetation, SXSS water, GXYZ pipes, ZJ texts).
constexpr std::array<Words, 33> name_words{{
    {Thing::building, false,
     "building bldg bld footprint house housing rooftop roof dwelling structure wall gebaeude "
     "gebäude batiment bâtiment edificio edifici pand bygning jmd"},
    {Thing::building_part, false, "buildingpart"},
    {Thing::road, false,
     "road street highway centerline centreline roadway segment motorway carriageway freeway "
     "arterial prisecroad primaryroad strasse straße roadlink roadsegment roadcenterline "
     "streetcenterline dlss"},
    {Thing::road, true, "lane edge network"},
    {Thing::water, false,
     "waterway stream hydro hydrography canal areawater linearwater waterbody waterbodies wetland "
     "coastline shoreline drainage nhd bathymetry sxss"},
    {Thing::water, true, "water river lake pond sea ocean reservoir bay creek"},
    {Thing::green, false, "natural vegetation greenspace openspace landcover playground ecology"},
    {Thing::green, true, "park green forest garden wood field"},
    {Thing::land_use, false, "landuse euluc"},
    {Thing::land_use, true, "land"},
    {Thing::parcel, false,
     "parcel taxlot taxparcel landparcel cadastre cadastral cadaster plot pluto mappluto property "
     "properties assessor flurstück flurstueck parcelle dltb"},
    {Thing::parcel, true, "lot prop"},
    {Thing::zoning, false, "zoning zonedistrict overlay"},
    {Thing::zoning, true, "zone"},
    {Thing::census, false,
     "tract census censustract blockgroup bg tabblock cousub puma zcta sldl sldu cbsa csa uac elsd "
     "scsd unsd concity counties zipcode postcode taz arealm"},
    {Thing::census, true, "county block place zip face"},
    {Thing::boundary, false,
     "boundary boundaries limit citylimit border admin precinct municipality municipalities "
     "division studyarea bbox jurisdiction annexation"},
    {Thing::boundary, true,
     "district ward region province state borough subdivision neighborhood neighbourhood extent"},
    {Thing::grid_cell, false, "cell hexagon hexgrid fishnet"},
    {Thing::grid_cell, true, "grid"},
    {Thing::parking, false, "parking parkinglot carpark"},
    {Thing::address, false, "address addresses addr entrance"},
    {Thing::plant, false, "tree streettree shrub canopy hedge zbtz"},
    {Thing::fence, false, "fence barrier guardrail retainingwall citywall"},
    {Thing::power, false, "powerline transmission transmissionline electric overheadline feeder"},
    {Thing::power, true, "power"},
    {Thing::pipe, false,
     "pipe pipeline sewer watermain gasmain gasline cable telecom conduit stormwater fiber utility "
     "utilities hydrant manhole gxyz"},
    {Thing::contour, false, "contour isoline elevation hypso dgx"},
    {Thing::railway, false, "rail railway railroad tram subway"},
    {Thing::transit, false,
     "transit bus route busroute ferry gtfs bike bikeway bikelane cycleway trail"},
    {Thing::text, false,
     "text label annotation anno dim dimension defpoint legend titleblock viewport zj"},
    {Thing::other, false,
     "poi pofw permit crime connector accident sidewalk curb kerb pavement crosswalk pool "
     "swimmingpool deck easement setback hatch driveway impervious buffer envelope roadedge "
     "streetlight streetsweeping streetcut pavingproject constructionsite rooftopsolar "
     "streetcrossing"},
    {Thing::other, true,
     "traffic transport infrastructure floodplain flood soil landslide liquefaction noise"},
}};

// The rows of `name_words` by their words.
const std::unordered_map<std::string_view, NamedThing>& things_by_word() {
    static const std::unordered_map<std::string_view, NamedThing> table = [] {
        std::unordered_map<std::string_view, NamedThing> t;
        for (const Words& row : name_words)
            for (std::size_t at = 0; at < row.words.size();) {
                const std::size_t end = std::min(row.words.find(' ', at), row.words.size());
                t.emplace(row.words.substr(at, end - at), NamedThing{row.thing, row.weak});
                at = end + 1;
            }
        return t;
    }();
    return table;
}

// Words of names in scripts without blanks, the longer ones first.
constexpr std::array<std::pair<std::string_view, Thing>, 68> unspaced_words{{
    {"建筑用地", Thing::land_use},   {"建设用地", Thing::land_use}, {"建筑红线", Thing::boundary},
    {"建筑控制线", Thing::boundary}, {"건축물", Thing::building},   {"建筑物", Thing::building},
    {"建筑", Thing::building},       {"房屋", Thing::building},     {"楼栋", Thing::building},
    {"楼块", Thing::building},       {"居民地", Thing::building},   {"建物", Thing::building},
    {"建築", Thing::building},       {"건물", Thing::building},     {"轮廓", Thing::building},
    {"用地", Thing::land_use},       {"土地利用", Thing::land_use}, {"土地", Thing::land_use},
    {"토지이용", Thing::land_use},   {"用途地域", Thing::zoning},   {"용도지역", Thing::zoning},
    {"地块", Thing::parcel},         {"宗地", Thing::parcel},       {"地籍", Thing::parcel},
    {"연속지적", Thing::parcel},     {"지적", Thing::parcel},       {"필지", Thing::parcel},
    {"筆", Thing::parcel},           {"行政区", Thing::boundary},   {"行政", Thing::boundary},
    {"区县", Thing::boundary},       {"边界", Thing::boundary},     {"境界", Thing::boundary},
    {"경계", Thing::boundary},       {"행정", Thing::boundary},     {"街道办", Thing::boundary},
    {"乡镇", Thing::boundary},       {"范围", Thing::boundary},     {"等高线", Thing::contour},
    {"等高線", Thing::contour},      {"등고선", Thing::contour},    {"铁路", Thing::railway},
    {"鉄道", Thing::railway},        {"철도", Thing::railway},      {"地铁", Thing::railway},
    {"公交", Thing::transit},        {"道路", Thing::road},         {"路网", Thing::road},
    {"도로", Thing::road},           {"公路", Thing::road},         {"街路", Thing::road},
    {"河流", Thing::water},          {"水系", Thing::water},        {"河川", Thing::water},
    {"하천", Thing::water},          {"湖", Thing::water},          {"水", Thing::water},
    {"绿地", Thing::green},          {"公园", Thing::green},        {"公園", Thing::green},
    {"공원", Thing::green},          {"植被", Thing::green},        {"管线", Thing::pipe},
    {"管网", Thing::pipe},           {"电力", Thing::power},        {"网格", Thing::grid_cell},
    {"停车", Thing::parking},        {"注记", Thing::text},
}};

// A single Chinese character stands in many names of places, too (湖州, 溧水).
constexpr std::size_t one_sign = 3;

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_word_byte(char c) {
    return is_lower(c) || is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
}

// "ParkingLots_2019" -> parking, lots; digits and signs divide, and so does a capital after a
// small letter.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    bool open = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!is_word_byte(c)) {
            open = false;
            continue;
        }
        if (!open || (is_upper(c) && i > 0 && is_lower(name[i - 1]))) words.emplace_back();
        open = true;
        words.back().push_back(is_upper(c) ? static_cast<char>(c | 0x20) : c);
    }
    return words;
}

// Names of places are seldom in the plural: "parks" are parks.
NamedThing thing_of_word(const std::string& word) {
    const auto& table = things_by_word();
    if (const auto found = table.find(word); found != table.end()) return found->second;
    if (word.size() > 3 && word.back() == 's')
        if (const auto found = table.find(std::string_view(word).substr(0, word.size() - 1));
            found != table.end())
            return {found->second.thing, false};
    return {};
}

}  // namespace

std::string_view plural_of(Thing thing) {
    return plurals[static_cast<std::size_t>(thing)];
}

NamedThing thing_from_name(std::string_view name) {
    for (const auto& [word, thing] : unspaced_words)
        if (name.find(word) != std::string_view::npos)
            return {thing, word.size() <= one_sign && name.size() > word.size()};
    const std::vector<std::string> words = words_of(name);
    // What was there once or will be is not there.
    for (const std::string_view no : {"demolished", "proposed", "planned", "abandoned", "future"})
        if (std::find(words.begin(), words.end(), no) != words.end()) return {Thing::other, false};
    NamedThing last;
    bool building = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        NamedThing found;
        if (i + 1 < words.size()) {
            found = thing_of_word(words[i] + words[i + 1]);
            if (found.thing != Thing::unknown) ++i;
        }
        if (found.thing == Thing::unknown) found = thing_of_word(words[i]);
        if (found.thing == Thing::unknown) continue;
        if (found.thing == Thing::building_part) return found;
        building = building || found.thing == Thing::building;
        // A weak word does not take the place of a sure one.
        if (last.thing == Thing::unknown || !found.weak || last.weak) last = found;
    }
    if (words.size() == 1) last.weak = false;
    // A permit, an address or a line of a building is none.
    if (building && last.thing != Thing::address && last.thing != Thing::text &&
        last.thing != Thing::other)
        return {Thing::building, false};
    return last;
}

}  // namespace geo_io

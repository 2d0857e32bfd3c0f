#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "geo/words/layer_words.h"

namespace geo_io {

namespace {

struct ColumnSign {
    Thing thing;
    enum class Match { whole, beginning, inside } match;
    std::string_view words;
};
using Match = ColumnSign::Match;

// Names of columns without case, blanks and signs. From TIGER/Line, assessors' rolls (APN, AIN, PNU
// of Korea, BBL of New York), zoning layers of Californian cities, GTFS, OpenStreetMap's keys,
// utilities' asset registers, HERE, HPMS and centreline files of American states.
constexpr std::array<ColumnSign, 21> column_signs{{
    {Thing::building, Match::whole,
     "height heightm storeys stories floors levels numfloors floor fnum fheight floorcount nfloors "
     "eaveheight minheight measuredheight 高度 层数 楼层 地上层数 楼高 높이 지상층수 高さ 階数"},
    {Thing::building, Match::beginning,
     "hgt roof footprint storey numstor numberofstor numberoffloor heightroof maximumroof 房屋"},
    {Thing::building, Match::inside, "building bldg 建筑 建物 건물"},
    {Thing::parcel, Match::whole,
     "apn ain pin bbl lot lotno lotnum lotarea lotsize lotacres taxlot taxlotid blklot mapblklot "
     "landval landvalue impval impvalue imprvalue improvementvalue owner ownername ownername1 pnu "
     "legaldesc zonedist1 spdist1 deeddate taxyear rollyear situsaddr parno acreage 지번 地号 "
     "地番"},
    {Thing::parcel, Match::beginning, "parcel assessed assessor 宗地 地籍"},
    {Thing::zoning, Match::whole,
     "zoning zone zonecode zoningcode zoningsim zoningclass zonetype zonename zonedesc zoneclass "
     "zoningdesc heightlimit farmax 用途地域 용도지역"},
    {Thing::census, Match::whole,
     "geoid geoid10 geoid20 geoidfq statefp statefp10 statefp20 countyfp countyfp10 countyfp20 "
     "tractce tractce10 tractce20 blockce10 blockce20 blkgrpce aland aland10 aland20 awater "
     "awater10 awater20 namelsad namelsad10 namelsad20 funcstat funcstat10 funcstat20 cntyfips "
     "statefips fips population households hseunits pop2000 pop2010 pop2020 totalpop zcta5ce10 "
     "zcta5ce20"},
    {Thing::boundary, Match::whole, "adminlevel boundary adcode admincode adminname 행정동"},
    {Thing::boundary, Match::beginning, "行政区"},
    {Thing::grid_cell, Match::whole,
     "gridid gridcode gridcellid gridid100 cellid cellarea cellaream2 hexid h3 h3index rowraw "
     "colraw"},
    {Thing::water, Match::whole, "waterway hydroid ftype gnisid intermittent"},
    {Thing::green, Match::whole, "natural leisure"},
    {Thing::road, Match::whole,
     "highway fclass roadclass rdclass roadtype functionalclass funcclass fsystem mtfcc rttyp cfcc "
     "lanes numlanes lanecount nlanes maxspeed speedlimit speed postedspeed speedkmh freeflow "
     "oneway dirtravel street streetname stname strname stnamefull fullname roadname "
     "rdname streettype sttype aadt adt trafficvolume fromaddl lfromadd lfadd ltoadd rfadd "
     "fromleft toleft linkid roadid 道路等级 道路名称 车道数 限速 路名 도로명 차로수 제한속도 "
     "道路名 路線名 幅員"},
    {Thing::power, Match::whole, "voltage voltagekv kv circuits"},
    {Thing::pipe, Match::whole, "diameter material invert upinvert maindiam 管径 管材"},
    {Thing::pipe, Match::beginning, "pipe"},
    {Thing::contour, Match::whole, "elev elevation contour contourelev elevft elevm 高程 等高距"},
    {Thing::railway, Match::whole, "railway gauge electrified"},
    {Thing::transit, Match::whole,
     "routeid routeshortname routelongname agencyid agencyname shapeid tripid routetype"},
    {Thing::fence, Match::whole, "barrier fencetype"},
    {Thing::address, Match::whole, "housenumber addrnumber"},
}};

bool matches(Match match, std::string_view name, std::string_view word) {
    switch (match) {
        case Match::whole:
            return name == word;
        case Match::beginning:
            return name.substr(0, word.size()) == word;
        case Match::inside:
            return name.find(word) != std::string_view::npos;
    }
    return false;
}

// What features of mixed layers call themselves: a tract of San Francisco's energy models, URBANopt
// projects, and words of our own.
constexpr std::array<std::pair<std::string_view, Thing>, 45> kinds{{
    {"building", Thing::building},
    {"buildings", Thing::building},
    {"buildingpart", Thing::building_part},
    {"road", Thing::road},
    {"street", Thing::road},
    {"highway", Thing::road},
    {"taxlot", Thing::parcel},
    {"parcel", Thing::parcel},
    {"lot", Thing::parcel},
    {"region", Thing::boundary},
    {"tract", Thing::census},
    {"block", Thing::census},
    {"boundary", Thing::boundary},
    {"district", Thing::boundary},
    {"neighborhood", Thing::boundary},
    {"zone", Thing::zoning},
    {"label", Thing::text},
    {"address", Thing::address},
    {"entrance", Thing::address},
    {"siteorigin", Thing::other},
    {"districtsystem", Thing::other},
    {"thermalconnector", Thing::pipe},
    {"thermaljunction", Thing::pipe},
    {"electricalconnector", Thing::power},
    {"electricaljunction", Thing::power},
    {"tree", Thing::plant},
    {"swimmingpool", Thing::other},
    {"pool", Thing::other},
    {"driveway", Thing::other},
    {"sidewalk", Thing::other},
    {"deck", Thing::other},
    {"patio", Thing::other},
    {"parkinglot", Thing::parking},
    {"parking", Thing::parking},
    {"bridge", Thing::other},
    {"fence", Thing::fence},
    {"river", Thing::water},
    {"stream", Thing::water},
    {"canal", Thing::water},
    {"contour", Thing::contour},
    {"powerline", Thing::power},
    {"pipeline", Thing::pipe},
    {"ferry", Thing::transit},
    {"地块", Thing::parcel},
    {"边界", Thing::boundary},
}};

// Without case, blanks and signs.
std::string plain(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if (c == ' ' || c == '_' || c == ':' || c == '-' || c == '.') continue;
        result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
    }
    return result;
}

}  // namespace

Thing thing_from_column(std::string_view column) {
    const std::string name = plain(column);
    for (const ColumnSign& sign : column_signs)
        for (std::size_t at = 0; at < sign.words.size();) {
            const std::size_t end = std::min(sign.words.find(' ', at), sign.words.size());
            if (matches(sign.match, name, sign.words.substr(at, end - at))) return sign.thing;
            at = end + 1;
        }
    return Thing::unknown;
}

Thing thing_from_kind(std::string_view kind) {
    if (kind.empty() || kind.size() > 40) return Thing::unknown;
    static const std::unordered_map<std::string_view, Thing> table(kinds.begin(), kinds.end());
    const auto found = table.find(plain(kind));
    return found == table.end() ? Thing::unknown : found->second;
}

bool is_tiger_code(std::string_view word) {
    return word.size() == 5 && word[0] >= 'A' && word[0] <= 'Z' &&
           std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace geo_io

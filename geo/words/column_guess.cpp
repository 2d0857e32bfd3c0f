#include "geo/words/column_guess.h"

#include <algorithm>
#include <array>

namespace geo_io {

namespace {

constexpr std::array<std::string_view, city::enum_count<ColumnRole>> role_names{
    "id",     "name",          "height_m", "base_m", "storeys",   "min_storey", "use",
    "year",   "floor_area_m2", "class",    "lanes",  "speed_kmh", "one_way",    "bridge",
    "tunnel", "level",         "aadt",     "part",   "kind",      "area_kind"};

// Spellings without case, blanks, '_', ':' and '-'; best first. From OSM, Overture, Microsoft,
// LARIAC, DataSF, Chinese vendors (Height, Fnum, Floor, BDCode) and cadastre exports.
const city::EnumArray<ColumnRole, std::vector<std::string_view>>& spellings() {
    static const city::EnumArray<ColumnRole, std::vector<std::string_view>> table{
        {// id
         {{"buildingid", "osmid", "osmwayid", "id", "fid1", "gid", "objectid", "globalid",
           "sourceid", "bldid", "bdid", "uuid", "roadid", "linkid", "编号"},
          {"name", "namezh", "nameen", "bdname", "buildingname", "bldgname", "roadname", "street",
           "fullname", "名称", "建筑名称"},
          // height_m
          {"heightm", "height", "buildingheight", "bldgheight", "hgt", "maximumroofheight",
           "roofheightm", "heightmax", "hgtmaxcm0", "bheight", "measuredheight", "heightroof",
           "elevheight", "高度", "建筑高度", "楼高"},
          {"basem", "minheight", "baseheight", "buildingminheight"},
          // storeys
          {"storeys", "stories", "buildinglevels", "levels", "floors", "floor", "fnum", "numfloors",
           "numberofstories", "numberofstoriesaboveground", "nfloors", "floorcount",
           "storeysaboveground", "层数", "楼层", "地上层数", "总层数"},
          {"buildingminlevel", "minlevel"},
          // use
          {"use",         "landusetyp", "landuse0", "buildinguse", "usetype",      "buildingtype",
           "bldgtype",    "kinddetail", "function", "building",    "buildingpart", "amenity",
           "shop",        "office",     "tourism",  "healthcare",  "leisure",      "manmade",
           "railway",     "aeroway",    "usecode",  "class",       "subtype",      "landuse",
           "landusekind", "用途",       "建筑用途", "类型",        "性质",         "功能"},
          // year
          {"constructionyear", "yearbuilt", "year", "age", "built", "startdate", "constructiondate",
           "yearofconstruction", "yrbuilt", "effectiveyearbuilt", "buildyear", "yearblt",
           "建成年份", "年代", "建造年代", "竣工年份"},
          // floor_area_m2
          {"floorarea", "floorareaM2", "grossfloorarea", "floorarea2", "gfam2", "gfa", "建筑面积"},
          // road_class
          {"highway", "kinddetail", "fclass", "roadclass", "class", "functionalclass", "roadtype",
           "type", "railway", "kind", "道路等级", "等级"},
          {"lanes", "numlanes", "lanecount", "nlanes", "车道数", "车道"},
          {"speedkmh", "maxspeed", "speedlimit", "speed", "限速"},
          {"oneway", "onewaycar", "单行"},
          {"bridge", "isbridge"},
          {"tunnel", "istunnel"},
          {"layer", "zlevel"},
          {"aadt", "adt", "trafficvolume", "流量", "日均流量"},
          {"buildingpart", "kind"},
          {"type", "kind", "featuretype", "要素类型"},
          {"landuse", "natural", "leisure", "water", "waterway", "kind", "landusetype", "class"}}}};
    return table;
}

std::string plain(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if (c == ' ' || c == '_' || c == ':' || c == '-' || c == '.') continue;
        result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
    }
    return result;
}

}  // namespace

std::string_view name_of(ColumnRole role) {
    return role_names[static_cast<std::size_t>(role)];
}

ColumnPlan guess_columns(const std::vector<std::string>& columns,
                         const std::map<std::string, std::string>& given,
                         std::vector<std::string>& unknown) {
    std::vector<std::string> plain_columns;
    for (const std::string& column : columns) plain_columns.push_back(plain(column));
    ColumnPlan plan;
    for (const ColumnRole role : city::all_of<ColumnRole>())
        for (const std::string_view spelling : spellings()[role]) {
            const auto found =
                std::find(plain_columns.begin(), plain_columns.end(), plain(spelling));
            if (found == plain_columns.end()) continue;
            const int index = static_cast<int>(found - plain_columns.begin());
            if (std::find(plan[role].begin(), plan[role].end(), index) == plan[role].end())
                plan[role].push_back(index);
        }
    for (const auto& [role_name, column] : given) {
        const auto role = std::find(role_names.begin(), role_names.end(), role_name);
        const auto found = std::find(columns.begin(), columns.end(), column);
        if (role == role_names.end() || found == columns.end()) {
            unknown.push_back(role == role_names.end() ? role_name : column);
            continue;
        }
        plan[static_cast<ColumnRole>(role - role_names.begin())] = {
            static_cast<int>(found - columns.begin())};
    }
    return plan;
}

}  // namespace geo_io

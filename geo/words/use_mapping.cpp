#include "geo/words/use_mapping.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace geo_io {

namespace {

using city::BuildingUse;
using city::RoadClass;
using Use = BuildingUse;

// Sources: OpenStreetMap wiki (Key:building, amenity, shop...), CBECS and CoStar words, GB
// 50137-2011, GB/T 21010-2017, the Chinese city database's landUseTyp; which archetype they mean is
// our reading.
const std::unordered_map<std::string_view, Use>& whole_values() {
    static const std::unordered_map<std::string_view, Use> table = [] {
        std::unordered_map<std::string_view, Use> t;
        const auto add = [&t](Use use, std::initializer_list<std::string_view> words) {
            for (const std::string_view word : words) t.emplace(word, use);
        };
        add(Use::residential_detached,
            {"house", "detached", "bungalow", "villa", "cabin", "farm", "houseboat",
             "static_caravan", "ger", "semidetached_house", "single-family", "single family",
             "single-family detached", "single_family_detached", "r1", "residential detached",
             "0701", "01"});
        add(Use::residential_attached,
            {"terrace", "townhouse", "duplex", "single-family attached", "single family attached",
             "row house", "residential attached"});
        add(Use::residential_apartment, {"apartments",
                                         "apartment",
                                         "residential",
                                         "dormitory",
                                         "barracks",
                                         "multifamily",
                                         "multi-family",
                                         "multifamily (2 to 4 units)",
                                         "multifamily (5 or more units)",
                                         "resident",
                                         "mixres",
                                         "residential_1",
                                         "residential_2",
                                         "residential_3",
                                         "r",
                                         "r2",
                                         "r3",
                                         "r21",
                                         "r22",
                                         "07",
                                         "101",
                                         "residential apartment"});
        add(Use::hotel,
            {"hotel", "motel", "hostel", "lodging", "visitor", "motel or inn", "b14", "0504"});
        add(Use::office,
            {"office", "commercial", "bank", "mips", "mixed", "b2", "b21", "b29", "0505", "201",
             "company", "financial", "administrative/professional office", "office building"});
        add(Use::government_office,
            {"government", "public", "townhall", "courthouse", "police", "fire_station",
             "administration", "government office", "embassy", "a", "a1", "08", "0801", "501"});
        add(Use::retail, {"retail", "shop", "kiosk", "pavilion", "marketplace", "retail/ent",
                          "retail store", "strip shopping mall", "b", "b1", "b11", "b12", "05",
                          "0501", "202", "store", "convenience", "storefront"});
        add(Use::mall,
            {"mall", "department_store", "enclosed mall", "shopping mall", "shopping center"});
        add(Use::supermarket, {"supermarket", "grocery", "grocery store", "food sales"});
        add(Use::restaurant, {"restaurant", "fast_food", "cafe", "pub", "bar", "food_court",
                              "food service", "restaurant/cafeteria", "fast food", "b13", "0503"});
        add(Use::hospital, {"hospital", "med", "inpatient", "hospital/inpatient health",
                            "nursing_home", "nursing", "a5", "a51", "a6", "0805", "503", "0806"});
        add(Use::outpatient,
            {"clinic", "doctors", "dentist", "outpatient", "outpatient health care", "medical",
             "healthcare", "medical office (diagnostic)"});
        add(Use::school,
            {"school", "kindergarten", "education", "k-12", "primary school", "secondary school",
             "elementary/middle", "a3", "a33", "0803", "502", "educational"});
        add(Use::university,
            {"university", "college", "campus", "a31", "laboratory", "research_institute"});
        add(Use::public_assembly, {"civic",
                                   "church",
                                   "cathedral",
                                   "chapel",
                                   "mosque",
                                   "temple",
                                   "shrine",
                                   "synagogue",
                                   "religious",
                                   "museum",
                                   "theatre",
                                   "cinema",
                                   "library",
                                   "sports_hall",
                                   "sports_centre",
                                   "stadium",
                                   "grandstand",
                                   "gymnasium",
                                   "community_centre",
                                   "conference_centre",
                                   "place_of_worship",
                                   "cie",
                                   "arts_centre",
                                   "attraction",
                                   "public assembly",
                                   "a2",
                                   "a21",
                                   "a22",
                                   "a4",
                                   "a41",
                                   "a7",
                                   "a9",
                                   "b3",
                                   "504",
                                   "gallery",
                                   "events_venue",
                                   "exhibition_centre",
                                   "communications_tower"});
        add(Use::transport_station, {"train_station", "transportation", "terminal", "station",
                                     "transport", "s3", "10", "401", "402", "bus_station"});
        add(Use::industry,
            {"industrial", "factory", "manufacture", "works", "pdr", "industry", "m", "m1", "m2",
             "m3", "06", "0601", "301", "manufacturing", "light manufacturing"});
        add(Use::warehouse, {"warehouse", "storage_tank", "hangar", "storage", "distribution", "w",
                             "w1", "w2", "w3", "self-storage"});
        add(Use::unconditioned,
            {"garage",    "garages", "carport",        "parking",    "shed",
             "roof",      "barn",    "stable",         "greenhouse", "service",
             "bunker",    "ruins",   "construction",   "container",  "hut",
             "boathouse", "silo",    "bridge",         "toilets",    "g",
             "g1",        "canopy",  "farm_auxiliary", "gate",       "guardhouse"});
        add(Use::utility, {"transformer_tower", "substation", "water_tower", "power", "data_center",
                           "u", "u1", "b4", "utility", "pumping_station"});
        return t;
    }();
    return table;
}

// Longer and surer words first: 大学 before 学, 停车 before 店.
constexpr std::array<std::pair<std::string_view, Use>, 96> chinese_words{{
    {"停车", Use::unconditioned},
    {"车库", Use::unconditioned},
    {"门卫", Use::unconditioned},
    {"公厕", Use::unconditioned},
    {"配电", Use::utility},
    {"泵房", Use::utility},
    {"变电", Use::utility},
    {"幼儿园", Use::school},
    {"小学", Use::school},
    {"中学", Use::school},
    {"教学楼", Use::school},
    {"学校", Use::school},
    {"大学", Use::university},
    {"学院", Use::university},
    {"校区", Use::university},
    {"实验楼", Use::university},
    {"图书馆", Use::public_assembly},
    {"博物馆", Use::public_assembly},
    {"体育馆", Use::public_assembly},
    {"体育场", Use::public_assembly},
    {"展览", Use::public_assembly},
    {"会展", Use::public_assembly},
    {"剧院", Use::public_assembly},
    {"影院", Use::public_assembly},
    {"文化宫", Use::public_assembly},
    {"教堂", Use::public_assembly},
    {"文化设施", Use::public_assembly},
    {"医院", Use::hospital},
    {"卫生院", Use::hospital},
    {"医疗", Use::hospital},
    {"门诊", Use::outpatient},
    {"诊所", Use::outpatient},
    {"社区卫生", Use::outpatient},
    {"酒店", Use::hotel},
    {"宾馆", Use::hotel},
    {"饭店", Use::hotel},
    {"旅馆", Use::hotel},
    {"招待所", Use::hotel},
    {"住宿", Use::hotel},
    {"餐厅", Use::restaurant},
    {"酒楼", Use::restaurant},
    {"食堂", Use::restaurant},
    {"餐饮", Use::restaurant},
    {"超市", Use::supermarket},
    {"购物", Use::mall},
    {"商场", Use::mall},
    {"百货", Use::mall},
    {"奥特莱斯", Use::mall},
    {"万达", Use::mall},
    {"市场", Use::retail},
    {"商铺", Use::retail},
    {"便利店", Use::retail},
    {"门面", Use::retail},
    {"商店", Use::retail},
    {"政府", Use::government_office},
    {"机关", Use::government_office},
    {"委员会", Use::government_office},
    {"法院", Use::government_office},
    {"公安", Use::government_office},
    {"派出所", Use::government_office},
    {"税务", Use::government_office},
    {"街道办", Use::government_office},
    {"行政", Use::government_office},
    {"写字楼", Use::office},
    {"商务", Use::office},
    {"办公", Use::office},
    {"大厦", Use::office},
    {"公司", Use::office},
    {"金融", Use::office},
    {"银行", Use::office},
    {"仓库", Use::warehouse},
    {"物流", Use::warehouse},
    {"冷库", Use::warehouse},
    {"仓储", Use::warehouse},
    {"火车站", Use::transport_station},
    {"客运站", Use::transport_station},
    {"车站", Use::transport_station},
    {"机场", Use::transport_station},
    {"航站楼", Use::transport_station},
    {"地铁", Use::transport_station},
    {"交通", Use::transport_station},
    {"车间", Use::industry},
    {"工业", Use::industry},
    {"厂", Use::industry},
    {"别墅", Use::residential_detached},
    {"公寓", Use::residential_apartment},
    {"住宅", Use::residential_apartment},
    {"小区", Use::residential_apartment},
    {"花园", Use::residential_apartment},
    {"家园", Use::residential_apartment},
    {"新村", Use::residential_apartment},
    {"宿舍", Use::residential_apartment},
    {"苑", Use::residential_apartment},
    {"居住", Use::residential_apartment},
    {"商业", Use::retail},
    {"教育", Use::school},
}};

constexpr std::array<std::pair<std::string_view, Use>, 14> english_name_words{{
    {"hotel", Use::hotel},
    {"hospital", Use::hospital},
    {"elementary", Use::school},
    {"high school", Use::school},
    {"middle school", Use::school},
    {"university", Use::university},
    {"library", Use::public_assembly},
    {"church", Use::public_assembly},
    {"museum", Use::public_assembly},
    {"theatre", Use::public_assembly},
    {"apartments", Use::residential_apartment},
    {"parking", Use::unconditioned},
    {"warehouse", Use::warehouse},
    {"shopping center", Use::mall},
}};

std::string lower_case(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return lower;
}

bool has_chinese(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

}  // namespace

BuildingUse use_from_text(std::string_view value) {
    if (value.empty()) return Use::unknown;
    if (has_chinese(value)) {
        for (const auto& [word, use] : chinese_words)
            if (value.find(word) != std::string_view::npos) return use;
        return Use::unknown;
    }
    const std::string lower = lower_case(value);
    if (const auto own = city::building_use_from_name(lower)) return *own;
    const auto& table = whole_values();
    if (const auto found = table.find(lower); found != table.end()) return found->second;
    // "0701 Residential", "R2 二类": the code is the first word.
    const std::size_t space = lower.find_first_of(" ;,/");
    if (space != std::string::npos && space > 0)
        if (const auto found = table.find(std::string_view(lower).substr(0, space));
            found != table.end())
            return found->second;
    return Use::unknown;
}

BuildingUse use_from_name_words(std::string_view name) {
    if (has_chinese(name)) {
        for (const auto& [word, use] : chinese_words)
            if (name.find(word) != std::string_view::npos) return use;
    }
    const std::string lower = lower_case(name);
    for (const auto& [word, use] : english_name_words)
        if (lower.find(word) != std::string::npos) return use;
    return Use::unknown;
}

RoadClass road_class_from_text(std::string_view value) {
    std::string lower = lower_case(value);
    if (const std::size_t link = lower.rfind("_link"); link != std::string::npos)
        lower.resize(link);
    if (const auto own = city::road_class_from_name(lower)) return *own;
    const auto any = [&lower](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), lower) != words.end();
    };
    if (any({"freeway", "interstate", "expressway", "highway", "高速公路", "高速", "快速路",
             "major_highway"}))
        return RoadClass::motorway;
    if (any({"国道", "principal arterial"})) return RoadClass::trunk;
    if (any({"主干路", "主干道", "省道", "arterial", "major_road"})) return RoadClass::primary;
    if (any({"次干路", "次干道", "县道", "minor arterial"})) return RoadClass::secondary;
    if (any({"支路", "乡道", "collector"})) return RoadClass::tertiary;
    if (any({"unclassified", "living_street", "road", "local", "minor_road", "minor", "街巷",
             "busway"}))
        return RoadClass::residential;
    if (any({"track", "driveway", "alley", "parking_aisle", "escape", "bus_guideway", "raceway"}))
        return RoadClass::service;
    if (any({"footway", "cycleway", "pedestrian", "steps", "bridleway", "corridor", "pier",
             "platform", "construction", "proposed", "elevator", "sidewalk", "人行道"}))
        return RoadClass::path;
    if (any({"subway", "light_rail", "tram", "monorail", "funicular", "narrow_gauge", "disused",
             "abandoned", "铁路"}))
        return RoadClass::rail;
    return RoadClass::unknown;
}

}  // namespace geo_io

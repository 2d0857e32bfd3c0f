// Assessors' phrases by their words. From the use descriptions of county assessors (Los Angeles,
// King, Cook, Maricopa, San Bernardino), CoStar, ENERGY STAR and New York's PLUTO.
#include <algorithm>
#include <string>
#include <vector>

#include "geo/words/use_shorts.h"
#include "geo/words/use_values.h"

namespace geo_io {

namespace {

using Use = city::BuildingUse;
using Words = std::vector<std::string_view>;

// The first rule with all words of `all`, one of `any` (where there are some) and none of `none`.
struct Rule {
    Use use;
    Words all, any, none;
};

const std::vector<Rule>& rules() {
    static const std::vector<Rule> table{
        // Nothing is known of a building on land that the register calls empty.
        {Use::unknown, {"vacant"}, {}, {}},
        {Use::unconditioned, {}, {"parking", "carport"}, {"with", "over", "apartment", "w"}},
        {Use::unconditioned,
         {"garage"},
         {},
         {"repair", "apartment", "service", "auto", "dwelling", "family", "with", "over"}},
        {Use::unconditioned,
         {},
         {"shed", "barn", "outbuilding", "canopy", "greenhouse", "stable", "silo", "gazebo",
          "cabana", "kiosk", "agricultural", "farm", "pool"},
         {"house", "dwelling", "residential", "home", "family", "billiard"}},
        {Use::residential_apartment, {"mixed", "residential"}, {}, {}},
        {Use::residential_detached, {"mobile", "home"}, {}, {}},
        {Use::residential_detached, {"manufactured"}, {"home", "housing"}, {}},
        {Use::residential_attached,
         {},
         {"townhouse", "plex", "semidetached", "twin"},
         {"office", "retail"}},
        {Use::residential_attached, {"row", "house"}, {}, {}},
        {Use::residential_attached, {"attached"}, {"family", "residential", "dwelling"}, {}},
        {Use::residential_attached, {"family"}, {"two", "three", "four"}, {"multi"}},
        {Use::residential_attached, {"two", "units"}, {}, {"five", "multi", "store", "commercial"}},
        {Use::residential_attached,
         {"three", "units"},
         {},
         {"five", "multi", "store", "commercial"}},
        {Use::residential_attached,
         {"four", "units"},
         {},
         {"five", "multi", "store", "commercial"}},
        {Use::residential_apartment, {"five", "units"}, {}, {"store", "commercial"}},
        {Use::residential_detached, {"single", "family"}, {}, {"multi"}},
        {Use::residential_detached, {"one", "family"}, {}, {}},
        {Use::residential_detached, {"single"}, {"dwelling", "residential", "detached"}, {}},
        {Use::office, {"condominium"}, {"office", "medical", "professional"}, {}},
        {Use::retail, {"condominium"}, {"retail", "commercial", "store"}, {}},
        {Use::warehouse, {"condominium"}, {"industrial", "warehouse", "storage"}, {}},
        {Use::hotel,
         {},
         {"hotel", "motel", "inn", "lodging", "hostel", "resort", "hospitality"},
         {}},
        {Use::hospital, {"nursing"}, {}, {}},
        {Use::hospital, {"restaurant", "home"}, {}, {}},  // a rest home
        {Use::hospital, {"assisted", "living"}, {}, {}},
        {Use::hospital,
         {},
         {"hospital", "sanitarium", "convalescent", "hospice", "inpatient", "rehabilitation"},
         {"animal", "veterinary", "vet"}},
        {Use::residential_apartment,
         {},
         {"condominium", "apartment", "dormitory", "dorm", "rooming", "boarding", "barracks",
          "multi", "cooperative", "coop", "fraternity", "sorority", "walkup", "elevator",
          "tenement", "mixres"},
         {"tenant", "office", "retail", "store", "purpose", "use", "story", "medical", "commercial",
          "industrial"}},
        {Use::residential_apartment, {"multi", "family"}, {}, {}},
        {Use::residential_apartment, {"apartment"}, {}, {}},
        {Use::outpatient,
         {},
         {"medical", "dental", "clinic", "doctor", "doctors", "dentist", "outpatient", "surgery",
          "veterinary", "veterinarian", "vet"},
         {"university", "school"}},
        {Use::university, {}, {"university", "college", "universities", "colleges"}, {}},
        {Use::school,
         {},
         {"school", "elementary", "kindergarten", "daycare", "preschool", "nursery", "k12",
          "educational", "education"},
         {}},
        {Use::school, {"day", "care"}, {}, {}},
        {Use::school, {"child", "care"}, {}, {}},
        {Use::public_assembly,
         {},
         {"church",   "religious", "worship",   "temple",     "mosque",     "synagogue",
          "chapel",   "library",   "museum",    "theatre",    "cinema",     "auditorium",
          "stadium",  "arena",     "gymnasium", "gym",        "recreation", "club",
          "lodge",    "fraternal", "assembly",  "convention", "bowling",    "entertainment",
          "cultural", "clubhouse", "mortuary",  "funeral"},
         {}},
        {Use::public_assembly, {"community", "center"}, {}, {}},
        {Use::utility,
         {},
         {"utility", "substation", "pump", "sewage", "sewer", "telephone", "telecom", "electric",
          "power"},
         {"store", "shop"}},
        {Use::utility, {"data", "center"}, {}, {}},
        {Use::government_office,
         {},
         {"government", "municipal", "police", "courthouse", "court", "jail", "prison", "post",
          "fire", "federal", "city", "county", "military", "public", "correctional"},
         {"hotel", "apartment", "utility", "housing", "storage"}},
        {Use::mall, {"shopping"}, {"center", "mall", "regional"}, {}},
        {Use::mall, {}, {"mall"}, {}},
        {Use::mall, {"department", "store"}, {}, {}},
        {Use::supermarket, {}, {"supermarket", "grocery", "groceries"}, {}},
        {Use::supermarket, {"food"}, {"store", "sales", "market"}, {"fast"}},
        {Use::restaurant,
         {},
         {"restaurant", "tavern", "cafe", "diner", "bar", "cafeteria", "nightclub", "cocktail",
          "coffee", "brewery"},
         {}},
        {Use::restaurant, {"food"}, {"fast", "service"}, {}},
        {Use::retail, {"station"}, {"gas", "service", "filling"}, {}},
        {Use::transport_station,
         {},
         {"airport", "terminal", "station", "railroad", "rail", "transit", "transportation",
          "depot"},
         {}},
        {Use::industry, {"manufacturing"}, {}, {}},
        {Use::warehouse,
         {},
         {"warehouse", "distribution", "storage", "hangar", "logistics", "wholesale"},
         {}},
        {Use::industry,
         {},
         {"industrial", "factory", "plant", "lumber", "foundry", "refinery", "processing", "mill",
          "assembly", "bakery", "bottling"},
         {}},
        {Use::office, {}, {"office", "bank", "professional", "financial", "loft"}, {}},
        {Use::retail,
         {},
         {"retail", "store", "shop", "market", "dealership", "dealer", "showroom", "laundromat",
          "salon", "auto", "storefront", "pharmacy", "drugstore", "nursery", "repair"},
         {}},
        {Use::retail, {"car", "wash"}, {}, {}},
        {Use::office, {}, {"commercial", "business"}, {}},
        {Use::residential_detached, {}, {"dwelling", "bungalow", "cottage", "detached"}, {}},
        {Use::residential_apartment, {}, {"residential", "housing"}, {}},
    };
    return table;
}

std::vector<std::string> words_of(std::string_view lower) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (word.empty()) return;
        const std::string meant(meaning_of_short(word));
        const std::size_t gap = meant.find(' ');
        words.push_back(meant.substr(0, gap));
        if (gap != std::string::npos) words.push_back(meant.substr(gap + 1));
        word.clear();
    };
    for (const char c : lower) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter)
            word.push_back(c);
        else if (c != '\'')
            end_word();
    }
    end_word();
    return words;
}

}  // namespace

std::optional<city::BuildingUse> use_from_phrase(std::string_view lower_case) {
    constexpr std::size_t longest = 200;
    const std::vector<std::string> words = words_of(lower_case.substr(0, longest));
    const auto there = [&words](std::string_view wanted) {
        return std::find(words.begin(), words.end(), wanted) != words.end();
    };
    for (const Rule& rule : rules())
        if (std::all_of(rule.all.begin(), rule.all.end(), there) &&
            (rule.any.empty() || std::any_of(rule.any.begin(), rule.any.end(), there)) &&
            std::none_of(rule.none.begin(), rule.none.end(), there))
            return rule.use;
    return std::nullopt;
}

}  // namespace geo_io

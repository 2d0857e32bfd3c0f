#include "geo/words/use_values.h"

#include <unordered_map>

namespace geo_io {

namespace {

using Use = city::BuildingUse;

// Sources: OpenStreetMap wiki (Key:building, amenity, shop...), CBECS and CoStar words, DataSF's
// land use, the Chinese city database's landUseTyp; which archetype they mean is our reading.
const std::unordered_map<std::string_view, Use>& whole_values() {
    static const std::unordered_map<std::string_view, Use> table = [] {
        std::unordered_map<std::string_view, Use> t;
        const auto add = [&t](Use use, std::initializer_list<std::string_view> words) {
            for (const std::string_view word : words) t.emplace(word, use);
        };
        add(Use::residential_detached,
            {"house", "detached", "bungalow", "villa", "cabin", "farm", "houseboat",
             "static_caravan", "ger", "semidetached_house", "single-family", "single family",
             "single-family detached", "single_family_detached", "single", "residential detached"});
        add(Use::residential_attached,
            {"terrace", "townhouse", "duplex", "single-family attached", "single family attached",
             "row house", "residential attached"});
        add(Use::residential_apartment,
            {"apartments", "apartment", "residential", "dormitory", "barracks", "multifamily",
             "multi-family", "multifamily (2 to 4 units)", "multifamily (5 or more units)",
             "resident", "mixres", "residential_1", "residential_2", "residential_3",
             "residential apartment"});
        add(Use::hotel, {"hotel", "motel", "hostel", "lodging", "visitor", "motel or inn"});
        add(Use::office, {"office", "commercial", "bank", "mips", "mixed", "company", "financial",
                          "administrative/professional office", "office building"});
        add(Use::government_office,
            {"government", "public", "townhall", "courthouse", "police", "fire_station",
             "administration", "government office", "embassy"});
        add(Use::retail,
            {"retail", "shop", "kiosk", "pavilion", "marketplace", "retail/ent", "retail store",
             "strip shopping mall", "store", "convenience", "fuel", "storefront"});
        add(Use::mall,
            {"mall", "department_store", "enclosed mall", "shopping mall", "shopping center"});
        add(Use::supermarket, {"supermarket", "grocery", "grocery store", "food sales"});
        add(Use::restaurant, {"restaurant", "fast_food", "cafe", "pub", "bar", "food_court",
                              "food service", "restaurant/cafeteria", "fast food"});
        add(Use::hospital, {"hospital", "med", "inpatient", "hospital/inpatient health",
                            "nursing_home", "nursing"});
        add(Use::outpatient,
            {"clinic", "doctors", "dentist", "outpatient", "outpatient health care", "medical",
             "healthcare", "medical office (diagnostic)"});
        add(Use::school, {"school", "kindergarten", "education", "k-12", "primary school",
                          "secondary school", "elementary/middle", "educational"});
        add(Use::university,
            {"university", "college", "campus", "laboratory", "research_institute", "research"});
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
                                   "gallery",
                                   "events_venue",
                                   "exhibition_centre",
                                   "communications_tower"});
        add(Use::transport_station,
            {"train_station", "transportation", "terminal", "station", "transport", "bus_station"});
        add(Use::industry, {"industrial", "factory", "manufacture", "works", "pdr", "industry",
                            "manufacturing", "light manufacturing", "r&d", "flex"});
        add(Use::warehouse,
            {"warehouse", "storage_tank", "hangar", "storage", "distribution", "self-storage"});
        add(Use::unconditioned,
            {"garage",         "garages", "carport",      "parking",    "shed",
             "roof",           "barn",    "stable",       "greenhouse", "service",
             "bunker",         "ruins",   "construction", "container",  "hut",
             "boathouse",      "silo",    "bridge",       "toilets",    "canopy",
             "farm_auxiliary", "gate",    "guardhouse"});
        add(Use::utility, {"transformer_tower", "substation", "water_tower", "power", "data_center",
                           "utility", "pumping_station"});
        return t;
    }();
    return table;
}

}  // namespace

city::BuildingUse use_from_whole_value(std::string_view lower_case) {
    const auto& table = whole_values();
    const auto found = table.find(lower_case);
    return found == table.end() ? Use::unknown : found->second;
}

}  // namespace geo_io

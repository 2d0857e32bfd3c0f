#include "geo/words/column_rules.h"

#include <algorithm>
#include <array>

#include "geo/words/edit_distance.h"
#include "geo/words/measure_unit.h"

namespace geo_io {

namespace {

using Words = std::vector<std::string_view>;

// The words that registers, assessors and cities build their column names from, as seen in open
// data portals of American cities, in LARIAC, DataSF, PLUTO, HPMS and TIGER.
struct Rule {
    ColumnRole role;
    Words head;     // one of these must be there
    Words second;   // and one of these, where there are any
    Words helpers;  // these may be there
    Words against;  // these say that it is something else
};

const Words building{"building", "buildings", "bldg",      "bldgs",  "bldng",    "bld",
                     "blg",      "house",     "structure", "struct", "property", "prop"};
const Words amount{"num", "no",    "nr", "nbr",   "nmbr", "number", "n",
                   "cnt", "count", "of", "total", "tot",  "ttl"};

Words together(std::initializer_list<Words> lists) {
    Words all;
    for (const Words& list : lists) all.insert(all.end(), list.begin(), list.end());
    return all;
}

const std::vector<Rule>& rules() {
    static const std::vector<Rule> table{
        {ColumnRole::height_m,
         {"height", "heights", "hgt", "ht", "hgts", "heightroof"},
         {},
         together(
             {building, {"max",    "maximum",  "mean",  "avg",     "average", "median", "med",
                         "rel",    "relative", "total", "overall", "above",   "ground", "agl",
                         "ag",     "measured", "lidar", "roof",    "top",     "est",    "estimated",
                         "approx", "in",       "value", "val"}}),
         {"min",    "minimum",   "minrity",    "minority", "base",    "gnd",    "grnd",
          "elev",   "elevation", "std",        "range",    "variety", "var",    "floor",
          "storey", "story",     "stories",    "ceiling",  "room",    "tree",   "canopy",
          "limit",  "limits",    "zoning",     "allowed",  "zone",    "bulk",   "clearance",
          "eave",   "district",  "sea",        "source",   "src",     "method", "date",
          "flag",   "accuracy",  "confidence", "wall",     "width",   "fence",  "antenna",
          "ref",    "reference"}},
        {ColumnRole::storeys,
         {"stories", "storeys", "storey", "story", "floors", "floor", "flrs", "flr", "levels",
          "stry", "strys", "storie", "stories1"},
         {},
         together({building, amount, {"above", "ground", "grade", "max", "maximum", "lvls"}}),
         {"area", "sqft", "sf", "size", "height", "hgt", "ht", "basement", "below", "under",
          "underground", "min", "first", "ratio", "plan", "type", "id", "elev", "code"}},
        {ColumnRole::year,
         {"year", "yr", "date", "yrs"},
         {"built", "build", "blt", "built1", "construction", "constructed", "constr", "const",
          "cnstrct", "cnstr", "completion", "completed", "erected", "bilt"},
         together({building,
                   {"of", "actual", "act", "original", "orig", "in", "first", "effective", "eff"}}),
         {"remodel", "remodeled", "renov", "renovated", "renovation", "alter", "altered", "alt",
          "sale", "assess", "tax", "roll", "demolition", "permit", "update", "updated", "edit",
          "roof"}},
        {ColumnRole::use,
         {"use", "uses", "usage", "usetype", "occupancy", "occup", "occ", "function", "purpose",
          "landuse"},
         {},
         together(
             {building,
              {"primary", "prim",     "main",   "land",        "type",     "typ",     "class",
               "cat",     "category", "code",   "cde",         "cd",       "desc",    "descr",
               "dsc",     "dscr",     "dscrp",  "description", "name",     "general", "gen",
               "current", "existing", "actual", "predominant", "dominant", "detail",  "detailed",
               "lu",      "naics",    "group"}}),
         {"load", "permit", "permitted", "future", "zoning", "zone", "water", "date", "year",
          "energy", "eui", "electricity", "percent", "pct", "area", "sqft", "source", "restrict"}},
        {ColumnRole::use,
         {"type", "typ", "class", "cat", "category", "kind"},
         {"building", "bldg", "bldng", "bld", "property", "prop", "structure", "struct", "naics"},
         together({building,
                   {"code", "cde", "cd", "desc", "descr", "dsc", "description", "name", "general",
                    "detail", "primary", "main"}}),
         {"roof", "wall", "material", "heating", "energy", "construction", "foundation", "source",
          "owner", "tax"}},
        {ColumnRole::floor_area_m2,
         {"area", "areas", "sqft", "sf", "sqm", "gfa", "gsf", "size"},
         {"floor", "floors", "flr", "gross", "gfa", "gsf", "living", "heated", "conditioned",
          "finished", "building", "bldg", "bldng", "bld", "grs"},
         together({building, {"total", "tot", "ttl", "of", "in", "sq", "use", "usable"}}),
         {"lot",   "land",  "parcel",   "footprint", "ftprint", "fp",     "roof",    "shape",
          "shp",   "site",  "basement", "bsmt",      "garage",  "ground", "gnd",     "first",
          "com",   "res",   "office",   "retail",    "ratio",   "factry", "storage", "strge",
          "other", "porch", "deck",     "unit",      "source",  "lease",  "wall",    "window"}},
        {ColumnRole::road_class,
         {"class", "type", "typ", "category", "cat", "hierarchy", "cls", "classification", "system",
          "rank", "clas"},
         {"road", "street", "functional", "func", "fun", "highway", "hwy", "route", "rd", "fed",
          "roadway"},
         {"code", "cd", "desc", "description", "name", "road", "street", "st", "of"},
         {"surface", "pavement", "suffix", "pre", "suf", "prefix", "owner", "light"}},
        {ColumnRole::lanes,
         {"lanes", "lane"},
         {},
         together({amount, {"through", "thru", "road", "street", "travel"}}),
         {"width", "bike",   "bicycle", "turn",     "parking", "bus",      "hov",
          "miles", "mi",     "left",    "right",    "forward", "backward", "peak",
          "type",  "closed", "id",      "markings", "cat",     "category"}},
        {ColumnRole::speed_kmh,
         {"speed", "spd", "speeds"},
         {},
         {"limit", "limits", "lim", "lmt", "posted", "post", "max", "maximum", "legal", "road",
          "street", "value", "limi"},
         {"avg", "average", "mean", "cat", "category", "source", "advisory", "design", "85th",
          "hump", "bump", "table", "class", "from", "to", "min", "camera"}},
        {ColumnRole::aadt,
         {"aadt", "adt", "aawdt", "awdt"},
         {},
         together({amount, {"avg", "average", "daily", "traffic", "est", "veh", "both", "road"}}),
         {"truck", "single", "combination", "combo", "factor", "year", "yr", "peak", "pct",
          "source", "future", "class", "ahead", "back"}},
    };
    return table;
}

bool has(const Words& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Where a name is cut the last word may be the beginning of one of the list.
bool begins_one(const Words& list, std::string_view word) {
    return std::any_of(list.begin(), list.end(), [&](std::string_view whole) {
        return whole.size() > word.size() && whole.substr(0, word.size()) == word;
    });
}

int rank_of(std::string_view word) {
    if (word == "median" || word == "med") return 1;
    if (word == "mean" || word == "avg" || word == "average") return 2;
    if (word == "max" || word == "maximum" || word == "top") return 3;
    // An effective year is that of the last large change.
    if (word == "eff" || word == "effective") return 5;
    if (word == "est" || word == "estimated" || word == "approx") return 4;
    if (word.substr(0, 4) == "desc" || word == "name" || word.substr(0, 2) == "ds") return -1;
    if (word == "code" || word == "cd" || word == "cde" || word == "class") return 2;
    return 0;
}

// Units that a name carries belong to the role: "sq", "ft"; "m2".
bool is_unit(std::string_view word, ColumnRole role) {
    return unit_from_word(word, dimension_of(role)).has_value() ||
           (dimension_of(role) == Dimension::area && (word == "sq" || word == "ft" || word == "m"));
}

WordsMatch match_rule(const NameWords& name, const Rule& rule) {
    bool head = false, second = rule.second.empty(), all = true, like_head = false;
    WordsMatch match;
    for (std::size_t i = 0; i < name.words.size(); ++i) {
        const std::string_view word = name.words[i];
        if (has(rule.against, word)) return {};
        const bool last = i + 1 == name.words.size();
        const bool cut = last && name.may_be_cut && word.size() >= 3;
        bool understood = false;
        for (const auto& [list, found] :
             {std::pair<const Words&, bool*>{rule.head, &head}, {rule.second, &second}})
            if (has(list, word) || (cut && begins_one(list, word))) {
                *found = true;
                understood = true;
            }
        if (!understood && cut && begins_one(rule.against, word)) return {};
        understood = understood || has(rule.helpers, word) || is_unit(word, rule.role) ||
                     (cut && begins_one(rule.helpers, word)) ||
                     (rule.role == ColumnRole::aadt && word.size() <= 4 &&
                      word.find_first_not_of("0123456789") == std::string_view::npos);
        if (understood) {
            std::string_view whole = word;
            if (cut)
                for (const std::string_view helper : rule.helpers)
                    if (helper.size() > word.size() && helper.substr(0, word.size()) == word)
                        whole = helper;
            match.rank += rank_of(whole);
        }
        if (!understood && word.size() >= 4)
            for (const std::string_view wanted : rule.head)
                like_head = like_head || (wanted.size() >= 3 && edit_distance(word, wanted) <= 1);
        all = all && understood;
    }
    // "gfa" and "gsf" say both at once, and square feet of a building are those of its floors.
    if (rule.role == ColumnRole::floor_area_m2 && head && !second && all) {
        const bool unit = std::any_of(name.words.begin(), name.words.end(), [](const auto& word) {
            return word == "sqft" || word == "sf" || word == "sqm" || word == "ft" || word == "m2";
        });
        if (unit) {
            match.rank += 5;
            second = true;
        }
    }
    if (head && second && all)
        match.likeness = Likeness::sure;
    else if ((head || like_head) && (rule.second.empty() || second))
        match.likeness = Likeness::some;
    return match;
}

}  // namespace

WordsMatch match_words(const NameWords& name, ColumnRole role) {
    WordsMatch best;
    for (const Rule& rule : rules()) {
        if (rule.role != role) continue;
        const WordsMatch match = match_rule(name, rule);
        if (match.likeness > best.likeness) best = match;
    }
    if (role != ColumnRole::height_m || best.likeness == Likeness::none) return best;
    const auto there = [&name](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return std::find(name.words.begin(), name.words.end(), word) != name.words.end();
        });
    };
    // "Height above ground", but not the height of the ground.
    if (there({"ground"}) && !there({"above"})) return {};
    // OpenStreetMap's roof:height is that of the roof alone.
    if (there({"roof"}) && !there({"max", "maximum", "median", "above"}))
        best.likeness = Likeness::some;
    return best;
}

const std::vector<std::string_view>& known_name_words() {
    static const std::vector<std::string_view> words = [] {
        std::vector<std::string_view> all{"cm",   "ft",   "feet", "foot",   "sqft",   "mph",
                                          "kmh",  "kph",  "m2",   "meters", "metres", "meter",
                                          "base", "land", "lot",  "shape",  "code",   "roof"};
        for (const Rule& rule : rules())
            for (const Words* list : {&rule.head, &rule.second, &rule.helpers, &rule.against})
                for (const std::string_view word : *list)
                    if (word.size() >= 2) all.push_back(word);
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }();
    return words;
}

}  // namespace geo_io

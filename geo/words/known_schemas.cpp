#include "geo/words/known_schemas.h"

#include <algorithm>
#include <unordered_set>

#include "geo/words/name_words.h"

namespace geo_io {

KnownSchemas::KnownSchemas(const std::vector<std::string>& columns) {
    std::unordered_set<std::string> names;
    bool lariac_name = false;
    for (const std::string& column : columns) {
        const std::string plain = plain_name(column);
        lariac_name = lariac_name || plain.substr(0, 6) == "lariac";
        names.insert(plain);
    }
    const auto all = [&names](std::initializer_list<const char*> wanted) {
        return std::all_of(wanted.begin(), wanted.end(),
                           [&](const char* name) { return names.count(name) > 0; });
    };
    const auto any = [&names](std::initializer_list<const char*> wanted) {
        return std::any_of(wanted.begin(), wanted.end(),
                           [&](const char* name) { return names.count(name) > 0; });
    };
    osm_ = any({"osmid", "osmwayid", "@id", "fullid", "osmtype", "buildinglevels", "fclass"}) ||
           all({"kinddetail", "minzoom"}) || all({"kinddetail", "sortrank"});
    overture_ = all({"numfloors", "subtype", "class"}) || any({"hasparts", "levelrules"}) ||
                all({"facadecolor", "roofshape", "height"});
    microsoft_ = all({"height", "confidence"});
    lariac_ = lariac_name || all({"bldid", "elev", "height"});
    pluto_ = any({"bbl", "zonedist1", "bldgclass"});
}

// OpenStreetMap wiki (Key:height and Key:maxspeed: metres and km/h unless the value names another
// unit), Overture schema reference, Microsoft GlobalMLBuildingFootprints, LARIAC buildings of Los
// Angeles County, New York's building footprints and PLUTO data dictionary.
SchemaUnit KnownSchemas::unit_of(std::string_view column, ColumnRole role) const {
    const std::string name = plain_name(column);
    switch (dimension_of(role)) {
        case Dimension::length:
            if (name == "heightroof" || name == "groundelev")
                return {MeasureUnit::foot, "New York's building footprints"};
            if (lariac_ && name == "height") return {MeasureUnit::foot, "LARIAC"};
            if (osm_) return {MeasureUnit::metre, "OpenStreetMap"};
            if (overture_) return {MeasureUnit::metre, "Overture"};
            if (microsoft_ && name == "height") return {MeasureUnit::metre, "Microsoft"};
            if (name == "measuredheight") return {MeasureUnit::metre, "CityGML"};
            break;
        case Dimension::area:
            if (pluto_ && name == "bldgarea") return {MeasureUnit::square_foot, "PLUTO"};
            break;
        case Dimension::speed:
            if (osm_) return {MeasureUnit::kilometre_per_hour, "OpenStreetMap"};
            break;
        case Dimension::none:
            break;
    }
    return {};
}

}  // namespace geo_io

#include "geo/io/unit_verdict.h"

#include <algorithm>
#include <cmath>

#include "geo/city/units.h"
#include "geo/io/fixed_digits.h"
#include "geo/io/median.h"

namespace geo_io {

namespace {

using Kind = UnitVerdict::Kind;

bool is_american(CodePlace place) {
    return place == CodePlace::united_states || place == CodePlace::new_york_city;
}

// One World Trade Center, the highest building of America, has 541.3 m.
constexpr double highest_american_m = 560.0;
// Assumed: the middle building of no American district is higher than the first, and of none lower
// than the last; between a middle of 14 m and one of 14 ft both are seen, but of whole cities only
// the second.
constexpr double highest_middle_m = 40.0, likely_highest_middle_m = 14.0, lowest_middle_m = 2.5;
// A median of fewer says little of a city.
constexpr std::size_t enough_buildings = 10;
// A storey is 2.4 to 5.5 m; in feet that is 8 to 18, in centimetres 240 to 550.
constexpr double highest_storey_m = 5.5, lowest_storey_ft = 7.0, lowest_hall_ft = 11.0,
                 lowest_storey_cm = 100.0;

UnitVerdict by_storeys(HeightColumn& column, CodePlace place) {
    // A hall of one storey may be nine metres high, three storeys are never 27.
    const bool several = column.per_storey.size() >= 3;
    std::vector<double>& each = several ? column.per_storey : column.per_any_storey;
    const double middle = median(each);
    const auto words = [&](MeasureUnit unit) {
        return "a storey would be " + fixed_digits(middle, 1) + " m high in metres, " +
               fixed_digits(middle * scale_of(unit), 1) + " m in " + std::string(plural_of(unit));
    };
    if (middle > lowest_storey_cm)
        return {MeasureUnit::centimetre, Kind::guess, words(MeasureUnit::centimetre), {}};
    if (middle <= highest_storey_m || place == CodePlace::china) return {};
    if (middle >= (several ? lowest_storey_ft : lowest_hall_ft) && is_american(place))
        return {MeasureUnit::foot, Kind::guess, words(MeasureUnit::foot), {}};
    if (!is_american(place) && middle < lowest_storey_ft) return {};
    return {MeasureUnit::metre, Kind::doubt, {}, MeasureUnit::foot};
}

}  // namespace

UnitVerdict unit_of_heights(HeightColumn& column, CodePlace place) {
    // Storeys of a few among many say little: they may be those of towers alone, or slips.
    constexpr std::size_t enough_storeys = 3;
    const std::size_t storeys = column.per_any_storey.size();
    if (storeys >= enough_storeys || (storeys > 0 && 2 * storeys >= column.values.size()))
        return by_storeys(column, place);
    const double highest = *std::max_element(column.values.begin(), column.values.end());
    const double middle = median(column.values);
    const bool enough = column.values.size() >= enough_buildings;
    const auto words = [&](MeasureUnit unit) {
        const double scale = scale_of(unit);
        return "the middle building would be " + fixed_digits(middle, 1) + " m and the highest " +
               fixed_digits(highest, 0) + " m in metres, " + fixed_digits(middle * scale, 1) +
               " m and " + fixed_digits(highest * scale, 0) + " m in " +
               std::string(plural_of(unit));
    };
    if (middle * city::m_per_ft > highest_american_m / 2.0)
        return {MeasureUnit::centimetre, Kind::guess, words(MeasureUnit::centimetre), {}};
    if (!is_american(place)) return {};
    const bool no_metres = highest > highest_american_m || (enough && middle > highest_middle_m);
    const bool no_feet = middle * city::m_per_ft < lowest_middle_m;
    if (no_feet) return {};
    if (no_metres) return {MeasureUnit::foot, Kind::guess, words(MeasureUnit::foot), {}};
    if (enough && middle > likely_highest_middle_m)
        return {MeasureUnit::foot, Kind::doubt, {}, MeasureUnit::metre};
    return {MeasureUnit::metre, Kind::doubt, {}, MeasureUnit::foot};
}

UnitVerdict unit_of_floors(FloorColumn& column, CodePlace place) {
    // Between one and 10.76 times footprint x storeys, in the middle of the two on a scale of
    // factors.
    constexpr double halfway = 3.28, far_beyond = 60.0;
    if (!column.per_storeys.empty()) {
        const double ratio = median(column.per_storeys);
        if (ratio <= halfway) return {};
        const std::string words =
            "the middle one is " + fixed_digits(ratio, 1) + " times footprint x storeys";
        if (ratio < far_beyond) return {MeasureUnit::square_foot, Kind::guess, words, {}};
        return {MeasureUnit::square_metre, Kind::doubt, {}, MeasureUnit::square_foot};
    }
    if (!is_american(place) || column.per_footprint.empty()) return {};
    // Without storeys: the middle American building has one to three.
    constexpr double most_in_m2 = 2.0, fewest_in_ft2 = 5.0;
    const double ratio = median(column.per_footprint);
    if (ratio <= most_in_m2) return {};
    if (ratio >= fewest_in_ft2)
        return {MeasureUnit::square_foot,
                Kind::guess,
                "the middle one is " + fixed_digits(ratio, 1) + " times its footprint",
                {}};
    return {MeasureUnit::square_metre, Kind::doubt, {}, MeasureUnit::square_foot};
}

UnitVerdict unit_of_speeds(const std::vector<double>& values, CodePlace place) {
    if (!is_american(place) || values.empty()) return {};
    // Limits of every state are multiples of five up to 85 mph (Texas 130); limits that somebody
    // turned into km/h are 40, 48, 56, 64, 72, 80, 89, 97, 105.
    constexpr double highest_mph = 85.0, most_odd = 0.1;
    const auto odd = static_cast<double>(std::count_if(
        values.begin(), values.end(), [](double v) { return std::fmod(v, 5.0) != 0.0; }));
    const double highest = *std::max_element(values.begin(), values.end());
    if (odd > most_odd * static_cast<double>(values.size())) return {};
    if (highest <= highest_mph)
        return {MeasureUnit::mile_per_hour,
                Kind::guess,
                "limits in the United States are in miles per hour, and all are multiples of five",
                {}};
    return {MeasureUnit::kilometre_per_hour, Kind::doubt, {}, MeasureUnit::mile_per_hour};
}

}  // namespace geo_io

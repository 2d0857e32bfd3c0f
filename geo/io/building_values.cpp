#include "geo/io/building_values.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/io/raised_row.h"
#include "geo/words/use_memory.h"
#include "geo/words/value_parse.h"

namespace geo_io {

namespace {

using Role = ColumnRole;

constexpr double most_storeys = 200.0;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// What the use columns say, and where they say nothing the name.
city::BuildingUse use_of(const RowReader& read, std::size_t row, const LayerFrame& frame,
                         city::LoadReport& report) {
    city::BuildingUse use = city::BuildingUse::unknown;
    bool any_home = false;
    std::string not_understood;
    read.each_text(Role::use, row, [&](const std::string& value, std::size_t nth) {
        const city::BuildingUse said = remembered_use(value, frame.codes.use[nth]);
        if (said == city::BuildingUse::unknown) {
            if (not_understood.empty() && !says_no_use(value)) not_understood = value;
            return false;
        }
        // Behind "Residential" another column may say which kind of home; nothing else.
        if (!any_home || is_residential(said)) use = said;
        if (any_home || !is_any_home(value)) return true;
        any_home = true;
        return false;
    });
    if (use == city::BuildingUse::unknown) use = use_from_name_words(read.text(Role::name, row));
    if (use == city::BuildingUse::unknown && !not_understood.empty())
        report.add(city::ProblemKind::use_unknown,
                   read.where(row) + ": '" + not_understood.substr(0, 40) + "'");
    return use;
}

// Marks hold small numbers: of a role's columns the seventh and all behind it count as one.
UnitMarks marks_of(const RowReader::Measure& height, const RowReader::Measure& base,
                   const RowReader::Measure& floor) {
    const auto mark = [](int nth) { return static_cast<std::uint8_t>(std::min(nth, 6) + 1); };
    UnitMarks marks;
    if (height.nth >= 0 && !height.unit_stated) marks.height = mark(height.nth) & 7;
    if (base.nth >= 0 && !base.unit_stated) marks.base = 1;
    if (floor.nth >= 0) marks.floor_area = mark(floor.nth) & 7;
    return marks;
}

}  // namespace

bool storeys_contradict(double height_m, double storeys) {
    return !std::isnan(height_m) && !std::isnan(storeys) && storeys >= 2.0 &&
           (height_m / storeys < 1.8 || height_m / storeys > 15.0);
}

std::string contradiction_in_words(double height_m, double storeys) {
    return std::to_string(storeys).substr(0, 4) + " storeys and " +
           std::to_string(height_m).substr(0, 5) + " m, the height is kept";
}

BuildingValues building_values(const RowReader& read, std::size_t row, double body_height_m,
                               const LayerFrame& frame, city::LoadReport& report) {
    const RowReader::Measure height =
        read.measure(Role::height_m, row, measured_length, 0.5, highest_building_m);
    const RowReader::Measure base =
        read.measure(Role::base_m, row, measured_length, 0.0, highest_building_m);
    const RowReader::Measure floor =
        read.measure(Role::floor_area_m2, row, measured_area, 1.0, 1e8);
    BuildingValues values;
    values.height_m = std::isnan(height.value) ? body_height_m : height.value;
    values.base_m = base.value;
    values.storeys = read.number(Role::storeys, row, parse_count, 0.5, most_storeys);
    values.year = read.number(Role::year, row, parse_year, 1000.0, 2035.0);
    values.floor_area_m2 = floor.value;
    values.use = use_of(read, row, frame, report);
    values.marks = marks_of(height, base, floor);
    // A height that waits for its unit is compared when it has one.
    if (values.marks.height == 0 && storeys_contradict(values.height_m, values.storeys)) {
        report.add(
            city::ProblemKind::values_contradict,
            read.where(row) + ": " + contradiction_in_words(values.height_m, values.storeys));
        values.storeys = unknown;
    }
    // Where it begins is in the height's unit when it comes from its storeys.
    const bool base_is_stated = values.base_m > 0.0;
    raise(values.height_m, values.base_m, values.storeys,
          read.number(Role::min_storey, row, parse_count, 0.0, most_storeys));
    if (!base_is_stated && values.base_m > 0.0 && values.marks.height != 0) values.marks.base = 1;
    if (!(values.base_m < values.height_m) && !std::isnan(values.height_m)) values.base_m = 0.0;
    if (std::isnan(values.base_m)) values.base_m = 0.0;
    return values;
}

}  // namespace geo_io

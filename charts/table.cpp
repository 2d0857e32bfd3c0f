#include "charts/table.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "geo/files/csv_field.h"

namespace charts {

std::string table_text(const LoadCurveModel& model) {
    std::vector<const DayValues*> columns;
    std::string out = "hour";
    const auto add = [&](const std::string& name, const DayValues& values) {
        out += ',';
        out += files::csv_field(name);
        columns.push_back(&values);
    };
    for (const LoadCurveModel::Band& band : model.bands) add(band.name, band.values);
    if (model.net) add(model.net->name, model.net->values);
    if (model.past) add(model.past->name, model.past->values);
    out += "\n";
    for (std::size_t hour = 0; hour < 24; ++hour) {
        out += std::to_string(hour);
        for (const DayValues* values : columns)
            if (const float value = (*values)[hour]; std::isfinite(value))
                fmt::format_to(std::back_inserter(out), ",{:.7g}", value);
            else
                out += ",";
        out += "\n";
    }
    return out;
}

}  // namespace charts

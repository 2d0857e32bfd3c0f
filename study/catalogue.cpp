#include "study/catalogue.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdlib>

#include "emissions/measures/catalogue.h"
#include "study/reference_library.h"

namespace study {

const std::vector<emissions::MeasureRow>& catalogue() {
    static const std::vector<emissions::MeasureRow> rows = [] {
        auto read = emissions::read_catalogue(reference_library());
        if (!read) {
            spdlog::critical("{}", read.error().message);
            std::abort();
        }
        return std::move(*read);
    }();
    return rows;
}

std::vector<std::string> measure_ids() {
    std::vector<std::string> ids;
    for (const emissions::MeasureRow& row : catalogue())
        if (std::find(ids.begin(), ids.end(), row.id) == ids.end()) ids.push_back(row.id);
    return ids;
}

bool is_measure(std::string_view id) {
    const auto& rows = catalogue();
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
}

std::string all_measure_ids() {
    std::string text;
    for (const std::string& id : measure_ids()) text += (text.empty() ? "" : ", ") + id;
    return text;
}

}  // namespace study

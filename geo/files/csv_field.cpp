#include "geo/files/csv_field.h"

#include "geo/files/table_cell.h"

namespace files {

std::string csv_field(std::string_view text) {
    const std::string cell = table_cell(text);
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace files

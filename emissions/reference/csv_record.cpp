#include "emissions/reference/csv_record.h"

namespace emissions::reference {

std::vector<std::string> take_record(std::string_view& text) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        // Most of a field is letters that mean nothing here.
        const std::size_t start = i;
        while (i < text.size() && text[i] != '"' &&
               (quoted || (text[i] != ',' && text[i] != '\n' && text[i] != '\r')))
            ++i;
        fields.back().append(text, start, i - start);
        if (i == text.size()) break;
        const char c = text[i];
        if (quoted) {
            if (i + 1 < text.size() && text[i + 1] == '"') {
                fields.back().push_back('"');
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            fields.emplace_back();
        } else if (c == '\n') {
            ++i;
            break;
        }
    }
    text.remove_prefix(i);
    return fields;
}

}  // namespace emissions::reference

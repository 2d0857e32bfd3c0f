#include "commands/check_columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/files/utf8_text.h"

namespace commands {

// A column can serve two roles, and a role can have several columns: a row takes the first one that
// says something.
nlohmann::json columns_json(const std::vector<city::LayerColumns>& layers) {
    nlohmann::json list = nlohmann::json::array();
    for (const city::LayerColumns& layer : layers) {
        nlohmann::json used = nlohmann::json::object(), more = nlohmann::json::object();
        for (const auto& [role, column] : layer.used)
            if (!used.contains(role))
                used[role] = column;
            else
                more[role].push_back(column);
        list.push_back({{"layer", layer.layer},
                        {"used", used},
                        {"used_where_empty", more},
                        {"unused", layer.unused},
                        {"unused_count", layer.unused_count},
                        {"suggestions", layer.suggestions}});
    }
    return list;
}

std::string columns_text(const std::vector<city::LayerColumns>& layers) {
    constexpr std::size_t most_names = 24, most_layers = 20;
    std::string text;
    for (std::size_t i = 0; i < std::min(layers.size(), most_layers); ++i) {
        const city::LayerColumns& layer = layers[i];
        for (const std::string& suggestion : layer.suggestions)
            text += "  column     " + files::one_line(suggestion) + "\n";
        if (layer.unused.empty()) continue;
        text += "  not used   of layer '" + files::one_line(layer.layer) + "':";
        const std::size_t names = std::min(layer.unused.size(), most_names);
        for (std::size_t n = 0; n < names; ++n)
            text += (n == 0 ? " '" : ", '") + files::one_line(layer.unused[n]) + "'";
        if (layer.unused_count > names)
            text += fmt::format(" and {} more (--json names them)", layer.unused_count - names);
        text += "\n";
    }
    if (layers.size() > most_layers)
        text += fmt::format("  not used   columns of {} more layers: --json names them\n",
                            layers.size() - most_layers);
    return text;
}

}  // namespace commands

#include "study/scenario_file.h"

#include <fmt/format.h>

#include <toml++/toml.h>

namespace study {

using emissions::GwpSet;
using emissions::Measure;

city::Result<emissions::Scenario> read_scenario_file(const std::string& path) {
    toml::table root;
    try {
        root = toml::parse_file(path);
    } catch (const toml::parse_error& error) {
        return city::fail(
            fmt::format("{}:{}: {}", path, error.source().begin.line, error.description()));
    }
    emissions::Scenario scenario;
    const auto wrong = [&](const toml::node& node, const std::string& what) {
        return city::fail(fmt::format("{}:{}: {}", path, node.source().begin.line, what));
    };
    for (const auto& [key, node] : root) {
        if (key == "name") {
            scenario.name = node.value_or(std::string("scenario"));
        } else if (key == "year") {
            const auto year = node.value_exact<std::int64_t>();
            if (!year || *year < 2015 || *year > 2060)
                return wrong(node, "year must be a whole number from 2015 to 2060");
            scenario.year = static_cast<int>(*year);
        } else if (key == "gwp") {
            const std::string set = node.value_or(std::string());
            if (set != "ar4" && set != "ar5" && set != "ar6")
                return wrong(node, "gwp must be \"ar4\", \"ar5\" or \"ar6\"");
            scenario.gwp = set == "ar4" ? GwpSet::ar4 : set == "ar5" ? GwpSet::ar5 : GwpSet::ar6;
        } else if (key == "uptake" && node.is_table()) {
            for (const auto& [name, value] : *node.as_table()) {
                bool known = false;
                for (const Measure measure : city::all_of<Measure>())
                    if (name.str() == name_of(measure)) {
                        const auto share = value.value<double>();
                        if (!value.is_number() || !share || !(*share >= 0.0 && *share <= 1.0))
                            return wrong(value, "an uptake is a share from 0 to 1");
                        scenario.uptake_share[measure] = static_cast<float>(*share);
                        known = true;
                    }
                if (!known)
                    return wrong(value, fmt::format("there is no measure '{}'", name.str()));
            }
        } else {
            return wrong(
                node, fmt::format("unknown key '{}': a scenario has name, year, gwp and [uptake]",
                                  key.str()));
        }
    }
    return scenario;
}

std::string scenario_text(const emissions::Scenario& scenario) {
    constexpr std::array<const char*, 3> gwp{"ar4", "ar5", "ar6"};
    std::string name;
    for (const char c : scenario.name) {
        if (c == '"' || c == '\\') name += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) name += c;
    }
    std::string text = fmt::format("name = \"{}\"\nyear = {}\ngwp = \"{}\"\n\n[uptake]\n", name,
                                   scenario.year, gwp[static_cast<std::size_t>(scenario.gwp)]);
    for (const Measure measure : city::all_of<Measure>())
        text += fmt::format("{} = {:.4f}\n", name_of(measure), scenario.uptake_share[measure]);
    return text;
}

}  // namespace study

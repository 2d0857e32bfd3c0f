#include "study/scenario_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <sstream>

#include "emissions/measures/acted.h"
#include "emissions/measures/filter_text.h"
#include "geo/files/text_input.h"
#include "geo/files/toml_values.h"
#include "geo/files/utf8_text.h"
#include "study/catalogue.h"

namespace study {

using emissions::Action;
using emissions::GwpSet;
using emissions::Place;
using emissions::Scenario;

namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;  // a million ids have half of it
constexpr std::size_t most_values = 2'000'000;             // of some hundred bytes each
constexpr std::int64_t newest_version = 2;                 // 1: [uptake] alone
constexpr std::array<std::string_view, 3> gwp_names{"ar4", "ar5", "ar6"};

// A share as one writes it: 0.6, not 0.60000002384.
double plain(float share) {
    return std::round(static_cast<double>(share) * 1e6) / 1e6;
}

class ScenarioReader {
  public:
    explicit ScenarioReader(const std::string& file) : file_(file) {}

    city::Result<Scenario> read(const toml::table& root) {
        for (const auto& [key, node] : root)
            if (auto taken = take(key.str(), node); !taken) return tl::unexpected(taken.error());
        // They are of the file's year, which may stand below them.
        for (auto& [measure, share] : uptake_)
            scenario_.actions.push_back({measure, {}, share, scenario_.year, scenario_.year});
        if (scenario_.actions.size() > emissions::ActedMeasures::most_actions)
            return city::fail(fmt::format("{}: has {} actions; there is room for {}", file_,
                                          scenario_.actions.size(),
                                          emissions::ActedMeasures::most_actions));
        return std::move(scenario_);
    }

  private:
    city::Result<void> take(std::string_view key, const toml::node& node) {
        if (key == "version") return version(node);
        if (key == "name") return text(node, "name", scenario_.name);
        if (key == "year") return year(node, scenario_.year);
        if (key == "gwp") return gwp(node);
        if (key == "uptake" && node.is_table()) return uptake(*node.as_table());
        if (key == "action" && node.is_array_of_tables()) {
            for (const toml::node& one : *node.as_array())
                if (auto read = action(*one.as_table()); !read) return read;
            return {};
        }
        if (key == "place" && node.is_array_of_tables()) {
            for (const toml::node& one : *node.as_array())
                if (auto read = place(*one.as_table()); !read) return read;
            return {};
        }
        return wrong(node, fmt::format("unknown key '{}': a scenario has version, name, year, gwp, "
                                       "[[action]], [[place]] and the older [uptake]",
                                       key));
    }
    city::Result<void> version(const toml::node& node) {
        const auto number = node.value_exact<std::int64_t>();
        if (!number || *number < 1) return wrong(node, "version must be a whole number");
        if (*number > newest_version)
            return wrong(node, fmt::format("is of version {}, written by a newer Twinscape; this "
                                           "one reads up to {}",
                                           *number, newest_version));
        return {};
    }
    city::Result<void> text(const toml::node& node, const char* key, std::string& into) const {
        const auto value = node.value_exact<std::string>();
        if (!value) return wrong(node, fmt::format("{} must be a text", key));
        into = *value;
        return {};
    }
    city::Result<void> year(const toml::node& node, int& into) const {
        const auto value = node.value_exact<std::int64_t>();
        if (!value || *value < emissions::first_scenario_year ||
            *value > emissions::last_scenario_year)
            return wrong(
                node, fmt::format("{} must be a whole number from {} to {}", "a year",
                                  emissions::first_scenario_year, emissions::last_scenario_year));
        into = static_cast<int>(*value);
        return {};
    }
    city::Result<void> share(const toml::node& node, float& into) const {
        const auto value = node.value<double>();
        if (!node.is_number() || !value || !(*value >= 0.0 && *value <= 1.0))
            return wrong(node, "a share goes from 0 to 1");
        into = static_cast<float>(*value);
        return {};
    }
    city::Result<void> gwp(const toml::node& node) {
        const std::string set = node.value_or(std::string());
        for (std::size_t k = 0; k < gwp_names.size(); ++k)
            if (set == gwp_names[k]) {
                scenario_.gwp = static_cast<GwpSet>(k);
                return {};
            }
        return wrong(node, R"(gwp must be "ar4", "ar5" or "ar6")");
    }
    city::Result<void> known_measure(const toml::node& node, std::string_view id) const {
        if (is_measure(id)) return {};
        return wrong(node,
                     fmt::format("there is no measure '{}'; there is {}", id, all_measure_ids()));
    }
    city::Result<void> uptake(const toml::table& table) {
        for (const auto& [name, node] : table) {
            if (auto known = known_measure(node, name.str()); !known) return known;
            float value = 0.0f;
            if (auto read = share(node, value); !read) return read;
            uptake_.emplace_back(name.str(), value);
        }
        return {};
    }
    city::Result<void> action(const toml::table& table) {
        Action action;
        std::optional<int> start, end;
        for (const auto& [key, node] : table) {
            city::Result<void> read;
            if (key == "measure") {
                read = text(node, "measure", action.measure);
                if (read) read = known_measure(node, action.measure);
            } else if (key == "share") {
                read = share(node, action.share);
            } else if (key == "start") {
                read = year(node, start.emplace());
            } else if (key == "end") {
                read = year(node, end.emplace());
            } else if (key == "where") {
                std::string where;
                read = text(node, "where", where);
                auto filter = emissions::read_filter(where);
                if (read && !filter) return wrong(node, filter.error().message);
                if (filter) action.where = std::move(*filter);
            } else {
                return wrong(node, fmt::format("unknown key '{}': an action has measure, share, "
                                               "start, end and where",
                                               key.str()));
            }
            if (!read) return read;
        }
        if (action.measure.empty()) return wrong(table, "an action needs a measure");
        if (!start && !end) return wrong(table, "an action needs a start or an end year");
        action.end_year = end.value_or(start.value_or(emissions::last_scenario_year));
        action.start_year = start.value_or(action.end_year);
        if (action.end_year < action.start_year)
            return wrong(table, "an action must not end before it starts");
        scenario_.actions.push_back(std::move(action));
        return {};
    }
    city::Result<void> ids(const toml::node& node, std::vector<std::string>& into) const {
        const toml::array* list = node.as_array();
        if (list == nullptr) return wrong(node, "buildings and roads are lists of ids");
        for (const toml::node& one : *list)
            if (auto read = text(one, "an id", into.emplace_back()); !read) return read;
        return {};
    }
    city::Result<void> place(const toml::table& table) {
        Place place;
        for (const auto& [key, node] : table) {
            city::Result<void> read;
            if (key == "name")
                read = text(node, "name", place.name);
            else if (key == "buildings")
                read = ids(node, place.buildings);
            else if (key == "roads")
                read = ids(node, place.roads);
            else
                return wrong(node, fmt::format("unknown key '{}': a place has name, buildings and "
                                               "roads",
                                               key.str()));
            if (!read) return read;
        }
        if (place.name.empty()) return wrong(table, "a place needs a name");
        scenario_.places.push_back(std::move(place));
        return {};
    }
    tl::unexpected<city::Error> wrong(const toml::node& node, const std::string& what) const {
        return city::fail(fmt::format("{}:{}: {}", file_, node.source().begin.line, what));
    }

    const std::string& file_;
    Scenario scenario_;
    std::vector<std::pair<std::string, float>> uptake_;
};

toml::array array_of(const std::vector<std::string>& texts) {
    toml::array array;
    for (const std::string& text : texts) array.push_back(text);
    return array;
}

}  // namespace

city::Result<Scenario> read_scenario_text(std::string_view text, const std::string& name) {
    if (files::most_toml_values(text) > most_values)
        return city::fail(fmt::format("a scenario has at most {} values: {}", most_values, name));
    toml::table root;
    try {
        root = toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        return city::fail(fmt::format("{}:{}: {}", name, error.source().begin.line,
                                      files::one_line(error.description())));
    }
    auto read = ScenarioReader(name).read(root);
    // What it cites of the file may hold line ends.
    if (!read) return city::fail(files::one_line(read.error().message));
    return read;
}

city::Result<Scenario> read_scenario_file(const std::string& path) {
    const auto text = files::read_utf8(path, "a scenario", most_bytes);
    if (!text) return tl::unexpected(text.error());
    return read_scenario_text(*text, path);
}

std::string scenario_text(const Scenario& scenario) {
    toml::table root{{"version", newest_version},
                     {"name", scenario.name},
                     {"year", scenario.year},
                     {"gwp", gwp_names[static_cast<std::size_t>(scenario.gwp)]}};
    toml::array actions, places;
    for (const Action& action : scenario.actions) {
        toml::table one{{"measure", action.measure},
                        {"share", plain(action.share)},
                        {"start", action.start_year},
                        {"end", action.end_year}};
        if (!action.where.empty()) one.insert("where", emissions::filter_text(action.where));
        actions.push_back(std::move(one));
    }
    for (const Place& place : scenario.places)
        places.push_back(toml::table{{"name", place.name},
                                     {"buildings", array_of(place.buildings)},
                                     {"roads", array_of(place.roads)}});
    if (!actions.empty()) root.insert("action", std::move(actions));
    if (!places.empty()) root.insert("place", std::move(places));
    std::ostringstream text;
    text << root << "\n";
    return text.str();
}

}  // namespace study

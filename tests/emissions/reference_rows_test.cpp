// Every row of assets/reference is read by some code, or stands in reference_rows.txt with a
// reason. This program has its own copies of table.cpp and schedule_table.cpp, which tell what is
// read (TWINSCAPE_WATCH_TABLES); the library's own copies do not.
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "emissions/accounting/inventory.h"
#include "emissions/accounting/uncertainty.h"
#include "emissions/evaluate.h"
#include "emissions/measures/catalogue.h"
#include "emissions/reference/csv_record.h"
#include "emissions/reference/tables.h"
#include "emissions/reference/watch.h"
#include "geo/sample/sample_city.h"
#include "tests/emissions/reference_tables.h"
#include "tests/emissions/small_city.h"

namespace {

namespace reference = emissions::reference;

struct Reads {
    std::mutex lock;
    std::set<const reference::Fact*> facts;
    std::set<std::string, std::less<>> schedules;
};

Reads& reads() {
    static Reads all;
    return all;
}

}  // namespace

void reference::watch_fact(const Fact& fact) {
    const std::lock_guard hold(reads().lock);
    reads().facts.insert(&fact);
}

void reference::watch_schedule(std::string_view set) {
    const std::lock_guard hold(reads().lock);
    reads().schedules.emplace(set);
}

namespace {

// "climates.csv | Oakland | climate | cec_zone", with * for any text.
bool matches(std::string_view pattern, std::string_view text) {
    if (pattern.empty()) return text.empty();
    if (pattern.front() == '*')
        return matches(pattern.substr(1), text) ||
               (!text.empty() && matches(pattern, text.substr(1)));
    return !text.empty() && pattern.front() == text.front() &&
           matches(pattern.substr(1), text.substr(1));
}

// Pattern -> how many rows it excuses.
std::map<std::string, int> excuses() {
    std::ifstream file(TWINSCAPE_SOURCE_DIR "/tests/emissions/reference_rows.txt");
    REQUIRE(file);
    std::map<std::string, int> patterns;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        const auto reason = line.find(" # ");
        INFO(line);
        REQUIRE(reason != std::string::npos);
        patterns[line.substr(0, line.find_last_not_of(' ', reason) + 1)] = 0;
    }
    return patterns;
}

void evaluate_all(const city::CityModel& city,
                  const std::vector<emissions::Method>& methods = {emissions::Method::benchmark,
                                                                   emissions::Method::physics}) {
    using namespace emissions;
    for (const Method method : methods) {
        const auto baseline =
            prepare(city, test::reference_tables(), {method, nullptr, TrafficMethod::assignment});
        INFO(city.info.region << " " << city.info.climate);
        INFO((baseline ? std::string() : baseline.error().message));
        REQUIRE(baseline);
        for (const GwpSet gwp : city::all_of<GwpSet>()) {
            Scenario scenario;
            scenario.gwp = gwp;
            const Results results = evaluate(**baseline, scenario);
            inventory_of(**baseline, scenario, results);
            uncertainty_of(**baseline, scenario, results, 2);
        }
    }
}

// Places of a table, in its order.
std::set<std::string> places_of(const reference::Table& table) {
    std::set<std::string> places;
    for (const reference::Fact& fact : table.facts()) places.insert(fact.place);
    return places;
}

void evaluate_everywhere() {
    for (const sample::Style style : {sample::Style::california, sample::Style::china}) {
        sample::SampleOptions options;
        options.style = style;
        options.buildings = 100;
        evaluate_all(sample::make_sample_city(options));
    }
    const auto& tables = test::reference_tables().tables();
    std::set<std::string> regions = places_of(tables.grid);
    regions.merge(places_of(tables.zones));
    for (const std::string& region : regions) {
        city::CityModel city = test::houses({{"a", city::BuildingUse::office, 1000, 1990}});
        city.info.region = region;
        city.info.country = region.substr(0, 2);
        city.info.climate = city.info.country == "CN" ? "Shanghai" : "San Francisco";
        if (city.info.country == "CN")
            city.frame = city::LocalFrame("local", {0, 0}, {121.47, 31.23});
        evaluate_all(city);
        // The same far from every station.
        city.info.climate.clear();
        city.frame = city::LocalFrame(
            "local", {0, 0},
            city.info.country == "CN" ? city::LonLat{87.6, 43.8} : city::LonLat{-124.1, 40.8});
        evaluate_all(city, {emissions::Method::benchmark});
    }
    for (const std::string& station : places_of(tables.climates)) {
        const auto longitude = tables.climates.value(station, "climate", "longitude");
        const auto latitude = tables.climates.value(station, "climate", "latitude");
        if (!longitude || !latitude) continue;
        city::CityModel city = test::houses({{"a", city::BuildingUse::office, 1000, 1990}});
        city.info.country = *longitude > 0 ? "CN" : "US";
        city.info.region = *longitude > 0 ? "CN-SH" : "US-CA";
        city.info.climate = station;
        city.frame = city::LocalFrame("local", {0, 0}, {*longitude, *latitude});
        evaluate_all(city);
    }
}

}  // namespace

TEST_CASE("every row of every reference table is read by some code or listed", "[emissions]") {
    const auto& t = test::reference_tables().tables();
    evaluate_everywhere();
    std::vector<std::string> unread;
    for (const auto& [name, table] :
         std::initializer_list<std::pair<const char*, const reference::Table*>>{
             {"archetypes.csv", &t.archetypes},
             {"climates.csv", &t.climates},
             {"envelopes.csv", &t.envelopes},
             {"eras.csv", &t.eras},
             {"fuels.csv", &t.fuels},
             {"grid.csv", &t.grid},
             {"gwp.csv", &t.gwp},
             {"intensities.csv", &t.intensities},
             {"measures.csv", &t.measures},
             {"normals.csv", &t.normals},
             {"pv.csv", &t.pv},
             {"roads.csv", &t.roads},
             {"systems.csv", &t.systems},
             {"traffic_hours.csv", &t.traffic_hours},
             {"trips.csv", &t.trips},
             {"uncertainty.csv", &t.uncertainty},
             {"zones.csv", &t.zones}})
        for (const reference::Fact& fact : table->facts())
            if (!reads().facts.contains(&fact))
                unread.push_back(std::string(name) + " | " + fact.place + " | " + fact.subject +
                                 " | " + fact.quantity);
    // schedules.csv: a set is read whole.
    std::string_view rows = test::reference_text("schedules.csv");
    std::set<std::string> sets;
    reference::take_record(rows);
    while (!rows.empty()) sets.insert(reference::take_record(rows).front());
    for (const std::string& set : sets)
        if (!set.empty() && !reads().schedules.contains(set))
            unread.push_back("schedules.csv | " + set);

    // catalogue.csv: a row is some region's measure.
    const auto catalogue = emissions::read_catalogue(test::reference_tables());
    REQUIRE(catalogue);
    std::set<std::pair<std::string, std::string>> taken;
    for (const char* region : {"US-CA", "CN-SH"})
        for (const emissions::MeasureRow& row : emissions::measures_of(*catalogue, region))
            taken.emplace(row.id, row.place);
    for (const emissions::MeasureRow& row : *catalogue)
        if (!taken.contains({row.id, row.place}))
            unread.push_back("catalogue.csv | " + row.place + " | " + row.id);

    auto patterns = excuses();
    for (const std::string& row : unread) {
        bool excused = false;
        for (auto& [pattern, rows_excused] : patterns)
            if (matches(pattern, row)) {
                excused = true;
                ++rows_excused;
            }
        if (!excused) UNSCOPED_INFO(row);
        CHECK(excused);
    }
    for (const auto& [pattern, rows_excused] : patterns) {
        INFO("not needed any more in reference_rows.txt: " << pattern);
        CHECK(rows_excused > 0);
    }
}

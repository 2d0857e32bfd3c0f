#include "emissions/measures/catalogue.h"

#include <cstring>
#include <set>

#include "emissions/measures/effects.h"
#include "emissions/measures/packages.h"
#include "tests/emissions/reference_tables.h"

using namespace emissions;

namespace {

// How many numbers of the target a change of the parameter moves.
template <class Parameters, class Number = float>
int moved(Parameter parameter) {
    const Parameters before{};
    Parameters after{};
    const ParameterChange change_it{parameter, Operation::set, 7.5};
    change(after, std::span(&change_it, 1));
    int count = 0;
    for (std::size_t at = 0; at < sizeof(Parameters); at += sizeof(Number))
        count += std::memcmp(reinterpret_cast<const char*>(&before) + at,
                             reinterpret_cast<const char*>(&after) + at, sizeof(Number)) != 0;
    return count;
}

}  // namespace

TEST_CASE("every parameter is read by exactly one effect, and by that of its target",
          "[measures][catalogue]") {
    for (const Parameter parameter : city::all_of<Parameter>()) {
        INFO(name_of(parameter));
        const city::EnumArray<Target, int> read{
            moved<EnvelopeParameters>(parameter), moved<PlantParameters>(parameter),
            moved<PlugParameters>(parameter),     moved<RoofParameters, double>(parameter),
            moved<FleetParameters>(parameter),    moved<NetworkParameters>(parameter),
            moved<GridParameters>(parameter)};
        for (const Target target : city::all_of<Target>())
            CHECK(read[target] == (target == target_of(parameter) ? 1 : 0));
    }
    // No parameter of a target is out of reach.
    CHECK(sizeof(EnvelopeParameters) + sizeof(PlantParameters) + sizeof(PlugParameters) +
              sizeof(RoofParameters) / 2 + sizeof(FleetParameters) + sizeof(NetworkParameters) +
              sizeof(GridParameters) ==
          sizeof(float) * city::enum_count<Parameter>);
}

TEST_CASE("the catalogue holds the seven measures of both countries, with source and status",
          "[measures][catalogue]") {
    const auto rows = read_catalogue(test::reference_tables());
    if (!rows) FAIL(rows.error().message);
    const std::set<std::string> expected{"envelope",          "led",        "heat_pump",
                                         "efficient_cooling", "rooftop_pv", "electric_vehicles",
                                         "cleaner_grid"};
    for (const char* region : {"US-CA", "CN-SH"}) {
        std::set<std::string> ids;
        for (const MeasureRow& row : measures_of(*rows, region)) ids.insert(row.id);
        CHECK(ids == expected);
    }
    for (const MeasureRow& row : *rows) {
        INFO(row.id << " of " << row.place);
        CHECK_FALSE(row.source.empty());
        CHECK((row.status == "seen" || row.status == "recalled" || row.status == "assumed"));
    }
}

TEST_CASE("the nearest place has its say", "[measures][catalogue]") {
    const auto row = [](const char* place, float value) {
        MeasureRow one;
        one.id = "led";
        one.place = place;
        one.changes = {{Parameter::lighting_share, Operation::set, value}};
        return one;
    };
    const std::vector<MeasureRow> rows{row("world", 1), row("US-CA", 3), row("US", 2),
                                       row("CN", 4)};
    const auto value = [&](const char* region) {
        const auto found = measures_of(rows, region);
        REQUIRE(found.size() == 1);
        return found[0].changes[0].value;
    };
    CHECK(value("US-CA") == 3);
    CHECK(value("US-NV") == 2);
    CHECK(value("CN-GD") == 4);
    CHECK(value("KR-11") == 1);
}

TEST_CASE("changes are done one after the other", "[measures][catalogue]") {
    const auto changes = read_changes(
        "wall_u_w_per_m2k at_most 0.45; infiltration_per_h multiply 0.5; window_shgc at_least 0.3");
    REQUIRE(changes);
    EnvelopeParameters envelope{0.3f, 1.0f, 2.0f, 0.2f, 0.8f, 0.7f};
    change(envelope, *changes);
    CHECK(envelope.wall_u_w_per_m2k == 0.3f);  // already better
    CHECK(envelope.infiltration_per_h == 0.4f);
    CHECK(envelope.window_shgc == 0.3f);
    for (const char* wrong : {"wall_u multiply 2", "window_shgc times 2", "window_shgc set much",
                              "window_shgc set", "window_shgc set 1 2", "window_shgc set inf"})
        CHECK_FALSE(read_changes(wrong));
}

TEST_CASE("a set of envelope measures that was not worked out finds the nearest, marked",
          "[measures][catalogue]") {
    std::vector<ThermalPackage> packages(4);
    packages[1].measures = {"walls"};
    packages[2].measures = {"windows"};
    packages[3].measures = {"walls", "windows", "roof"};
    const auto found = [&](std::vector<std::string> measures) {
        return package_of(packages, measures);
    };
    CHECK(found({}).row == 0);
    CHECK(found({"windows"}).row == 2);
    CHECK(found({"windows"}).exact);
    CHECK(found({"walls", "windows", "roof"}).row == 3);
    // One apart either way: the one that promises less.
    CHECK(found({"walls", "windows"}).row != 3);
    CHECK_FALSE(found({"walls", "windows"}).exact);
    CHECK(found({"roof"}).row == 0);
}

#include <array>
#include <utility>

#include "emissions/accounting/factors.h"
#include "emissions/reference/tables.h"
#include "tests/emissions/reference_tables.h"

using emissions::reference::Table;

TEST_CASE("every reference value says its unit, its year, its source and how far it was checked",
          "[emissions][reference]") {
    const auto& tables = test::reference_tables().tables();
    const std::array<std::pair<const char*, const Table*>, 12> all{
        {{"climates", &tables.climates},
         {"eras", &tables.eras},
         {"fuels", &tables.fuels},
         {"grid", &tables.grid},
         {"gwp", &tables.gwp},
         {"intensities", &tables.intensities},
         {"measures", &tables.measures},
         {"pv", &tables.pv},
         {"roads", &tables.roads},
         {"systems", &tables.systems},
         {"traffic_hours", &tables.traffic_hours},
         {"zones", &tables.zones}}};
    for (const auto& [name, table] : all) {
        CHECK_FALSE(table->facts().empty());
        for (const auto& fact : table->facts()) {
            const bool complete = !fact.place.empty() && !fact.subject.empty() &&
                                  !fact.quantity.empty() && !fact.unit.empty() &&
                                  !fact.year.empty() && !fact.source.empty();
            const bool known_status =
                fact.status == "seen" || fact.status == "recalled" || fact.status == "assumed";
            if (complete && known_status) continue;
            INFO(name << ".csv: " << fact.place << ", " << fact.subject << ", " << fact.quantity
                      << ", status '" << fact.status << "'");
            CHECK(complete);
            CHECK(known_status);
        }
    }
}

TEST_CASE("a reference row without a source, or with a word for a number, is refused by line",
          "[emissions][reference]") {
    const std::string header =
        "place,subject,quantity,value,unit,year,source,address,status,note\n";
    CHECK(Table::parse(header + "US,office,floor,1,m2,2020,a book,,seen,\n", "t.csv"));
    const auto no_source = Table::parse(
        header + "US,office,floor,1,m2,2020,a book,,seen,\nUS,office,roof,1,m2,2020,,,seen,\n",
        "t.csv");
    REQUIRE_FALSE(no_source);
    CHECK(no_source.error().message.find("t.csv line 3") != std::string::npos);
    const auto no_number =
        Table::parse(header + "US,office,floor,tall,m2,2020,a book,,seen,\n", "t.csv");
    REQUIRE_FALSE(no_number);
    CHECK(no_number.error().message.find("'tall'") != std::string::npos);
    CHECK_FALSE(Table::parse("place,value\nUS,1\n", "t.csv"));
}

TEST_CASE("a value between two years lies on the line between them, beyond them the nearest counts",
          "[emissions][reference]") {
    const auto table = Table::parse(
        "place,subject,quantity,value,unit,year,source,address,status,note\n"
        "US,electricity,co2,0.1,kg/kWh,2030,\"a book, second edition\",,seen,\n"
        "US,electricity,co2,0.3,kg/kWh,2020,a book,,seen,\n",
        "t.csv");
    REQUIRE(table);
    CHECK_THAT(table->value_in_year("US", "electricity", "co2", 2025).value(),
               WithinRel(0.2, 1e-12));
    CHECK_THAT(table->value_in_year("US", "electricity", "co2", 2030).value(),
               WithinRel(0.1, 1e-12));
    CHECK_THAT(table->value_in_year("US", "electricity", "co2", 1990).value(),
               WithinRel(0.3, 1e-12));
    CHECK_THAT(table->value_in_year("US", "electricity", "co2", 2060).value(),
               WithinRel(0.1, 1e-12));
    CHECK_FALSE(table->value_in_year("CN", "electricity", "co2", 2025));
}

TEST_CASE("each set of warming potentials gives its own CO2e", "[emissions][factors]") {
    using namespace emissions;
    for (const char* region : {"US-CA", "CN-SH"}) {
        const auto ar4 = emission_factors(test::reference_tables(), region, 2024, GwpSet::ar4);
        const auto ar5 = emission_factors(test::reference_tables(), region, 2024, GwpSet::ar5);
        const auto ar6 = emission_factors(test::reference_tables(), region, 2024, GwpSet::ar6);
        REQUIRE((ar4 && ar5 && ar6));
        CHECK(ar4->gwp_ch4 == 25.0);
        CHECK(ar4->gwp_n2o == 298.0);
        CHECK(ar5->gwp_ch4 == 28.0);
        CHECK(ar5->gwp_n2o == 265.0);
        CHECK(ar6->gwp_ch4 == 27.9);
        CHECK(ar6->gwp_n2o == 273.0);
        const auto gas = [](const EmissionFactors& f) {
            return f.kg_per_kwh[Carrier::natural_gas];
        };
        CHECK(gas(*ar4)[Pollutant::co2] == gas(*ar6)[Pollutant::co2]);
        CHECK(gas(*ar4)[Pollutant::co2e] != gas(*ar5)[Pollutant::co2e]);
        CHECK(gas(*ar5)[Pollutant::co2e] != gas(*ar6)[Pollutant::co2e]);
        CHECK_THAT(gas(*ar6)[Pollutant::co2e],
                   WithinRel(gas(*ar6)[Pollutant::co2] + 27.9 * gas(*ar6)[Pollutant::ch4] +
                                 273.0 * gas(*ar6)[Pollutant::n2o],
                             1e-12));
    }
}

TEST_CASE("a region without tables is an error that says what to do", "[emissions][factors]") {
    const auto france = emissions::emission_factors(test::reference_tables(), "FR-75", 2024,
                                                    emissions::GwpSet::ar6);
    REQUIRE_FALSE(france);
    CHECK(france.error().message.find("FR-75") != std::string::npos);
    const auto nowhere =
        emissions::emission_factors(test::reference_tables(), "", 2024, emissions::GwpSet::ar6);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().message.find("city.toml") != std::string::npos);
}

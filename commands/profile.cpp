// twinscape profile CITY [--layer Q] [--each-building | --month M] [--out F]: typical days by the
// hour, as a table; one of them also as a picture.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <iterator>
#include <memory>

#include "charts/svg.h"
#include "charts/table.h"
#include "commands/commands.h"
#include "commands/evaluation.h"
#include "geo/files/csv_field.h"
#include "geo/files/text_output.h"
#include "study/day_chart.h"
#include "study/hour_amount.h"

namespace commands {

using study::Per;
using study::Quantity;

namespace {

using emissions::DayKind;
using emissions::EndUse;
using emissions::HourlyAmounts;

struct Options {
    CityArguments cities;
    EvaluationArguments evaluation;
    std::string layer = "electricity", out, language = "en";
    int month = 0;  ///< 0: all of them
    bool weekend = false, buildings = false;

    bool is_picture() const {
        return out.size() > 4 && out.compare(out.size() - 4, 4, ".svg") == 0;
    }
};

const char* unit_by_hour(Quantity quantity) {
    return quantity == Quantity::traffic ? "veh_km_per_h"
           : unit_of(quantity)[1] == 'g' ? "kg_per_h"
                                         : "kw";
}

// A row for each hour of the weekday and the weekend day of each month. Value x days, summed up, is
// the year.
std::string city_table(const EvaluatedCity& city, Quantity quantity, const HourlyAmounts& hours) {
    const HourlyAmounts::City sums = hours.city();
    const emissions::SlotValues roads =
        city_roads(city.loaded.city, *city.baseline,
                   road_days(*city.baseline, city.scenario, quantity), quantity);
    std::string text = "city,scenario,year,quantity,unit,month,day,days_per_year,hour";
    for (const EndUse use : city::all_of<EndUse>())
        fmt::format_to(std::back_inserter(text), ",{}", name_of(use));
    text += ",roof_solar,traffic,total\n";
    const std::string name = files::csv_field(city.loaded.city.info.name.in("en")),
                      scenario = files::csv_field(city.scenario.name);
    for (std::size_t slot = 0; slot < emissions::slot_count; ++slot) {
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{},{:.0f},{}", name, scenario,
                       city.scenario.year, name_of(quantity), unit_by_hour(quantity), slot / 48 + 1,
                       slot / 24 % 2 == 0 ? "weekday" : "weekend",
                       city.baseline->shapes.days.of_slot(slot), slot % 24);
        for (const EndUse use : city::all_of<EndUse>())
            fmt::format_to(std::back_inserter(text), ",{:.7g}", sums.of[use][slot]);
        fmt::format_to(std::back_inserter(text), ",{:.7g},{:.7g},{:.7g}\n", sums.solar[slot],
                       roads[slot], sums.total(slot) + roads[slot]);
    }
    return text;
}

// A row for each building, 12 x 24 columns: the mean day of each month, both kinds of day weighted
// by their number.
std::string building_table(const EvaluatedCity& city, Quantity quantity,
                           const HourlyAmounts& hours) {
    const emissions::DayCounts& days = city.baseline->shapes.days;
    std::string text = "building_id,quantity,unit,year_sum";
    for (int month = 1; month <= 12; ++month)
        for (int hour = 0; hour < 24; ++hour)
            fmt::format_to(std::back_inserter(text), ",m{:02d}_h{:02d}", month, hour);
    text += "\n";
    std::array<double, 288> mean;
    for (std::size_t i = 0; i < hours.count(); ++i) {
        double year = 0;
        for (std::size_t month = 0; month < 12; ++month)
            for (std::size_t hour = 0; hour < 24; ++hour) {
                double sum = 0, count = 0;
                for (const DayKind kind : city::all_of<DayKind>()) {
                    const std::size_t slot = emissions::slot_of(month, kind, hour);
                    sum += static_cast<double>(hours.at(slot, i)) *
                           static_cast<double>(days.of_slot(slot));
                    count += static_cast<double>(days.of_slot(slot));
                }
                mean[month * 24 + hour] = sum / count;
                year += sum;
            }
        fmt::format_to(std::back_inserter(text), "{},{},{}",
                       files::csv_field(city.loaded.city.buildings.id[i]), name_of(quantity),
                       unit_by_hour(quantity));
        // Missing is an empty field, as in every table of ours.
        const auto field = [&](double value) {
            if (std::isnan(value))
                text += ",";
            else
                fmt::format_to(std::back_inserter(text), ",{:.6g}", value);
        };
        field(year);
        for (const double value : mean) field(value);
        text += "\n";
    }
    return text;
}

// One typical day of the city by what it consists of: a picture, or the figures behind it.
std::string day_text(const EvaluatedCity& city, Quantity quantity, const Options& options) {
    const text::Messages& text = text::Messages::in(options.language);
    const study::DayChoice day{quantity, Per::total, options.month,
                               options.weekend ? DayKind::weekend : DayKind::weekday};
    const study::CityHours hours =
        study::city_hours(city.loaded.city, *city.baseline, city.scenario, quantity);
    charts::LoadCurveModel model = study::day_chart(hours, day, study::highest_hour(hours), text);
    if (!options.is_picture()) return charts::table_text(model);
    model.title = city.loaded.city.info.name.in(options.language) + "  \u00b7  " + model.title;
    if (city.baseline->method == emissions::Method::benchmark)
        model.title += "  \u00b7  " + text["curve.by_schedules"];
    const charts::Style style = charts::paper_style(charts::svg_text_width);
    const charts::Drawing drawing = charts::load_curve(model, style, {880, 320});
    return charts::svg_text(
        drawing, {.title = model.title,
                  .language = options.language,
                  .margin_px = 16,
                  .ground = style.ground,
                  .describe = [&](std::size_t hour) { return charts::hour_text(model, hour); }});
}

int run(const Options& options, const CommandLine& line) {
    const auto layer = study::layer_from_name(options.layer);
    if (!layer || layer->per != Per::total)
        return exit_code_of(
            {"there is no quantity '" + options.layer +
             "': use electricity, energy, natural_gas, heating, co2e, nox, traffic..."});
    if (options.buildings && !on_buildings(layer->quantity))
        return exit_code_of({"buildings have no " + options.layer});
    if (options.month > 0 && options.buildings)
        return exit_code_of({"a single day is of the whole city: leave --each-building out"});
    if (options.is_picture() && options.month == 0)
        return exit_code_of({"a picture shows one day: say which with --month"});
    const auto city =
        evaluate_for_command(options.cities.sources().front(), options.evaluation, line);
    if (!city) return exit_code_of(city.error());
    if (options.month > 0) {
        const auto written =
            files::write_text(options.out, day_text(*city, layer->quantity, options));
        return written ? done : exit_code_of(written.error());
    }
    const HourlyAmounts hours(
        city->baseline->shapes,
        building_amounts(*city->baseline, city->scenario,
                         amount_per_kwh(*city->baseline, city->scenario, layer->quantity)));
    const auto written = files::write_text(
        options.out, options.buildings ? building_table(*city, layer->quantity, hours)
                                       : city_table(*city, layer->quantity, hours));
    return written ? done : exit_code_of(written.error());
}

}  // namespace

void add_profile_command(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "profile", "typical days hour by hour: the city by end use, or every building");
    add_city_arguments(*command, options->cities, 1, 1);
    add_evaluation_arguments(*command, options->evaluation);
    command->add_option(
        "--layer", options->layer,
        "electricity (default), energy, natural_gas, heating, cooling, co2e, nox, traffic...");
    command->add_flag("--each-building", options->buildings,
                      "a row for each building with 12 x 24 columns, the mean day of each month");
    command
        ->add_option("--month", options->month,
                     "one typical day alone, by what it consists of: a table, or a picture (.svg)")
        ->check(CLI::Range(1, 12));
    command->add_flag("--weekend", options->weekend, "with --month: a day of the weekend");
    command->add_option("--lang", options->language, "of that day's words: en, zh, ko or ja")
        ->check(CLI::IsMember(text::Messages::languages()));
    command->add_option("--out", options->out,
                        "the table (.csv), of one day also .svg; else standard output");
    command->callback([options, &line] {
        line.run = [options](const CommandLine& parsed) { return run(*options, parsed); };
    });
}

}  // namespace commands

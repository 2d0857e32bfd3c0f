#include "study/weather_file.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cmath>

#include "emissions/climate/synthetic_year.h"
#include "emissions/reference/climate_zone.h"
#include "emissions/reference/country.h"
#include "emissions/reference/tables.h"
#include "geo/files/text_input.h"
#include "geo/source/source_name.h"
#include "study/reference_library.h"

namespace study {

city::Result<emissions::WeatherYear> read_weather_file(const std::filesystem::path& path) {
    constexpr std::size_t most_bytes = std::size_t{64} << 20;  // an hourly year has 2 MB
    if (geo_io::names_network(path.string()))
        return city::fail("the weather file is not fetched, save it beside city.toml: " +
                          geo_io::shown_source(path.string()));
    const auto text = files::read_bytes(path.string(), "the weather file", most_bytes);
    if (!text) return tl::unexpected(text.error());
    return emissions::parse_epw(*text, path.string());
}

namespace {

// A file of another place is used, since its owner may know why, and said.
void note_other_place(emissions::WeatherYear& year, const city::CityModel& city) {
    const city::LonLat here = city.frame.origin_lonlat();
    if (city.frame.map_crs() == "local" || !std::isfinite(here.lon_deg)) return;
    const double away_km = emissions::distance_km(here, year.position);
    const std::string of_place = "it is the weather of '" + year.place + "', ";
    if (away_km > emissions::reference::other_weather_km) {
        year.notes.push_back(of_place + fmt::format("{:.0f} km from the city", away_km));
        return;
    }
    const auto& tables = reference_library().tables();
    const std::string ours = climate_zone_at(tables, city.info.region, here),
                      its = climate_zone_at(tables, city.info.region, year.position);
    if (!emissions::reference::are_alike(tables, ours, its))
        year.notes.push_back(of_place + fmt::format("{:.0f} km away in another climate ({}) than "
                                                    "the city ({})",
                                                    away_km, its, ours));
}

}  // namespace

city::Result<std::optional<emissions::WeatherYear>> weather_of(const city::CityModel& city) {
    if (city.info.weather_path.empty()) {
        const city::LonLat here = city.frame.origin_lonlat();
        auto year = emissions::built_in_weather(reference_library(), city.info.climate, here,
                                                emissions::standard_time_h(city.info.region, here),
                                                city.info.region);
        // That a synthetic year stands in is told with the results; that it is of afar here.
        if (year && year->notes.size() > 1) spdlog::warn("{}", year->notes.back());
        return year;
    }
    auto read = read_weather_file(city.info.weather_path);
    if (!read) return tl::unexpected(read.error());
    note_other_place(*read, city);
    for (const std::string& note : read->notes)
        spdlog::warn("{}: {}", city.info.weather_path, note);
    return std::optional<emissions::WeatherYear>(std::move(*read));
}

city::Result<emissions::BaselinePtr> prepare_city(const city::CityModel& city,
                                                  emissions::Method method,
                                                  const city::Progress& progress,
                                                  emissions::TrafficMethod traffic) {
    if (const auto country = emissions::country_tables_of(city.info.region); !country)
        return tl::unexpected(country.error());
    if (method != emissions::Method::physics)
        return emissions::prepare(city, reference_library(), {method, nullptr, traffic}, progress);
    const auto weather = weather_of(city);
    if (!weather) return tl::unexpected(weather.error());
    if (!*weather) {
        spdlog::warn(
            "no weather within 150 km of the city: the benchmark method stands in (name an EPW "
            "file as weather in city.toml)");
        return emissions::prepare(city, reference_library(),
                                  {emissions::Method::benchmark, nullptr, traffic}, progress);
    }
    return emissions::prepare(city, reference_library(), {method, &**weather, traffic}, progress);
}

}  // namespace study

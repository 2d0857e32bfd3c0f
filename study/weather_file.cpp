#include "study/weather_file.h"

#include <spdlog/spdlog.h>

#include "emissions/climate/synthetic_year.h"
#include "geo/files/text_input.h"
#include "study/reference_library.h"

namespace study {

namespace {
constexpr std::size_t most_bytes = std::size_t{64} << 20;  // an hourly year has 2 MB
}

city::Result<emissions::WeatherYear> read_weather_file(const std::filesystem::path& path) {
    const auto text = files::read_bytes(path.string(), "the weather file", most_bytes);
    if (!text) return tl::unexpected(text.error());
    return emissions::parse_epw(*text, path.string());
}

city::Result<std::optional<emissions::WeatherYear>> weather_of(const city::CityModel& city) {
    if (city.info.weather_path.empty()) {
        const city::LonLat here = city.frame.origin_lonlat();
        return emissions::built_in_weather(reference_library(), city.info.climate, here,
                                           emissions::standard_time_h(city.info.region, here));
    }
    auto read = read_weather_file(city.info.weather_path);
    if (!read) return tl::unexpected(read.error());
    for (const std::string& note : read->notes)
        spdlog::warn("{}: {}", city.info.weather_path, note);
    return std::optional<emissions::WeatherYear>(std::move(*read));
}

city::Result<emissions::BaselinePtr> prepare_city(const city::CityModel& city,
                                                  emissions::Method method,
                                                  const city::Progress& progress,
                                                  emissions::TrafficMethod traffic) {
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

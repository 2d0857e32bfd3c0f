#include "viewer/weather_file.h"

#include <spdlog/spdlog.h>

#include <fstream>
#include <iterator>

#include "emissions/climate/synthetic_year.h"
#include "viewer/reference_library.h"

namespace viewer {

city::Result<emissions::WeatherYear> read_weather_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return city::fail("cannot open the weather file: " + path.string());
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return emissions::parse_epw(text, path.string());
}

city::Result<emissions::BaselinePtr> prepare_city(const city::CityModel& city, emissions::Method method, const city::Progress& progress, emissions::TrafficMethod traffic) {
    std::optional<emissions::WeatherYear> weather;
    if (method == emissions::Method::physics && !city.info.weather_path.empty()) {
        auto read = read_weather_file(city.info.weather_path);
        if (!read) return tl::unexpected(read.error());
        for (const std::string& note : read->notes) spdlog::warn("{}: {}", city.info.weather_path, note);
        weather = std::move(*read);
    }
    if (method == emissions::Method::physics && !weather && !emissions::built_in_weather(reference_library(), city.info.climate, city.frame.origin_lonlat(), 0.0)) {
        spdlog::warn("no weather within 150 km of the city: the benchmark method stands in (name an EPW file as weather in city.toml)");
        method = emissions::Method::benchmark;
    }
    return emissions::prepare(city, reference_library(), {method, weather ? &*weather : nullptr, traffic}, progress);
}

}  // namespace viewer

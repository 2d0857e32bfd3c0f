#include "geo/io/sample_source.h"

#include <charconv>
#include <sstream>

#include "geo/city/district_finder.h"
#include "geo/sample/sample_city.h"

namespace geo_io {

bool is_sample(const std::string& source) {
    return source.rfind("sample:", 0) == 0;
}

city::Result<LoadedCity> load_sample(const std::string& source) {
    std::istringstream words(source.substr(7));
    std::string style_name, buildings, seed;
    std::getline(words, style_name, ':');
    std::getline(words, buildings, ':');
    std::getline(words, seed, ':');
    sample::SampleOptions options;
    const auto style = sample::style_from_name(style_name);
    if (!style)
        return city::fail("there are two sample cities, 'california' and 'china', not '" +
                          style_name + "'");
    options.style = *style;
    const auto read = [](const std::string& text, auto& value) {
        if (text.empty()) return true;
        const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
        return result.ec == std::errc{} && result.ptr == text.data() + text.size();
    };
    if (!read(buildings, options.buildings) || !read(seed, options.seed) || options.buildings < 1 ||
        options.buildings > 2'000'000)
        return city::fail(
            "a sample is written sample:STYLE:BUILDINGS:SEED with at most 2000000 buildings, not "
            "'" +
            source + "'");
    LoadedCity loaded;
    loaded.city = sample::make_sample_city(options);
    loaded.report.source_crs = "local (invented)";
    loaded.report.buildings.found = loaded.report.buildings.loaded = loaded.city.buildings.count();
    loaded.report.districts.found = loaded.report.districts.loaded = loaded.city.districts.count();
    loaded.report.districts.buildings_outside = buildings_outside(loaded.city.districts);
    loaded.report.roads.found = loaded.report.roads.loaded = loaded.city.roads.count();
    return loaded;
}

}  // namespace geo_io

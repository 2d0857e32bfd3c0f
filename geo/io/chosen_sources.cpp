#include "geo/io/chosen_sources.h"

#include <filesystem>

#include "geo/source/source_name.h"

namespace geo_io {

namespace {

namespace fs = std::filesystem;

city::Result<CityFile> sources_of(const CitySource& source) {
    CityFile file;
    if (!source.buildings.empty() || !source.roads.empty()) {
        file.buildings.sources = source.buildings;
        file.roads.sources = source.roads;
        file.info.name.en = title_of_source(source.buildings.empty() ? source.roads.front()
                                                                     : source.buildings.front());
        return file;
    }
    std::error_code ignored;
    if (!names_network(source.city)) {
        const fs::path path(source.city);
        if (fs::is_directory(path, ignored) && fs::exists(path / "city.toml", ignored))
            return read_city_file((path / "city.toml").string());
        if (path.extension() == ".toml") return read_city_file(source.city);
    }
    file.areas.sources = {};
    file.buildings.sources = {source.city};
    file.info.name.en = title_of_source(source.city);
    return file;
}

}  // namespace

city::Result<CityFile> chosen_sources(const CitySource& source) {
    auto file = sources_of(source);
    if (!file) return file;
    for (SourceSettings* settings :
         {&file->buildings, &file->roads, &file->areas, &file->districts})
        settings->allow_network = source.allow_network;
    for (const auto& [table, shift] : source.shifts)
        (table == "roads" ? file->roads : file->buildings).shift = shift;
    return file;
}

std::string name_of(const CitySource& source) {
    return shown_source(!source.city.empty()        ? source.city
                        : !source.buildings.empty() ? source.buildings[0]
                        : !source.roads.empty()     ? source.roads[0]
                                                    : "");
}

std::vector<std::string> network_sources_of(const CitySource& source) {
    std::vector<std::string> shown;
    if (source.city.starts_with("sample:")) return shown;
    const auto file = chosen_sources(source);
    if (!file) return shown;
    for (const SourceSettings* settings :
         {&file->buildings, &file->roads, &file->areas, &file->districts})
        for (const std::string& named : settings->sources)
            if (const auto name = understand_source(named); name && name->uses_network())
                shown.push_back(name->shown);
    return shown;
}

}  // namespace geo_io

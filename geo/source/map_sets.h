#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace geo_io {

/// What the members of an archive, by their names, make up: each set is opened as a source of its
/// own.
struct MapSets {
    struct File {
        std::size_t member;  ///< which of the names
        std::string path;    ///< under which it is laid out: a shapefile's parts share their stem
    };
    std::vector<File> files;
    std::vector<std::string> to_open;   ///< of those paths, or folders of them (.gdb); in order
    std::vector<std::string> not_read;  ///< data of kinds that are not read, by name
};

/// Passed over without a word: what is about the data (PDF, metadata, styles, pictures).
MapSets map_sets(const std::vector<std::string>& names);

/// What is only a few lines or a few numbers beside the data, whatever its size says.
bool is_small_neighbour(const std::string& path);

}  // namespace geo_io

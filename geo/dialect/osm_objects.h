#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace geo_io {

/// What an OpenStreetMap text holds, by number. Whatever order, signs and holes the numbers have.
struct OsmObjects {
    using Tags = std::vector<std::pair<std::string, std::string>>;
    struct Node {
        double longitude_deg, latitude_deg;
        Tags tags;
    };
    struct Way {
        std::vector<std::int64_t> nodes;
        Tags tags;
    };
    struct Member {
        char type;  ///< 'n', 'w' or 'r'
        std::int64_t id;
        std::string role;
    };
    struct Relation {
        std::vector<Member> members;
        Tags tags;
    };
    std::map<std::int64_t, Node> nodes;
    std::map<std::int64_t, Way> ways;
    std::map<std::int64_t, Relation> relations;
};

/// What is added to the size of a negative number (JOSM gives them to what was never uploaded).
inline constexpr std::int64_t never_uploaded = 1'000'000'000'000;

/// The same as OSM XML that GDAL's driver reads: nodes are numbered from 1 on, all in rising order
/// of positive numbers; a way -5 becomes 1000000000005. References to what is not there are left
/// out.
std::string osm_xml_of(const OsmObjects& objects);

}  // namespace geo_io

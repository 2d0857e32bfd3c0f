#include <array>

#include "fuzz/door.h"

namespace fuzz {

void values(Bytes);
void rings(Bytes);
void polygons_and_geos(Bytes);
void zip(Bytes);
void epw(Bytes);
void city_toml(Bytes);
void scenario(Bytes);
void features(Bytes);
void city_json(Bytes);
void overpass(Bytes);
void osm_edit(Bytes);
void content(Bytes);

std::span<const Door> doors() {
    static constexpr std::array all{Door{"values", values},
                                    Door{"rings", rings},
                                    Door{"polygons_and_geos", polygons_and_geos},
                                    Door{"zip", zip},
                                    Door{"epw", epw},
                                    Door{"city_toml", city_toml},
                                    Door{"scenario", scenario},
                                    Door{"features", features},
                                    Door{"city_json", city_json},
                                    Door{"overpass", overpass},
                                    Door{"osm_edit", osm_edit},
                                    Door{"content", content}};
    return all;
}

}  // namespace fuzz

#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "geo/city/city_model.h"

namespace test {

struct House {
    std::string id;
    city::BuildingUse use;
    float floor_area_m2;
    float construction_year;
};

/// Square houses of two storeys in a row, in San Francisco and without roads.
inline city::CityModel houses(std::initializer_list<House> rows) {
    city::CityModel city;
    city.info.country = "US";
    city.info.region = "US-CA";
    city.info.climate = "San Francisco";
    city.frame = city::LocalFrame("local", {0, 0}, {-122.42, 37.77});
    double x = 0.0;
    for (const House& house : rows) {
        city::Buildings& b = city.buildings;
        b.id.push_back(house.id);
        b.name.push_back("");
        b.footprints.add_ring(
            std::vector<city::MapPoint>{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}});
        b.footprints.end_polygon();
        b.height_m.push_back(6.0f);
        b.base_m.push_back(0.0f);
        b.storeys.push_back(2.0f);
        b.construction_year.push_back(house.construction_year);
        b.footprint_area_m2.push_back(100.0f);
        b.floor_area_m2.push_back(house.floor_area_m2);
        b.use.push_back(house.use);
        b.assumed.push_back(city::Assumed::none);
        x += 20.0;
    }
    return city;
}

/// The same city with its buildings in another order: row k holds what was in row order[k].
inline city::CityModel reordered(const city::CityModel& city,
                                 const std::vector<std::size_t>& order) {
    city::CityModel result = city;
    result.buildings = {};
    const city::Buildings& from = city.buildings;
    city::Buildings& to = result.buildings;
    for (const std::size_t i : order) {
        to.id.push_back(from.id[i]);
        to.name.push_back(from.name[i]);
        for (auto r = from.footprints.polygon_offsets[i];
             r < from.footprints.polygon_offsets[i + 1]; ++r)
            to.footprints.add_ring(from.footprints.ring(r));
        to.footprints.end_polygon();
        to.height_m.push_back(from.height_m[i]);
        to.base_m.push_back(from.base_m[i]);
        to.storeys.push_back(from.storeys[i]);
        to.construction_year.push_back(from.construction_year[i]);
        to.footprint_area_m2.push_back(from.footprint_area_m2[i]);
        to.floor_area_m2.push_back(from.floor_area_m2[i]);
        to.use.push_back(from.use[i]);
        to.assumed.push_back(from.assumed[i]);
    }
    return result;
}

}  // namespace test

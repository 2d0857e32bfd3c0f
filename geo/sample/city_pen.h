#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

#include "geo/city/city_model.h"

namespace sample {

/// Random numbers that are the same on every machine and library (SplitMix64).
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ull + 0x1234567) {}
    std::uint64_t next();
    double between(double low, double high) { return low + (high - low) * share(); }
    double share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    int whole(int low, int high) { return low + static_cast<int>(share() * (high - low + 1)); }
    bool chance(double probability) { return share() < probability; }

  private:
    std::uint64_t state_;
};

/// Draws buildings, roads and areas onto a city model.
class CityPen {
  public:
    CityPen(city::CityModel& city, std::string id_prefix, double turn_rad);

    struct Building {
        city::BuildingUse use;
        double storeys;
        double storey_m;
        double year;
        const char* name = "";
    };
    /// A rectangle with its lower left corner at (x, y).
    void box(double x, double y, double width_m, double depth_m, const Building& building);
    /// The same with its upper right quarter cut away.
    void ell(double x, double y, double width_m, double depth_m, const Building& building);
    /// The same around a courtyard that leaves wings of `wing_m`.
    void court(double x, double y, double width_m, double depth_m, double wing_m,
               const Building& building);
    /// A round tower of twenty corners.
    void round(double x, double y, double radius_m, const Building& building);

    void road(std::initializer_list<city::MapPoint> points, city::RoadClass road_class,
              double lanes, double speed_kmh, const char* name = "", int one_way = 0,
              int level = 0);
    void area(const std::vector<city::MapPoint>& corners, city::AreaKind kind);

    /// A rectangle of the map that has a name, from its lower left to its upper right corner.
    void district(const char* name, city::MapPoint low, city::MapPoint high);

    std::size_t buildings() const { return city_.buildings.count(); }

  private:
    city::MapPoint turned(city::MapPoint point) const;
    void ring(std::initializer_list<city::MapPoint> points);
    void finish(const Building& building);

    city::CityModel& city_;
    std::string id_prefix_;
    double cosine_, sine_;
};

}  // namespace sample

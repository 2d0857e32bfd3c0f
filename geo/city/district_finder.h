#pragma once

#include <cstdint>
#include <vector>

#include "geo/city/banded_outline.h"
#include "geo/city/city_model.h"

namespace city {

/// Which district holds a place, in the time that one cell of a grid and one band of edges take:
/// for a million buildings and outlines of ten thousand corners. Keeps its own copy of the edges.
class DistrictFinder {
  public:
    explicit DistrictFinder(const Districts& districts);

    /// The district of the first outline that holds `place` (map frame), else Districts::none.
    std::int32_t at(MapPoint place) const;

  private:
    struct Outline {
        BandedOutline edges;
        std::int32_t district;
    };
    std::size_t column_of(double x) const;
    std::size_t row_of(double y) const;

    std::vector<Outline> outlines_;
    MapBox box_;
    double cells_per_m_x_ = 0.0, cells_per_m_y_ = 0.0;
    std::size_t cells_ = 0;                         ///< along each side
    std::vector<std::vector<std::uint32_t>> grid_;  ///< outlines whose box meets the cell
};

/// Fills districts.of_building (by the centroid of the outer ring) and of_road (halfway along the
/// line) from the outlines; clears them where there are no districts.
void assign_districts(CityModel& city);

/// How many buildings lie in no district; 0 where there are no districts.
std::size_t buildings_outside(const Districts& districts);

}  // namespace city

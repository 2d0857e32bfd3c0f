// A Californian city of the imagination: a street grid, a downtown of towers, a ring of apartments,
// then detached houses with gardens; arterials every fourth street with malls and strips; a bay in
// the west.
#include <algorithm>
#include <cmath>

#include "geo/sample/city_pen.h"
#include "geo/sample/styles.h"

namespace sample {

namespace {

using city::AreaKind;
using city::MapPoint;
using city::RoadClass;
using Use = city::BuildingUse;

constexpr double block_w_m = 200.0, block_d_m = 84.0, street_m = 16.0;
constexpr double pitch_x_m = block_w_m + street_m, pitch_y_m = block_d_m + street_m;
constexpr double houses_per_block = 21.0;
constexpr int arterial_every = 4;

struct Block {
    double x, y;               // lower left corner
    double from_centre_share;  // 0 in the middle, 1 at the edge
    bool arterial;             // faces an arterial street
};

double build_year(Dice& dice, double from_centre_share) {
    // Cities grow outwards: pre-war core, post-war belt, recent edge, and infill everywhere.
    if (dice.chance(0.12)) return dice.between(2000, 2023);
    return 1915 + 85 * from_centre_share + dice.between(-14, 16);
}

void houses(CityPen& pen, Dice& dice, const Block& block) {
    constexpr double lot_w_m = 16.5;
    for (int side = 0; side < 2; ++side)
        for (double x = block.x + 3; x + lot_w_m <= block.x + block_w_m; x += lot_w_m) {
            if (dice.chance(0.05)) continue;
            const double w = dice.between(10.5, 13.5), d = dice.between(11, 16);
            const double y = side == 0 ? block.y + dice.between(5, 8)
                                       : block.y + block_d_m - d - dice.between(5, 8);
            const CityPen::Building house{Use::residential_detached, dice.chance(0.45) ? 2.0 : 1.0,
                                          2.9, build_year(dice, block.from_centre_share)};
            if (dice.chance(0.35))
                pen.ell(x + 1.5, y, w, d, house);
            else
                pen.box(x + 1.5, y, w, d, house);
        }
}

void row_houses(CityPen& pen, Dice& dice, const Block& block) {
    for (int side = 0; side < 2; ++side)
        for (double x = block.x; x + 8 <= block.x + block_w_m; x += 8.0) {
            const double d = dice.between(15, 20);
            const double y = side == 0 ? block.y + 2 : block.y + block_d_m - d - 2;
            pen.box(x, y, 7.98, d,
                    {Use::residential_attached, static_cast<double>(dice.whole(2, 4)), 2.9,
                     build_year(dice, block.from_centre_share)});
        }
}

void apartments(CityPen& pen, Dice& dice, const Block& block) {
    for (double x = block.x + 4; x + 42 <= block.x + block_w_m; x += 48) {
        const double storeys = dice.whole(3, 7);
        const CityPen::Building flats{Use::residential_apartment, storeys, 3.0,
                                      build_year(dice, block.from_centre_share)};
        if (dice.chance(0.5)) {
            pen.court(x, block.y + 6, 42, block_d_m - 12, 13, flats);
        } else {
            pen.ell(x, block.y + 6, 40, 32, flats);
            pen.box(x, block.y + 48, 40, 28,
                    {Use::residential_apartment, static_cast<double>(dice.whole(3, 6)), 3.0,
                     build_year(dice, block.from_centre_share)});
        }
    }
}

void downtown(CityPen& pen, Dice& dice, const Block& block) {
    constexpr int lots = 4;
    constexpr double lot_m = block_w_m / lots;
    for (int i = 0; i < lots; ++i) {
        const double x = block.x + i * lot_m + 3;
        const double peak = std::max(0.0, 1.0 - block.from_centre_share * 5.0);
        const double storeys =
            std::round(5 + 46 * peak * dice.between(0.35, 1.0) + dice.whole(0, 5));
        const Use use = dice.chance(0.6)   ? Use::office
                        : dice.chance(0.5) ? Use::hotel
                                           : Use::residential_apartment;
        const CityPen::Building tower{use, storeys, use == Use::office ? 3.96 : 3.1,
                                      dice.between(1965, 2022)};
        if (storeys > 22 && dice.chance(0.25)) {
            pen.round(x + 22, block.y + 42, 19, tower);
            continue;
        }
        const double w = dice.between(32, 43), d = dice.between(34, 50);
        if (dice.chance(0.3))
            pen.ell(x, block.y + 4, w, d, tower);
        else
            pen.box(x, block.y + 4, w, d, tower);
        pen.box(x, block.y + 60, w, 20,
                {dice.chance(0.5) ? Use::restaurant : Use::retail,
                 static_cast<double>(dice.whole(1, 3)), 4.5, dice.between(1925, 2015)});
    }
}

void strip_or_mall(CityPen& pen, Dice& dice, const Block& block) {
    const double year = dice.between(1968, 2012);
    if (dice.chance(0.3)) {
        pen.ell(block.x + 8, block.y + 6, 180, 70, {Use::mall, 2, 6.1, year, "Palm Court Mall"});
        return;
    }
    pen.box(block.x + 6, block.y + 8, 62, 46, {Use::supermarket, 1, 6.1, year});
    for (double x = block.x + 80; x + 20 < block.x + block_w_m; x += 21)
        pen.box(x, block.y + 10, 20, 24,
                {dice.chance(0.3) ? Use::restaurant : Use::retail, 1, 5.2, year});
    if (dice.chance(0.5))
        pen.box(block.x + 90, block.y + 52, 70, 24,
                {Use::office, static_cast<double>(dice.whole(2, 5)), 3.96, year + 5});
}

void school(CityPen& pen, Dice& dice, const Block& block) {
    const double year = dice.between(1950, 2005);
    pen.court(block.x + 10, block.y + 8, 90, 66, 16,
              {Use::school, 2, 3.96, year, "Redwood School"});
    pen.box(block.x + 112, block.y + 12, 36, 26,
            {Use::public_assembly, 1, 8, year, "Redwood School gymnasium"});
}

void warehouses(CityPen& pen, Dice& dice, const Block& block) {
    for (double x = block.x + 4; x + 60 < block.x + block_w_m; x += 66)
        pen.box(
            x, block.y + 6, 60, block_d_m - 14,
            {dice.chance(0.6) ? Use::warehouse : Use::industry, 1, 9, dice.between(1960, 2020)});
}

void streets(CityPen& pen, int columns, int rows, double west_m, double south_m) {
    for (int j = 0; j <= rows; ++j)
        for (int i = 0; i < columns; ++i) {
            const double y = south_m + j * pitch_y_m - street_m / 2,
                         x = west_m + i * pitch_x_m - street_m / 2;
            const bool arterial = j % (2 * arterial_every) == 0;
            pen.road({{x, y}, {x + pitch_x_m, y}},
                     arterial ? RoadClass::primary : RoadClass::residential, arterial ? 4 : 2,
                     arterial ? 56 : 40);
        }
    for (int i = 0; i <= columns; ++i)
        for (int j = 0; j < rows; ++j) {
            const double y = south_m + j * pitch_y_m - street_m / 2,
                         x = west_m + i * pitch_x_m - street_m / 2;
            const bool arterial = i % arterial_every == 0;
            pen.road({{x, y}, {x, y + pitch_y_m}},
                     arterial ? RoadClass::secondary : RoadClass::residential, arterial ? 4 : 2,
                     arterial ? 48 : 40);
        }
    // The freeway passes east of the grid, one carriageway a side.
    const double x = west_m + columns * pitch_x_m + 60, north_m = south_m + rows * pitch_y_m;
    constexpr double step_m = 500;
    for (double y = south_m - 400; y < north_m + 400; y += step_m) {
        pen.road({{x, y}, {x, y + step_m}}, RoadClass::motorway, 4, 105, "Coast Freeway", 1, 1);
        pen.road({{x + 22, y}, {x + 22, y + step_m}}, RoadClass::motorway, 4, 105, "Coast Freeway",
                 -1, 1);
    }
}

// Named quarters: they part beside the middle of a street, so that no street lies in two.
void quarters(CityPen& pen, int columns, int rows, double west_m, double south_m) {
    constexpr double beside_m = 2, margin_m = 100;
    const auto x = [&](int i) { return west_m + i * pitch_x_m - beside_m; };
    const auto y = [&](int j) { return south_m + j * pitch_y_m - beside_m; };
    const int west = columns / 3, east = columns - columns / 3;
    const int south = rows / 3, north = rows - rows / 3;
    const double low_m = y(0) - margin_m, high_m = y(rows) + margin_m;
    pen.district("Bayfront", {x(0) - margin_m, low_m}, {x(west), high_m});
    pen.district("Mission Oaks", {x(west), low_m}, {x(east), y(south)});
    pen.district("Downtown", {x(west), y(south)}, {x(east), y(north)});
    pen.district("Redwood Heights", {x(west), y(north)}, {x(east), high_m});
    pen.district("Eastgate", {x(east), low_m}, {x(columns) + margin_m, high_m});
}

}  // namespace

city::CityModel make_california(const SampleOptions& options) {
    city::CityModel city;
    city.info.name = {"Sample Bay (invented)", "样例湾(虚构)", "샘플 베이(가상)",
                      "サンプルベイ(架空)"};
    city.info.country = "US";
    city.info.region = "US-CA";
    city.info.climate = "San Francisco";
    city.info.invented = true;
    city.frame = city::LocalFrame("local", {0, 0}, {-122.42, 37.77});
    Dice dice(options.seed * 2 + 1);
    CityPen pen(city, "SB", 9.0 * 3.14159265358979 / 180.0);

    const double blocks = std::max(9.0, options.buildings / houses_per_block);
    const int rows =
        std::max(4, static_cast<int>(std::round(std::sqrt(blocks * pitch_x_m / pitch_y_m))));
    const int columns = std::max(3, static_cast<int>(std::round(blocks / rows)));
    const double west_m = -0.5 * columns * pitch_x_m, south_m = -0.5 * rows * pitch_y_m;
    const double reach_m = 0.5 * std::hypot(columns * pitch_x_m, rows * pitch_y_m);
    const int park_i = columns / 2 - columns / 4, park_j = rows / 2 + rows / 5;
    streets(pen, columns, rows, west_m, south_m);
    for (int j = 0; j < rows && pen.buildings() < options.buildings + 40; ++j)
        for (int i = 0; i < columns; ++i) {
            const double x = west_m + i * pitch_x_m, y = south_m + j * pitch_y_m;
            // Downtown lies towards the bay.
            const double away_m =
                std::hypot(x + 0.12 * columns * pitch_x_m + block_w_m / 2, y + block_d_m / 2);
            const Block block{x, y, std::min(1.0, away_m / reach_m),
                              i % arterial_every == 0 || j % (2 * arterial_every) == 0};
            if (i >= park_i && i < park_i + std::max(1, columns / 8) && j >= park_j &&
                j < park_j + std::max(1, rows / 10)) {
                pen.area({{x - street_m, y - street_m},
                          {x + pitch_x_m, y - street_m},
                          {x + pitch_x_m, y + pitch_y_m},
                          {x - street_m, y + pitch_y_m}},
                         AreaKind::park);
                continue;
            }
            if (block.from_centre_share < 0.13)
                downtown(pen, dice, block);
            else if (block.from_centre_share < 0.22)
                apartments(pen, dice, block);
            else if (i >= columns - 1)
                warehouses(pen, dice, block);
            else if (block.arterial && dice.chance(0.16))
                strip_or_mall(pen, dice, block);
            else if (dice.chance(0.012))
                school(pen, dice, block);
            else if (block.from_centre_share < 0.38)
                dice.chance(0.7) ? row_houses(pen, dice, block) : apartments(pen, dice, block);
            else
                houses(pen, dice, block);
        }
    quarters(pen, columns, rows, west_m, south_m);
    // The coast bends away from the grid on both sides and the bay reaches to the horizon.
    const double north_m = south_m + rows * pitch_y_m, far_m = 2.5 * reach_m + 12'000;
    const std::vector<MapPoint> grid{{west_m - street_m, south_m - street_m},
                                     {west_m + (columns - 1) * pitch_x_m, south_m - street_m},
                                     {west_m + (columns - 1) * pitch_x_m, north_m},
                                     {west_m - street_m, north_m}};
    pen.area(grid, AreaKind::residential);
    std::vector<MapPoint> bay;
    for (int k = -24; k <= 24; ++k) {
        const double along = k / 24.0, y = along * far_m,
                     past_m = std::max(0.0, std::abs(y) - 0.5 * (north_m - south_m));
        bay.push_back({west_m - 90 - 50 * std::sin(0.0021 * y + 1.0) - 26 * std::sin(0.0063 * y) -
                           0.3 * past_m * past_m / (past_m + 1500),
                       y});
    }
    bay.push_back({west_m - far_m, far_m});
    bay.push_back({west_m - far_m, -far_m});
    pen.area(bay, AreaKind::water);
    city.info.population = 0.0;
    for (std::size_t i = 0; i < city.buildings.count(); ++i)
        if (is_residential(city.buildings.use[i]))
            city.info.population += city.buildings.floor_area_m2[i] / 55.0;  // m2 of home a person
    city.info.population = std::round(city.info.population);
    return city;
}

}  // namespace sample

// A Chinese city of the imagination: wide avenues around superblocks of slabs and tower estates, a
// business centre, older quarters near it, an industrial quarter downwind, and a river through the
// middle.
#include <algorithm>
#include <cmath>

#include "geo/sample/city_pen.h"
#include "geo/sample/styles.h"

namespace sample {

namespace {

using city::AreaKind;
using city::RoadClass;
using Use = city::BuildingUse;

constexpr double block_w_m = 400.0, block_d_m = 340.0, avenue_m = 44.0;
constexpr double pitch_x_m = block_w_m + avenue_m, pitch_y_m = block_d_m + avenue_m;
constexpr double buildings_per_block = 46.0;

struct Block {
    double x, y, from_centre_share;
};

// Shops of two storeys along the street side, the estate behind.
void shop_front(CityPen& pen, Dice& dice, const Block& b, double year) {
    for (double x = b.x + 8; x + 42 < b.x + block_w_m - 8; x += 46)
        if (dice.chance(0.8))
            pen.box(x, b.y + 4, 42, 13,
                    {dice.chance(0.25) ? Use::restaurant : Use::retail, 2, 4.2, year});
}

void slabs(CityPen& pen, Dice& dice, const Block& b) {
    const double year = dice.between(1984, 2003);
    const double storeys = dice.whole(5, 7);
    shop_front(pen, dice, b, year);
    // Rows run east-west and face south; the gap lets the winter sun reach the ground floor.
    const double gap_m = 15 + storeys * 1.6;
    for (double y = b.y + 26; y + 12 < b.y + block_d_m; y += 12 + gap_m)
        for (double x = b.x + 12; x + 58 < b.x + block_w_m; x += 64)
            if (!dice.chance(0.06))
                pen.box(x, y, 58, 12,
                        {Use::residential_apartment, storeys, 2.9, year + dice.between(-2, 3)});
}

void towers(CityPen& pen, Dice& dice, const Block& b) {
    const double year = dice.between(2004, 2022);
    const double storeys = dice.whole(18, 33);
    shop_front(pen, dice, b, year);
    for (double y = b.y + 34; y + 24 < b.y + block_d_m; y += 62)
        for (double x = b.x + 18; x + 34 < b.x + block_w_m; x += 58) {
            const CityPen::Building tower{Use::residential_apartment, storeys - dice.whole(0, 3),
                                          2.95, year};
            if (dice.chance(0.4))
                pen.ell(x, y, 34, 22, tower);
            else
                pen.box(x, y, 32, 18, tower);
        }
    pen.box(b.x + block_w_m - 96, b.y + block_d_m - 40, 60, 18,
            {Use::school, 3, 3.7, year, "幼儿园 Kindergarten"});
    pen.area({{b.x + 150, b.y + 118},
              {b.x + 250, b.y + 118},
              {b.x + 250, b.y + 150},
              {b.x + 150, b.y + 150}},
             AreaKind::park);
}

void old_town(CityPen& pen, Dice& dice, const Block& b) {
    const double year = dice.between(1955, 1985);
    for (double y = b.y + 8; y + 22 < b.y + block_d_m; y += 30)
        for (double x = b.x + 8; x + 30 < b.x + block_w_m; x += 36) {
            const CityPen::Building house{
                dice.chance(0.12) ? Use::retail : Use::residential_attached,
                static_cast<double>(dice.whole(1, 3)), 3.1, year};
            if (dice.chance(0.5))
                pen.court(x, y, 28, 22, 7, house);
            else
                pen.ell(x, y, 28, 20, house);
        }
}

void centre(CityPen& pen, Dice& dice, const Block& b) {
    const double peak = std::max(0.0, 1.0 - 4.0 * b.from_centre_share);
    pen.ell(b.x + 20, b.y + 14, 150, 90,
            {Use::mall, 5, 5.2, dice.between(2005, 2021), "万象商场 Wanxiang Mall"});
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column) {
            if (row == 0 && column < 2) continue;
            const double x = b.x + 14 + column * 96, y = b.y + 16 + row * 108;
            const double storeys = std::round(18 + 50 * peak * dice.share() + dice.whole(0, 12));
            const Use use = dice.chance(0.65)  ? Use::office
                            : dice.chance(0.5) ? Use::hotel
                                               : Use::residential_apartment;
            const CityPen::Building tower{use, storeys, use == Use::office ? 4.1 : 3.4,
                                          dice.between(1998, 2023)};
            pen.box(x, y, 78, 66, {Use::retail, 4, 5.0, tower.year});
            if (dice.chance(0.3))
                pen.round(x + 39, y + 88, 21, tower);
            else
                pen.box(x + 16, y + 68, 42, 36, tower);
        }
}

void civic(CityPen& pen, Dice& dice, const Block& b) {
    const double year = dice.between(1990, 2015);
    pen.court(b.x + 40, b.y + 190, 140, 90, 22,
              {Use::hospital, static_cast<double>(dice.whole(8, 14)), 4.1, year,
               "人民医院 People's Hospital"});
    pen.box(b.x + 220, b.y + 210, 120, 24,
            {Use::government_office, static_cast<double>(dice.whole(8, 18)), 3.9, year,
             "区政府 District government"});
    for (int i = 0; i < 4; ++i)
        pen.box(b.x + 30 + i * 84, b.y + 40, 70, 18,
                {Use::school, 5, 3.7, year, i == 0 ? "第一中学 No. 1 Middle School" : ""});
    pen.box(b.x + 30, b.y + 96, 60, 42, {Use::public_assembly, 1, 12, year, "体育馆 Gymnasium"});
    pen.area({{b.x + 110, b.y + 84},
              {b.x + 330, b.y + 84},
              {b.x + 330, b.y + 160},
              {b.x + 110, b.y + 160}},
             AreaKind::park);
}

void industry(CityPen& pen, Dice& dice, const Block& b) {
    const double year = dice.between(1975, 2018);
    for (double y = b.y + 14; y + 60 < b.y + block_d_m; y += 78)
        for (double x = b.x + 14; x + 110 < b.x + block_w_m; x += 126)
            pen.box(x, y, dice.between(80, 114), 60,
                    {dice.chance(0.75) ? Use::industry : Use::warehouse,
                     static_cast<double>(dice.whole(1, 3)), 6.5, year});
    pen.box(b.x + 14, b.y + block_d_m - 24, 64, 14, {Use::office, 5, 3.6, year});
    pen.area({{b.x, b.y},
              {b.x + block_w_m, b.y},
              {b.x + block_w_m, b.y + block_d_m},
              {b.x, b.y + block_d_m}},
             AreaKind::industrial);
}

// Named districts on both banks: they part beside the middle of an avenue and in the river.
void districts(CityPen& pen, int columns, int rows, int river_row, double west_m, double south_m) {
    constexpr double beside_m = 6, margin_m = 100;
    const auto x = [&](int i) { return west_m + i * pitch_x_m - beside_m; };
    const double low_m = south_m - margin_m, high_m = south_m + rows * pitch_y_m + margin_m;
    const double river_m = south_m + river_row * pitch_y_m + 0.4 * block_d_m;
    const int middle = columns / 2, port = columns - std::max(1, columns / 6);
    const double west_end_m = x(0) - margin_m, east_end_m = x(columns) + margin_m;
    pen.district("老城区", {west_end_m, river_m}, {x(middle), high_m});
    pen.district("江北区", {x(middle), river_m}, {east_end_m, high_m});
    pen.district("滨江区", {west_end_m, low_m}, {x(middle), river_m});
    pen.district("高新区", {x(middle), low_m}, {x(port), river_m});
    pen.district("东港工业区", {x(port), low_m}, {east_end_m, river_m});
}

}  // namespace

city::CityModel make_china(const SampleOptions& options) {
    city::CityModel city;
    city.info.name = {"Sample River City (invented)", "样例江城(虚构)", "샘플 강변시(가상)",
                      "サンプル川城(架空)"};
    city.info.country = "CN";
    city.info.region = "CN-SH";
    city.info.climate = "Shanghai";
    city.info.invented = true;
    city.frame = city::LocalFrame("local", {0, 0}, {121.47, 31.23});
    Dice dice(options.seed * 2 + 2);
    CityPen pen(city, "SR", 0.0);
    const double blocks = std::max(9.0, options.buildings / buildings_per_block);
    const int columns = std::max(3, static_cast<int>(std::round(std::sqrt(blocks))));
    const int rows =
        std::max(3, static_cast<int>(std::ceil(blocks / columns)) + 1);  // one row is the river
    const double west_m = -0.5 * columns * pitch_x_m, south_m = -0.5 * rows * pitch_y_m;
    const double reach_m = 0.5 * std::hypot(columns * pitch_x_m, rows * pitch_y_m);
    const int river_row = rows / 2 - 1;

    for (int j = 0; j <= rows; ++j)
        for (int i = 0; i < columns; ++i) {
            const double x = west_m + i * pitch_x_m - avenue_m / 2,
                         y = south_m + j * pitch_y_m - avenue_m / 2;
            const bool ring = j == rows || j == 0;
            if (j == river_row || j == river_row + 1 || !ring)
                pen.road({{x, y}, {x + pitch_x_m, y}},
                         j % 3 == 0 ? RoadClass::primary : RoadClass::secondary, j % 3 == 0 ? 8 : 6,
                         j % 3 == 0 ? 55 : 45);
            if (ring)
                pen.road({{x, y}, {x + pitch_x_m, y}}, RoadClass::trunk, 8, 70,
                         "绕城快速路 Ring Expressway", 0, 1);
        }
    for (int i = 0; i <= columns; ++i)
        for (int j = 0; j < rows; ++j) {
            const double x = west_m + i * pitch_x_m - avenue_m / 2,
                         y = south_m + j * pitch_y_m - avenue_m / 2;
            const bool bridge = j == river_row;
            if (bridge && i % 2 == 1 && i != columns)
                continue;  // not every avenue crosses the river
            const bool ring = i == 0 || i == columns;
            pen.road({{x, y}, {x, y + pitch_y_m}},
                     ring         ? RoadClass::trunk
                     : i % 2 == 0 ? RoadClass::primary
                                  : RoadClass::secondary,
                     ring ? 8 : 6, ring ? 70 : 50, "", 0, bridge || ring ? 1 : 0);
            if (!bridge && i < columns)  // the lane through the superblock
                pen.road({{x + pitch_x_m / 2, y}, {x + pitch_x_m / 2, y + pitch_y_m}},
                         RoadClass::residential, 2, 30);
        }
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i) {
            if (j == river_row) continue;
            const double x = west_m + i * pitch_x_m, y = south_m + j * pitch_y_m;
            const Block block{
                x, y,
                std::min(1.0, std::hypot(x + block_w_m / 2, y + block_d_m / 2 - pitch_y_m * 0.6) /
                                  reach_m)};
            if (block.from_centre_share < 0.16)
                centre(pen, dice, block);
            else if (i >= columns - std::max(1, columns / 6) && j < rows / 2)
                industry(pen, dice, block);
            else if (dice.chance(0.06))
                civic(pen, dice, block);
            else if (block.from_centre_share < 0.36 && dice.chance(0.45))
                old_town(pen, dice, block);
            else if (dice.chance(0.40))
                towers(pen, dice, block);
            else
                slabs(pen, dice, block);
        }
    districts(pen, columns, rows, river_row, west_m, south_m);
    // The river, wide as a row of superblocks and slightly winding.
    std::vector<city::MapPoint> north_bank, south_bank;
    const double y0 = south_m + river_row * pitch_y_m;
    // Beyond the grid it runs on to the horizon, bending and growing wider.
    const int beyond = 12 + columns;
    for (int k = -beyond; k <= columns * 2 + beyond; ++k) {
        const double x = west_m + k * pitch_x_m / 2, wave_m = 34 * std::sin(k * 0.55);
        const double past = std::max({0.0, -1.0 - k, k - columns * 2 - 1.0}),
                     bend_m = (k < 0 ? 1.0 : -1.0) * 26 * past * past / (1.0 + 0.02 * past);
        south_bank.push_back({x, y0 + 42 + wave_m + bend_m - 5 * past});
        north_bank.push_back({x, y0 + block_d_m - 52 + wave_m + bend_m + 9 * past});
    }
    std::vector<city::MapPoint> river = south_bank;
    river.insert(river.end(), north_bank.rbegin(), north_bank.rend());
    pen.area({{west_m - avenue_m, south_m - avenue_m},
              {west_m + columns * pitch_x_m, south_m - avenue_m},
              {west_m + columns * pitch_x_m, south_m + rows * pitch_y_m},
              {west_m - avenue_m, south_m + rows * pitch_y_m}},
             AreaKind::residential);
    // Parks along both banks; the water is drawn over them.
    pen.area({{west_m, y0 + 4},
              {west_m + columns * pitch_x_m - avenue_m, y0 + 4},
              {west_m + columns * pitch_x_m - avenue_m, y0 + block_d_m - 8},
              {west_m, y0 + block_d_m - 8}},
             AreaKind::park);
    pen.area(river, AreaKind::water);
    city.info.population = 0.0;
    for (std::size_t i = 0; i < city.buildings.count(); ++i)
        if (is_residential(city.buildings.use[i]))
            city.info.population += city.buildings.floor_area_m2[i] / 38.0;
    city.info.population = std::round(city.info.population);
    return city;
}

}  // namespace sample

#include "geo/crs/regions.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace {
struct Known {
    const char* city;
    double lon_deg, lat_deg;
    const char* region;
};
// City halls and squares, to 0.01 degree; many within a few kilometres of a border.
const std::vector<Known> cities{
    {"San Francisco", -122.42, 37.78, "US-CA"},
    {"San Bernardino", -117.29, 34.11, "US-CA"},
    {"San Diego, San Ysidro", -117.04, 32.55, "US-CA"},
    {"Tijuana", -117.03, 32.51, "MX"},
    {"Mexicali", -115.47, 32.64, "MX"},
    {"Calexico", -115.50, 32.68, "US-CA"},
    {"South Lake Tahoe", -119.98, 38.93, "US-CA"},
    {"Carson City", -119.77, 39.16, "US-NV"},
    {"Reno", -119.81, 39.53, "US-NV"},
    {"Las Vegas", -115.14, 36.17, "US-NV"},
    {"Needles", -114.61, 34.85, "US-CA"},
    {"Bullhead City", -114.57, 35.14, "US-AZ"},
    {"Laughlin", -114.58, 35.16, "US-NV"},
    {"Yuma", -114.62, 32.69, "US-AZ"},
    {"Blythe", -114.60, 33.61, "US-CA"},
    {"Crescent City", -124.20, 41.76, "US-CA"},
    {"Brookings", -124.28, 42.05, "US-OR"},
    {"Portland", -122.68, 45.52, "US-OR"},
    {"Vancouver, Washington", -122.67, 45.63, "US-WA"},
    {"Blaine", -122.75, 48.99, "US-WA"},
    {"Vancouver", -123.12, 49.28, "CA"},
    {"Toronto", -79.38, 43.65, "CA"},
    {"Buffalo", -78.88, 42.89, "US-NY"},
    {"Windsor", -83.03, 42.30, "CA"},
    {"Detroit", -83.05, 42.34, "US-MI"},
    {"Montreal", -73.57, 45.50, "CA"},
    {"Monterrey", -100.32, 25.67, "MX"},
    {"Laredo", -99.51, 27.52, "US-TX"},
    {"New York", -73.97, 40.78, "US-NY"},
    {"Washington", -77.04, 38.90, "US-DC"},
    {"Honolulu", -157.86, 21.31, "US-HI"},
    {"Beijing", 116.40, 39.90, "CN-BJ"},
    {"Langfang", 116.68, 39.54, "CN-HE"},
    {"Shanghai", 121.47, 31.23, "CN-SH"},
    {"Kunshan", 120.98, 31.38, "CN-JS"},
    {"Suzhou", 120.62, 31.30, "CN-JS"},
    {"Wuxi", 120.30, 31.57, "CN-JS"},
    {"Nanjing", 118.80, 32.06, "CN-JS"},
    {"Jiaxing", 120.75, 30.75, "CN-ZJ"},
    {"Shenzhen", 114.06, 22.54, "CN-GD"},
    {"Shenzhen, Luohu", 114.12, 22.54, "CN-GD"},
    {"Hong Kong, Central", 114.16, 22.28, "HK"},
    {"Hong Kong, Sheung Shui", 114.13, 22.50, "HK"},
    {"Macao", 113.54, 22.19, "MO"},
    {"Zhuhai", 113.57, 22.27, "CN-GD"},
    {"Taipei", 121.56, 25.04, "TW"},
    {"Xiamen", 118.09, 24.48, "CN-FJ"},
    {"Lhasa", 91.11, 29.65, "CN-XZ"},
    {"Urumqi", 87.62, 43.83, "CN-XJ"},
    {"Hanoi", 105.85, 21.03, "VN"},
    {"Dandong", 124.38, 40.13, "CN-LN"},
    {"Pyongyang", 125.75, 39.02, "KP"},
    {"Seoul", 126.98, 37.57, "KR"},
    {"Ulaanbaatar", 106.91, 47.92, "MN"},
    {"Tokyo", 139.69, 35.69, "JP"},
    {"Paris", 2.35, 48.86, "FR"},
    {"Sydney", 151.21, -33.87, "AU"},
};
}  // namespace

TEST_CASE("a city is in the state, province or country that it is in", "[crs][regions]") {
    for (const Known& known : cities) {
        INFO(known.city);
        CHECK(crs::region_at({known.lon_deg, known.lat_deg}) == known.region);
    }
}

TEST_CASE("the open sea is no region, a pier is", "[crs][regions]") {
    CHECK(crs::region_at({-140.0, 35.0}).empty());
    CHECK(crs::region_at({0.0, 0.0}).empty());
    CHECK(crs::region_at({121.5, 28.0}) == "CN-ZJ");     // Taizhou's islands
    CHECK(crs::region_at({-122.37, 37.82}) == "US-CA");  // Treasure Island
    CHECK(crs::region_at({200.0, 10.0}).empty());
    CHECK(crs::region_at({116.0, 1e300}).empty());
}

TEST_CASE("a place lies in its state, its country and, within a margin, next door",
          "[crs][regions]") {
    const city::LonLat reno{-119.81, 39.53};
    CHECK(crs::lies_in("US-NV", reno, 0.0));
    CHECK(crs::lies_in("US", reno, 0.0));
    CHECK_FALSE(crs::lies_in("US-CA", reno, 2.0));
    CHECK(crs::lies_in("US-CA", reno, 30.0));
    CHECK_FALSE(crs::lies_in("CN", reno, 1000.0));
    CHECK_FALSE(crs::lies_in("XX", reno, 1000.0));
}

TEST_CASE("tables exist for the US and China, not for codes that begin alike", "[crs][regions]") {
    CHECK(crs::has_tables("US-CA"));
    CHECK(crs::has_tables("CN"));
    CHECK_FALSE(crs::has_tables("CA"));
    CHECK_FALSE(crs::has_tables("HK"));
    CHECK(crs::region_name("US-CA") == "California");
    CHECK(crs::region_name("CA") == "Canada");
}

#include "geo/words/road_codes.h"

#include <charconv>
#include <utility>

namespace geo_io {

namespace {

using city::RoadClass;

struct Code {
    std::string_view code;
    RoadClass road_class;
};

// US Census Bureau, MAF/TIGER feature class codes (2023). S1630 are ramps, S1640 drives along a
// freeway.
constexpr Code mtfcc[] = {
    {"s1100", RoadClass::motorway},    {"s1200", RoadClass::primary},
    {"s1300", RoadClass::secondary},   {"s1400", RoadClass::residential},
    {"s1500", RoadClass::service},     {"s1630", RoadClass::motorway},
    {"s1640", RoadClass::residential}, {"s1710", RoadClass::path},
    {"s1720", RoadClass::path},        {"s1730", RoadClass::service},
    {"s1740", RoadClass::service},     {"s1750", RoadClass::service},
    {"s1780", RoadClass::service},     {"s1810", RoadClass::service},
    {"s1820", RoadClass::path},        {"s1830", RoadClass::path},
    {"r1011", RoadClass::rail},        {"r1051", RoadClass::rail},
    {"r1052", RoadClass::rail},
};

// TIGER's route types: interstate, US, state, county; common names (M) and others (O) say nothing.
constexpr Code rttyp[] = {
    {"i", RoadClass::motorway},
    {"u", RoadClass::primary},
    {"s", RoadClass::primary},
    {"c", RoadClass::secondary},
};

// Amap's road classes and NavInfo's kinds (both recalled from vendors' papers), GB/T 13923-2022,
// and the letters of route numbers (JTG A03: G, S, X, Y, C, Z).
constexpr Code chinese[] = {
    {"41000", RoadClass::motorway},   {"42000", RoadClass::trunk},
    {"43000", RoadClass::motorway},   {"44000", RoadClass::primary},
    {"45000", RoadClass::secondary},  {"47000", RoadClass::residential},
    {"49000", RoadClass::service},    {"51000", RoadClass::primary},
    {"52000", RoadClass::tertiary},   {"53000", RoadClass::residential},
    {"54000", RoadClass::secondary},  {"00", RoadClass::motorway},
    {"01", RoadClass::motorway},      {"02", RoadClass::trunk},
    {"03", RoadClass::primary},       {"04", RoadClass::secondary},
    {"06", RoadClass::tertiary},      {"08", RoadClass::residential},
    {"09", RoadClass::service},       {"0b", RoadClass::path},
    {"420101", RoadClass::trunk},     {"420201", RoadClass::primary},
    {"420301", RoadClass::secondary}, {"420401", RoadClass::tertiary},
    {"430501", RoadClass::motorway},  {"430502", RoadClass::motorway},
    {"430503", RoadClass::primary},   {"430504", RoadClass::secondary},
    {"430505", RoadClass::tertiary},  {"g", RoadClass::trunk},
    {"s", RoadClass::primary},        {"x", RoadClass::secondary},
    {"y", RoadClass::tertiary},       {"c", RoadClass::residential},
    {"z", RoadClass::service},
};

// Standard node-link data of Korea's transport ministry, ROAD_RANK.
constexpr Code korean[] = {
    {"101", RoadClass::motorway}, {"102", RoadClass::motorway},    {"103", RoadClass::trunk},
    {"104", RoadClass::primary},  {"105", RoadClass::secondary},   {"106", RoadClass::secondary},
    {"107", RoadClass::tertiary}, {"108", RoadClass::residential},
};

template <std::size_t n>
RoadClass find_in(const Code (&codes)[n], std::string_view code) {
    for (const Code& known : codes)
        if (known.code == code) return known.road_class;
    return RoadClass::unknown;
}

int number_of(std::string_view code) {
    int number = 0;
    const auto end = std::from_chars(code.data(), code.data() + code.size(), number);
    return end.ec == std::errc{} ? number : -1;
}

// FHWA, Highway functional classification concepts (2023): 1 interstate, 2 other freeways, 3 other
// principal arterial, 4 minor arterial, 5 and 6 collectors, 7 local.
RoadClass f_system(int number) {
    constexpr RoadClass classes[] = {
        RoadClass::unknown,   RoadClass::motorway, RoadClass::motorway, RoadClass::primary,
        RoadClass::secondary, RoadClass::tertiary, RoadClass::tertiary, RoadClass::residential};
    return number >= 0 && number <= 7 ? classes[number] : RoadClass::unknown;
}

// FHWA's numbers until 2010: 8 and 9 rural, 11 to 19 urban; 1 to 7 are read as the present ones.
RoadClass fhwa(int number) {
    switch (number) {
        case 8:
        case 17:
            return RoadClass::tertiary;
        case 9:
        case 19:
            return RoadClass::residential;
        case 11:
        case 12:
            return RoadClass::motorway;
        case 14:
            return RoadClass::primary;
        case 16:
            return RoadClass::secondary;
        default:
            return f_system(number);
    }
}

// HERE's functional classes go by how far traffic travels on a road: 1 is mostly controlled access.
RoadClass here_class(int number) {
    constexpr RoadClass classes[] = {RoadClass::unknown,  RoadClass::motorway,
                                     RoadClass::primary,  RoadClass::secondary,
                                     RoadClass::tertiary, RoadClass::residential};
    return number >= 0 && number <= 5 ? classes[number] : RoadClass::unknown;
}

// Census feature class codes until 2007: A1x primary with limited access, A2x, A3x, A4x local.
RoadClass cfcc(std::string_view code) {
    if (code.size() != 3) return RoadClass::unknown;
    if (code[0] == 'b') return RoadClass::rail;
    if (code[0] != 'a') return RoadClass::unknown;
    switch (code[1]) {
        case '1':
            return RoadClass::motorway;
        case '2':
            return RoadClass::primary;
        case '3':
            return RoadClass::secondary;
        case '4':
            return RoadClass::residential;
        case '5':
            return RoadClass::service;
        case '6':
            return code[2] == '3' ? RoadClass::motorway : RoadClass::residential;
        case '7':
            return code == "a71" || code == "a72" ? RoadClass::path : RoadClass::service;
        default:
            return RoadClass::unknown;
    }
}

}  // namespace

city::RoadClass road_class_from_code(std::string_view lower_case, CodeSystem codes) {
    switch (codes) {
        case CodeSystem::mtfcc:
            return find_in(mtfcc, lower_case);
        case CodeSystem::cfcc:
            return cfcc(lower_case);
        case CodeSystem::rttyp:
            return find_in(rttyp, lower_case);
        case CodeSystem::f_system:
            return f_system(number_of(lower_case));
        case CodeSystem::fhwa_rural_urban:
            return fhwa(number_of(lower_case));
        case CodeSystem::here_class:
            return here_class(number_of(lower_case));
        case CodeSystem::chinese_road: {
            // NavInfo writes several kinds of a road: "0201|0202"; the first two characters count.
            const std::string_view kind =
                lower_case.size() >= 4 && (lower_case.size() == 4 || lower_case[4] == '|')
                    ? lower_case.substr(0, 2)
                    : lower_case;
            return find_in(chinese, kind);
        }
        case CodeSystem::korean_road:
            return find_in(korean, lower_case);
        default:
            return RoadClass::unknown;
    }
}

}  // namespace geo_io

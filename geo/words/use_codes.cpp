// Tables of codes for the use of land and buildings. Which one is asked stands in code_system.h.
#include <array>
#include <unordered_map>

#include "geo/words/use_values.h"

namespace geo_io {

namespace {

using Use = city::BuildingUse;
using Table = std::unordered_map<std::string_view, Use>;

struct Adding {
    Table& table;
    void operator()(Use use, std::initializer_list<std::string_view> codes) const {
        for (const std::string_view code : codes) table.emplace(code, use);
    }
};

// GB 50137-2011 (letters), GB/T 21010-2017 and the 2020 guide of land and sea uses (digits), EULUC
// (three digits). Which archetype they mean is our reading.
const Table& gb_land_use() {
    static const Table table = [] {
        Table t;
        const Adding add{t};
        add(Use::residential_detached, {"r1", "01"});
        add(Use::residential_apartment, {"r", "0701", "r2", "r3", "r21", "r22", "07", "101"});
        add(Use::hotel, {"b14", "0504"});
        add(Use::office, {"b2", "b21", "b29", "0505", "201"});
        add(Use::government_office, {"a", "a1", "08", "0801", "501"});
        add(Use::retail, {"b", "b1", "b11", "b12", "05", "0501", "202"});
        add(Use::restaurant, {"b13", "0503"});
        add(Use::hospital, {"a5", "a51", "a6", "0805", "503", "0806"});
        add(Use::school, {"a3", "a33", "0803", "502"});
        add(Use::university, {"a31"});
        add(Use::public_assembly, {"a2", "a21", "a22", "a4", "a41", "a7", "a9", "b3", "504"});
        add(Use::transport_station, {"s3", "10", "401", "402"});
        add(Use::industry, {"m", "m1", "m2", "m3", "06", "0601", "301"});
        add(Use::warehouse, {"w", "w1", "w2", "w3"});
        add(Use::unconditioned, {"g", "g1"});
        add(Use::utility, {"u", "u1", "b4"});
        return t;
    }();
    return table;
}

// New York City Planning, PLUTO data dictionary, field LandUse. 09 (open space) and 11 (vacant) say
// nothing about a building that stands there.
constexpr std::array<Use, 12> pluto_land_use{Use::unknown,
                                             Use::residential_detached,   // 01 one and two families
                                             Use::residential_apartment,  // 02 walk-up
                                             Use::residential_apartment,  // 03 elevator
                                             Use::residential_apartment,  // 04 homes over shops
                                             Use::office,                 // 05 commerce, offices
                                             Use::industry,               // 06
                                             Use::utility,            // 07 transport and utility
                                             Use::government_office,  // 08 public, institutions
                                             Use::unknown,            // 09 open space
                                             Use::unconditioned,      // 10 parking
                                             Use::unknown};           // 11 vacant

Use pluto_class(std::string_view code) {
    // Two characters: a letter and a digit or a letter (R9, RB).
    if (code.empty() || code.size() > 3) return Use::unknown;
    const char second = code.size() > 1 ? code[1] : ' ';
    switch (code[0]) {
        case 'a':
            return Use::residential_detached;
        case 'b':
            return Use::residential_attached;
        case 'c':
        case 'd':
        case 's':
        case 'n':
            return Use::residential_apartment;
        case 'e':
            return Use::warehouse;
        case 'f':
            return Use::industry;
        case 'g':
            return Use::unconditioned;
        case 'h':
            return Use::hotel;
        case 'i':
            return second == '5' || second == '7' ? Use::outpatient : Use::hospital;
        case 'j':
        case 'm':
        case 'p':
        case 'q':
            return Use::public_assembly;
        case 'k':
            return second == '5' ? Use::restaurant : Use::retail;
        case 'l':
        case 'o':
            return Use::office;
        case 'r':
            return second == 'k'                    ? Use::retail
                   : second == 'b' || second == 'c' ? Use::office
                   : second == 'h'                  ? Use::hotel
                   : second == 'w'                  ? Use::warehouse
                   : second == 'g' || second == 'p' ? Use::unconditioned
                                                    : Use::residential_apartment;
        case 't':
            return Use::transport_station;
        case 'u':
            return Use::utility;
        case 'w':
            return second == '5' || second == '6' || second == '7' ? Use::university : Use::school;
        case 'y':
            return Use::government_office;
        default:
            return Use::unknown;  // V vacant, Z other
    }
}

// Sectors of the North American Industry Classification System 2022.
Use naics(std::string_view code) {
    const auto begins = [code](std::initializer_list<std::string_view> starts) {
        for (const std::string_view start : starts)
            if (code.substr(0, start.size()) == start) return true;
        return false;
    };
    if (begins({"721"})) return Use::hotel;
    if (begins({"722"})) return Use::restaurant;
    if (begins({"6113", "6112"})) return Use::university;
    if (begins({"61"})) return Use::school;
    if (begins({"622", "623"})) return Use::hospital;
    if (begins({"62"})) return Use::outpatient;
    if (begins({"4451"})) return Use::supermarket;
    if (begins({"44", "45"})) return Use::retail;
    if (begins({"42", "493"})) return Use::warehouse;
    if (begins({"31", "32", "33", "21"})) return Use::industry;
    if (begins({"48", "49"})) return Use::transport_station;
    if (begins({"22"})) return Use::utility;
    if (begins({"71", "813"})) return Use::public_assembly;
    if (begins({"92"})) return Use::government_office;
    if (begins({"51", "52", "53", "54", "55", "56"})) return Use::office;
    return Use::unknown;
}

// International Building Code 2021, chapter 3.
Use occupancy_group(std::string_view code) {
    const bool group = code.size() <= 2 || (code.size() == 3 && code[1] == '-');
    if (code.empty() || !group) return Use::unknown;
    const char number = code.back();
    switch (code[0]) {
        case 'a':
            return number == '2' ? Use::restaurant : Use::public_assembly;
        case 'b':
            return Use::office;
        case 'e':
            return Use::school;
        case 'f':
        case 'h':
            return Use::industry;
        case 'i':
            return Use::hospital;
        case 'm':
            return Use::retail;
        case 'r':
            return number == '1'   ? Use::hotel
                   : number == '3' ? Use::residential_detached
                                   : Use::residential_apartment;
        case 's':
            return Use::warehouse;
        case 'u':
            return Use::unconditioned;
        default:
            return Use::unknown;
    }
}

// Main uses of the Korean building register (Building Act, annex 1), the first two digits.
Use korean_use(std::string_view code) {
    if (code.size() != 5 || code.find_first_not_of("0123456789") != std::string_view::npos)
        return Use::unknown;
    constexpr std::array<Use, 22> by_head{Use::unknown,
                                          Use::residential_detached,
                                          Use::residential_apartment,
                                          Use::retail,
                                          Use::retail,
                                          Use::public_assembly,
                                          Use::public_assembly,
                                          Use::retail,
                                          Use::transport_station,
                                          Use::hospital,
                                          Use::school,
                                          Use::public_assembly,
                                          Use::public_assembly,
                                          Use::public_assembly,
                                          Use::office,
                                          Use::hotel,
                                          Use::public_assembly,
                                          Use::industry,
                                          Use::warehouse,
                                          Use::utility,
                                          Use::unconditioned,
                                          Use::unconditioned};
    const int head = 10 * (code[0] - '0') + (code[1] - '0');
    return head < static_cast<int>(by_head.size()) ? by_head[static_cast<std::size_t>(head)]
                                                   : Use::unknown;
}

Use pluto_use(std::string_view code) {
    // "01", "1" and "1.0" are the same.
    if (const std::size_t dot = code.find('.'); dot != std::string_view::npos)
        code = code.substr(0, dot);
    while (code.size() > 1 && code.front() == '0') code.remove_prefix(1);
    if (code.empty() || code.size() > 2 ||
        code.find_first_not_of("0123456789") != std::string_view::npos)
        return Use::unknown;
    std::size_t number = 0;
    for (const char c : code) number = 10 * number + static_cast<std::size_t>(c - '0');
    return number < pluto_land_use.size() ? pluto_land_use[number] : Use::unknown;
}

Use use_of(std::string_view code, CodeSystem codes) {
    switch (codes) {
        case CodeSystem::gb_land_use: {
            const auto found = gb_land_use().find(code);
            return found == gb_land_use().end() ? Use::unknown : found->second;
        }
        case CodeSystem::pluto_land_use:
            return pluto_use(code);
        case CodeSystem::pluto_building_class:
            return pluto_class(code);
        case CodeSystem::naics:
            return naics(code);
        case CodeSystem::occupancy_group:
            return occupancy_group(code);
        case CodeSystem::korean_use:
            return korean_use(code);
        default:
            return Use::unknown;
    }
}

}  // namespace

city::BuildingUse use_from_code(std::string_view lower_case, CodeSystem codes) {
    if (codes == CodeSystem::none || lower_case.empty()) return Use::unknown;
    if (const Use use = use_of(lower_case, codes); use != Use::unknown) return use;
    // "0701 Residential", "R2 二类": the code is the first word.
    const std::size_t end = lower_case.find_first_of(" ;,/");
    return end == std::string_view::npos || end == 0 ? Use::unknown
                                                     : use_of(lower_case.substr(0, end), codes);
}

}  // namespace geo_io

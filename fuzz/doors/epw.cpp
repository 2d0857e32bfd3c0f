// Weather files. A year has 8760 lines, too many for a fuzzer to write: the bytes stand for the
// head and for some lines, which the others repeat.
#include <cmath>
#include <string>

#include "emissions/climate/weather_year.h"
#include "fuzz/door.h"

namespace fuzz {

namespace {

void read(std::string_view text) {
    const auto year = emissions::parse_epw(text, "fuzz.epw");
    if (!year) {
        must(!year.error().message.empty(), "an error has words");
        must(year.error().message.find('\n') == std::string::npos, "an error is one line");
        return;
    }
    must(year->hours() == 8760 || year->hours() == 8784, "a year has all its hours");
    for (std::size_t h = 0; h < year->hours(); ++h)
        must(std::isfinite(year->mean_dry_bulb_degc(h)), "every hour has a temperature");
    const auto sums = emissions::degree_days_18(*year);
    must(sums.heating >= 0.0 && sums.cooling >= 0.0, "degree days are not negative");
}

}  // namespace

void epw(Bytes bytes) {
    const std::string_view text = text_of(bytes);
    read(text);
    // What follows the eighth line end is the part of a line after its date.
    std::size_t head = 0;
    for (int line = 0; line < 8; ++line) {
        const std::size_t end = text.find('\n', head);
        if (end == std::string_view::npos) return;
        head = end + 1;
    }
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    std::string whole(text.substr(0, head));
    std::string_view lines = text.substr(head);
    if (lines.size() > 400) return;
    std::size_t at = 0;
    for (int month = 1; month <= 12; ++month)
        for (int day = 1; day <= days[month - 1]; ++day)
            for (int hour = 1; hour <= 24; ++hour) {
                if (at >= lines.size()) at = 0;
                const std::string_view rest = lines.substr(at, lines.find('\n', at) - at);
                at += rest.size() + 1;
                whole += "2005," + std::to_string(month) + "," + std::to_string(day) + "," +
                         std::to_string(hour) + ",60," + std::string(rest) + "\n";
            }
    read(whole);
}

}  // namespace fuzz

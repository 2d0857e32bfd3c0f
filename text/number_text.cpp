#include "text/number_text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace text {

namespace {

const std::string dash = "\u2013";

std::string three_digits(double value) {
    const double size = std::abs(value);
    if (size >= 99.95) return fmt::format("{:.0f}", value);
    if (size >= 9.995) return fmt::format("{:.1f}", value);
    if (size >= 0.0995 || size == 0.0) return fmt::format("{:.2f}", value);
    return fmt::format("{:.2g}", value);
}

struct Prefix {
    double factor;
    const char* unit;
};

template <std::size_t N>
std::string with_prefix(double value, const std::array<Prefix, N>& prefixes) {
    if (!std::isfinite(value)) return dash;
    const Prefix* chosen = &prefixes[0];
    for (const Prefix& prefix : prefixes)
        if (std::abs(value) >= 0.9995 * prefix.factor) chosen = &prefix;
    return three_digits(value / chosen->factor) + " " + chosen->unit;
}

}  // namespace

std::string energy_text(double kwh) {
    return with_prefix(
        kwh, std::array<Prefix, 4>{{{1.0, "kWh"}, {1e3, "MWh"}, {1e6, "GWh"}, {1e9, "TWh"}}});
}
std::string power_text(double kw) {
    return with_prefix(kw,
                       std::array<Prefix, 4>{{{1e-3, "W"}, {1.0, "kW"}, {1e3, "MW"}, {1e6, "GW"}}});
}
std::string mass_text(double kg) {
    return with_prefix(kg, std::array<Prefix, 5>{
                               {{1e-3, "g"}, {1.0, "kg"}, {1e3, "t"}, {1e6, "kt"}, {1e9, "Mt"}}});
}
std::string length_text(double metres) {
    if (std::isfinite(metres) && std::abs(metres) < 9.95) return fmt::format("{:.1f} m", metres);
    return with_prefix(metres, std::array<Prefix, 2>{{{1.0, "m"}, {1e3, "km"}}});
}
std::string area_text(double m2) {
    if (std::isfinite(m2) && std::abs(m2) < 99'950.0)
        return plain_text(m2 < 1000.0 ? m2 : std::round(m2)) + " m²";
    return with_prefix(m2 * 1e-6, std::array<Prefix, 1>{{{1.0, "km²"}}});
}
std::string per_m2_text(double value, const char* unit) {
    return std::isfinite(value) ? three_digits(value) + " " + unit + "/m²" : dash;
}
std::string with_unit(double value, const char* unit) {
    return std::isfinite(value) ? three_digits(value) + " " + unit : dash;
}
std::string plain_text(double value, int digits) {
    if (!std::isfinite(value)) return dash;
    if (std::abs(value) < 1000.0) return fmt::format("{:.{}g}", value, digits);
    // Groups of three with a thin gap, the same in every language we speak.
    std::string text = fmt::format("{:.0f}", std::abs(value));
    for (int at = static_cast<int>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), " ");
    return (value < 0 ? "-" : "") + text;
}
std::string share_text(double share) {
    return std::isfinite(share) ? fmt::format("{:.0f} %", share * 100.0) : dash;
}
std::string change_text(double now, double before) {
    if (!std::isfinite(now) || !std::isfinite(before) || before == 0.0) return dash;
    const double change = (now - before) / before * 100.0;
    if (std::abs(change) < 0.05) return "±0 %";
    return fmt::format("{:+.1f} %", change);
}

}  // namespace text

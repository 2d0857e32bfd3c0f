#include "emissions/measures/uptake.h"

namespace emissions {

float queue_place(std::string_view id, std::size_t row, Measure measure) {
    std::uint64_t hash = 1469598103934665603ull;  // FNV-1a
    const auto add = [&hash](unsigned char byte) { hash = (hash ^ byte) * 1099511628211ull; };
    for (const char c : id) add(static_cast<unsigned char>(c));
    if (id.empty() || id == "0")  // no id in the data: the row must do
        for (int shift = 0; shift < 32; shift += 8)
            add(static_cast<unsigned char>((row >> shift) & 0xFF));
    add(static_cast<unsigned char>(measure));
    hash ^= hash >> 29;
    hash *= 0xBF58476D1CE4E5B9ull;
    hash ^= hash >> 32;
    return static_cast<float>(hash >> 40) * 0x1.0p-24f;
}

}  // namespace emissions

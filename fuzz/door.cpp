#include "fuzz/door.h"

#include <algorithm>
#include <bit>

namespace fuzz {

double Numbers::any_double() {
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) bits = bits << 8 | byte();
    return std::bit_cast<double>(bits);
}

std::string_view Numbers::text() {
    const auto end = std::find(left_.begin(), left_.end(), std::uint8_t{0});
    const auto length = static_cast<std::size_t>(end - left_.begin());
    const std::string_view text = text_of(left_.first(length));
    left_ = left_.subspan(std::min(length + 1, left_.size()));
    return text;
}

}  // namespace fuzz

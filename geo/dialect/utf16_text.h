#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace geo_io {

enum class Utf16 : std::uint8_t { little, big };

/// The order of the bytes of a UTF-16 text, by its mark or by where its zeros stand; nothing for
/// other texts.
std::optional<Utf16> utf16_order(std::string_view head);

/// UTF-8, without the byte order mark; a lone surrogate or half a letter becomes U+FFFD.
std::string utf8_from_utf16(std::string_view text, Utf16 order);

}  // namespace geo_io

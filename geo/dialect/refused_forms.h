#pragma once

#include <optional>
#include <string_view>

#include "geo/dialect/content_form.h"

namespace geo_io {

/// What is known by its first bytes and not read here, with what makes it readable; nothing when
/// it is none of them.
std::optional<Content> refused_form(std::string_view head, std::string_view name);

}  // namespace geo_io

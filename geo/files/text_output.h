#pragma once

#include <string>

#include "geo/city/result.h"

namespace files {

/// A text file, without what would act on a terminal (utf8_text.h), that appears whole or not at
/// all; path "" or "-" means stdout. Errors: what, where and what to do; `closed_pipe` where nobody
/// reads stdout any more.
city::Result<void> write_text(const std::string& path, const std::string& text);

/// The message of an error that is no news to anybody: the reader (`| head`) has seen enough.
inline constexpr const char* closed_pipe = "nobody reads the output any more";

}  // namespace files

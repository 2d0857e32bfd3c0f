#pragma once

#include <string>

#include "geo/city/result.h"

namespace viewer {

/// Whether the film lies whole in its file: every frame is found again (nothing is decoded), and a
/// GIF ends as one. The error is half a sentence: why it is not.
city::Result<void> is_whole_film(const std::string& path, std::size_t frame_count);

}  // namespace viewer

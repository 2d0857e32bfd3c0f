#pragma once

#include <string>
#include <vector>

namespace viewer {

/// Loads a font that knows Latin and Chinese, Japanese and Korean through fontconfig (Noto Sans CJK
/// where it is installed, DejaVu Sans otherwise) at `size_px`, with the letters of every message
/// and of `more_texts`. Needs a Dear ImGui context; replaces the fonts it has. Returns the file
/// used, empty for the built-in font.
std::string load_fonts(const std::string& language, float size_px,
                       const std::vector<std::string>& more_texts);

}  // namespace viewer

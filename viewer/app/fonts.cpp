#include "viewer/app/fonts.h"

#include <fontconfig/fontconfig.h>
#include <imgui.h>

#include "text/i18n.h"

namespace viewer {

namespace {

struct FontFile {
    std::string path;
    int index = 0;
};

FontFile find_font(const std::string& language) {
    FontFile found;
    FcConfig* config = FcInitLoadConfigAndFonts();
    if (config == nullptr) return found;
    const char* family = language == "ja"   ? "Noto Sans CJK JP"
                         : language == "ko" ? "Noto Sans CJK KR"
                                            : "Noto Sans CJK SC";
    FcPattern* pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    FcPatternAddString(pattern, FC_FAMILY, reinterpret_cast<const FcChar8*>("Noto Sans"));
    FcPatternAddString(pattern, FC_FAMILY, reinterpret_cast<const FcChar8*>("DejaVu Sans"));
    FcPatternAddInteger(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR);
    FcConfigSubstitute(config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result = FcResultNoMatch;
    if (FcPattern* match = FcFontMatch(config, pattern, &result)) {
        FcChar8* file = nullptr;
        if (FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch)
            found.path = reinterpret_cast<const char*>(file);
        FcPatternGetInteger(match, FC_INDEX, 0, &found.index);
        FcPatternDestroy(match);
    }
    FcPatternDestroy(pattern);
    FcConfigDestroy(config);
    return found;
}

}  // namespace

std::string load_fonts(const std::string& language, float size_px,
                       const std::vector<std::string>& more_texts) {
    static const FontFile* last = nullptr;
    (void)last;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    ImFontGlyphRangesBuilder builder;
    const ImWchar latin[] = {0x20, 0x24F, 0x2010, 0x2027, 0x2030, 0x205E, 0x2080, 0x208E, 0};
    builder.AddRanges(latin);
    for (const std::string& one : text::Messages::languages())
        for (const auto& [key, text] : text::Messages::in(one).texts())
            builder.AddText(text.c_str());
    builder.AddText("中文한국어日本語");
    for (const std::string& text : more_texts) builder.AddText(text.c_str());
    static ImVector<ImWchar> ranges;  // Dear ImGui reads it until the atlas is built
    ranges.clear();
    builder.BuildRanges(&ranges);
    const FontFile font = find_font(language);
    ImFontConfig config;
    config.FontNo = font.index;
    config.OversampleH = config.OversampleV = 1;
    config.PixelSnapH = true;
    if (font.path.empty() ||
        atlas.AddFontFromFileTTF(font.path.c_str(), size_px, &config, ranges.Data) == nullptr) {
        atlas.AddFontDefault();
        return {};
    }
    return font.path;
}

}  // namespace viewer

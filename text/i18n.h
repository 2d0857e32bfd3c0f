#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/city/result.h"

namespace text {

/// The message catalogue of one language: assets/i18n/LANG.json. A key that a language lacks is
/// shown in English; a key that English lacks is shown as itself, and a test fails.
class Messages {
  public:
    /// "en", "zh", "ko", "ja"; others fall back to English.
    static const Messages& in(std::string_view language);
    static const std::vector<std::string>& languages();

    const std::string& operator[](std::string_view key) const;
    bool has(std::string_view key) const;
    const std::map<std::string, std::string, std::less<>>& texts() const { return texts_; }
    const std::string& language() const { return language_; }

  private:
    std::string language_;
    std::map<std::string, std::string, std::less<>> texts_;
    const Messages* fallback_ = nullptr;
    mutable std::map<std::string, std::string, std::less<>> unknown_;
    friend struct Catalogues;
};

}  // namespace text

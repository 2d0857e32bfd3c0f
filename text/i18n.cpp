#include "text/i18n.h"

#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

#include "embedded/i18n_files.h"

namespace text {

struct Catalogues {
    std::map<std::string, Messages, std::less<>> by_language;
    Catalogues() {
        for (const std::string& language : Messages::languages()) {
            Messages& messages = by_language[language];
            messages.language_ = language;
            const auto text = i18n_files::embedded_file(language + ".json");
            const auto json = nlohmann::json::parse(text.value_or("{}"), nullptr, false);
            if (!json.is_object()) {
                spdlog::critical("assets/i18n/{}.json is not a JSON object", language);
                std::abort();
            }
            for (const auto& [key, value] : json.items())
                if (value.is_string()) messages.texts_[key] = value.get<std::string>();
        }
        for (auto& [language, messages] : by_language)
            if (language != "en") messages.fallback_ = &by_language["en"];
    }
};

const std::vector<std::string>& Messages::languages() {
    static const std::vector<std::string> all{"en", "zh", "ko", "ja"};
    return all;
}

const Messages& Messages::in(std::string_view language) {
    static const Catalogues catalogues;
    const auto found = catalogues.by_language.find(language);
    return found != catalogues.by_language.end() ? found->second
                                                 : catalogues.by_language.find("en")->second;
}

const std::string& Messages::operator[](std::string_view key) const {
    if (const auto found = texts_.find(key); found != texts_.end()) return found->second;
    if (fallback_ != nullptr) return (*fallback_)[key];
    return unknown_.try_emplace(std::string(key), key).first->second;
}

bool Messages::has(std::string_view key) const {
    return texts_.find(key) != texts_.end();
}

}  // namespace text

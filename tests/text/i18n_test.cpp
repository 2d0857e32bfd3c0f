#include "text/i18n.h"

#include "tests/support/catch.h"

TEST_CASE("every language has every message of English and no other", "[text][i18n]") {
    const auto& english = text::Messages::in("en").texts();
    CHECK(english.size() > 80);
    for (const std::string& language : text::Messages::languages()) {
        INFO(language);
        CHECK(text::Messages::in(language).texts().size() == english.size());
        for (const auto& [key, text] : english) {
            INFO(key);
            CHECK(text::Messages::in(language).has(key));
            CHECK_FALSE(text::Messages::in(language)[key].empty());
        }
    }
}

TEST_CASE("a key nobody knows is shown as itself", "[text][i18n]") {
    CHECK(text::Messages::in("zh")["no.such.key"] == "no.such.key");
}

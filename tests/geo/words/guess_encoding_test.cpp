#include "geo/words/guess_encoding.h"

#include <cpl_conv.h>
#include <cpl_string.h>

#include <string>
#include <vector>

#include "tests/support/catch.h"

using geo_io::guess_encoding;
using geo_io::utf8_from;

namespace {

std::string in(const char* encoding, const std::string& utf8) {
    char* bytes = CPLRecode(utf8.c_str(), CPL_ENC_UTF8, encoding);
    std::string result = bytes;
    CPLFree(bytes);
    return result;
}

}  // namespace

TEST_CASE("the encoding is the one in which all texts together make sense", "[encoding]") {
    struct Case {
        const char* encoding;
        std::vector<std::string> texts;
    };
    for (const Case& c : std::vector<Case>{
             {"GB18030", {"名称", "高度", "层数", "用途", "人民医院", "第一中学", "商务大厦"}},
             {"GB18030", {"城市建筑"}},
             {"GB18030", {"建筑面积", "住宅"}},
             {"BIG5", {"樓層", "高度", "用途", "建築物", "臺北市政府", "國民小學"}},
             {"BIG5", {"臺北市建築物"}},
             {"CP932", {"階数", "高さ", "用途", "建物名称", "東京駅", "中学校"}},
             {"CP932", {"東京都建物データ"}},
             {"CP949", {"층수", "높이", "용도", "건물명", "서울시청", "초등학교"}},
             {"CP949", {"서울건물자료"}},
             {"CP1252", {"Höhe", "Straße", "Schönhauser Allee", "Übergang"}},
             {"UTF-8", {"Höhe", "高度", "층수"}}}) {
        INFO(c.encoding << " " << c.texts.front());
        std::vector<std::string> bytes{"HEIGHT"};
        for (const std::string& text : c.texts) bytes.push_back(in(c.encoding, text));
        const auto guess = guess_encoding(bytes);
        REQUIRE(guess);
        CHECK(guess->encoding == c.encoding);
    }
    CHECK_FALSE(guess_encoding({"HEIGHT", "Main Street", ""}));
}

TEST_CASE("a text that a narrow field cuts in the middle of a letter changes nothing",
          "[encoding]") {
    const std::string name = in("GB18030", "地上建筑层数");
    const auto guess = guess_encoding({name.substr(0, 9), in("GB18030", "高度")});
    REQUIRE(guess);
    CHECK(guess->encoding == "GB18030");
}

TEST_CASE("bytes that are not valid in an encoding are not text, every time", "[encoding]") {
    for (int again = 0; again < 3; ++again) {
        CHECK_FALSE(utf8_from("\xB8\xDF\xFF", "BIG5"));
        CHECK_FALSE(utf8_from("\xFF\xFF", "CP949"));
        CHECK(utf8_from("\xB8\xDF\xB6\xC8", "GB18030") == "高度");
    }
}

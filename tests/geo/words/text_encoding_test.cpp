#include "geo/words/text_encoding.h"

#include <string>
#include <utility>

#include "tests/support/catch.h"

using namespace geo_io;

namespace {

std::string utf8_of(const std::string& bytes, const std::string& declared = "") {
    bool changed = false;
    return to_utf8(bytes, declared, changed);
}

// What a reader makes of bytes that it takes for Latin-1 and stores as UTF-8.
std::string taken_for_latin1(const std::string& bytes) {
    std::string utf8;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            utf8.push_back(c);
        } else {
            utf8.push_back(static_cast<char>(0xC0 | (byte >> 6)));
            utf8.push_back(static_cast<char>(0x80 | (byte & 0x3F)));
        }
    }
    return utf8;
}

const std::string house_gbk = "\xd7\xa1\xd5\xac";                              // 住宅
const std::string city_hall_gbk = "\xc4\xcf\xbe\xa9\xca\xd0\xd5\xfe\xb8\xae";  // 南京市政府
const std::string taipei_big5 = "\xbb\x4f\xa5\x5f\xa5\xab";                    // 臺北市

}  // namespace

TEST_CASE("text that is UTF-8 stays as it is", "[io][encoding]") {
    for (const std::string text :
         {"", "Main Street", "上海市", "Café Müller", "São Paulo", "Łódź", "東京タワー", "서울"}) {
        bool changed = false;
        CHECK(to_utf8(text, "", changed) == text);
        CHECK_FALSE(changed);
    }
}

TEST_CASE("Chinese in GB 18030 or Big5 becomes UTF-8", "[io][encoding]") {
    bool changed = false;
    CHECK(to_utf8(city_hall_gbk, "", changed) == "南京市政府");
    CHECK(changed);
    CHECK(utf8_of(taipei_big5, "BIG5") == "臺北市");
}

TEST_CASE("Chinese read as Latin-1 is undone, once and twice", "[io][encoding]") {
    for (const auto& [bytes, text] :
         {std::pair(house_gbk, "住宅"), std::pair(city_hall_gbk, "南京市政府")}) {
        CHECK(utf8_of(taken_for_latin1(bytes)) == text);
        CHECK(utf8_of(taken_for_latin1(taken_for_latin1(bytes))) == text);
    }
}

TEST_CASE("UTF-8 read as Latin-1 is undone, once and twice", "[io][encoding]") {
    const std::string text = "上海市住宅";
    CHECK(utf8_of(taken_for_latin1(text)) == text);
    CHECK(utf8_of(taken_for_latin1(taken_for_latin1(text))) == text);
}

TEST_CASE("whatever the bytes, the answer is UTF-8", "[io][encoding]") {
    unsigned state = 1;
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (int i = 0; i < round % 13; ++i) {
            state = state * 1664525u + 1013904223u;
            bytes.push_back(static_cast<char>(state >> 24));
        }
        CHECK(is_valid_utf8(utf8_of(bytes)));
        CHECK(is_valid_utf8(utf8_of(bytes, "BIG5")));
        CHECK(is_valid_utf8(utf8_of(bytes, "no such encoding")));
    }
}

TEST_CASE("overlong, cut and lone bytes are not UTF-8", "[io][encoding]") {
    CHECK(is_valid_utf8("上海"));
    CHECK_FALSE(is_valid_utf8("\xc0\xaf"));
    CHECK_FALSE(is_valid_utf8("\xe4\xb8"));
    CHECK_FALSE(is_valid_utf8("\x80"));
    CHECK_FALSE(is_valid_utf8(city_hall_gbk));
}

TEST_CASE("what only looks like UTF-8 is not", "[io][encoding]") {
    for (const char* bytes : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                              "\xF5\x80\x80\x80", "\x80", "ab\xC3", "\xE4\xB8", "\xFF"}) {
        INFO(bytes);
        CHECK_FALSE(is_valid_utf8(bytes));
        CHECK_FALSE(looks_garbled(bytes));
    }
    for (const char* bytes :
         {"", "a\x01\x7f", "é", "上", "\xF4\x8F\xBF\xBF", "\xEF\xBF\xBF", "🏙"}) {
        INFO(bytes);
        CHECK(is_valid_utf8(bytes));
    }
}

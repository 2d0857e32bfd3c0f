#include "geo/files/utf8_text.h"

#include "tests/support/catch.h"

TEST_CASE("a text of others cannot act on a terminal") {
    using files::one_line;
    CHECK(one_line("旧金山 Genève 1 < 2") == "旧金山 Genève 1 < 2");
    CHECK(one_line("") == "");
    CHECK(one_line("a\x1b[31mred\x07") == "a\uFFFD[31mred\uFFFD");
    CHECK(one_line("a\nerror: b\r\tc") == "a error: b  c");
    CHECK(one_line(std::string_view("a\0b\x7f", 4)) == "a\uFFFDb\uFFFD");
    CHECK(one_line("\u0085\u009b31m") == "\uFFFD\uFFFD31m");  // C1, as UTF-8
    CHECK(one_line("\x9b"
                   "31m") == "\uFFFD31m");  // C1, as a byte
    CHECK(one_line("\u202Egnp.exe\u202C") == "\uFFFDgnp.exe\uFFFD");
    CHECK(one_line("\u2066a\u2069\u2028b") == "\uFFFDa\uFFFD\uFFFDb");
    CHECK(one_line("cut \xE6\x97") == "cut \uFFFD\uFFFD");
    CHECK(one_line("\u00A0\u200F\uFEFF") == "\u00A0\u200F\uFEFF");  // what writing needs stays
    CHECK(files::harmless_lines("a\n\tb\x1b\r\n") == "a\n\tb\uFFFD\r\n");
}

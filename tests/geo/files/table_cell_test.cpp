#include "geo/files/table_cell.h"

#include "geo/files/csv_field.h"
#include "tests/support/catch.h"

TEST_CASE("what a spreadsheet would take for a formula is a text") {
    using files::table_cell;
    CHECK(table_cell("=1+1") == "'=1+1");
    CHECK(table_cell("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0");
    CHECK(table_cell("+cmd") == "'+cmd");
    CHECK(table_cell("-2+3+cmd") == "'-2+3+cmd");
    CHECK(table_cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(table_cell("\t=1") == "'\t=1");
    CHECK(table_cell("\r=1") == "'\r=1");
    CHECK(table_cell("  =1") == "'  =1");
    CHECK(table_cell("\n=1") == "'\n=1");
    CHECK(table_cell("\uFF1D1+1") == "'\uFF1D1+1");
    CHECK(table_cell("-") == "'-");
    CHECK(files::csv_field("=HYPERLINK(\"http://x\",\"y\")") ==
          "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
}

TEST_CASE("numbers and all other texts stay what they are") {
    using files::table_cell;
    for (const char* text :
         {"", "-12", "+3.5", "-1e-5", "12", "a=b", "way/-12", "'x", "3-4", "旧金山"})
        CHECK(table_cell(text) == text);
    CHECK(table_cell("a\x1b[2J") == "a\uFFFD[2J");
}

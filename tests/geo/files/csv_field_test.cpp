#include "geo/files/csv_field.h"

#include "tests/support/catch.h"

TEST_CASE("a CSV field is quoted only where it must be, and can be read back", "[files]") {
    CHECK(files::csv_field("") == "");
    CHECK(files::csv_field("Shanghai 上海") == "Shanghai 上海");
    CHECK(files::csv_field("a b;c\\d") == "a b;c\\d");
    CHECK(files::csv_field("Springfield, IL") == "\"Springfield, IL\"");
    CHECK(files::csv_field("the \"Loop\"") == "\"the \"\"Loop\"\"\"");
    CHECK(files::csv_field("two\nlines") == "\"two\nlines\"");
    CHECK(files::csv_field("two\r\nlines") == "\"two\r\nlines\"");
    CHECK(files::csv_field("\"") == "\"\"\"\"");
}

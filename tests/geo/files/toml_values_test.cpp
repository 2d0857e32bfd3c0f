#include "geo/files/toml_values.h"

#include <string>

#include "tests/support/catch.h"

TEST_CASE("the values of a TOML text are bounded without reading it") {
    using files::most_toml_values;
    CHECK(most_toml_values("") == 1);
    CHECK(most_toml_values("a = 1\nb = [1, 2]\n") == 5);
    // What stands in a text or a comment is no value.
    CHECK(most_toml_values(R"(a = "1,2,[3].4\",5")") == 1);
    CHECK(most_toml_values("a = '\\' # ,,,\nb = 1") == 2);
    CHECK(most_toml_values("a = \"\"\"\n,,,\n\"\"\"") == 1);
    CHECK(most_toml_values("a = '''\n,\"\n'''\nb = '\"'\nc = [1,2]") == 5);
    CHECK(most_toml_values("a = \"not ended\n,,") == 4);
    std::string bomb = "a = [";
    for (int k = 0; k < 1000; ++k) bomb += "1,";
    CHECK(most_toml_values(bomb) == 1002);
}

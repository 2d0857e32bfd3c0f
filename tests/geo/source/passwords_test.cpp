#include "geo/source/passwords.h"

#include <string>

#include "tests/support/catch.h"

TEST_CASE("passwords are told from the rest of a source's name") {
    using Secrets = std::vector<std::string>;
    using geo_io::passwords_in;
    CHECK(passwords_in("PG:host=db user=u password=hushhush dbname=d") == Secrets{"hushhush"});
    CHECK(passwords_in("PG:password = hush,hush user=u") == Secrets{"hush,hush"});
    CHECK(passwords_in("PG:user=u password='hush hush'") == Secrets{"hush hush"});
    CHECK(passwords_in("MYSQL:db,user=u,password=hush hush,host=h") == Secrets{"hush hush"});
    CHECK(passwords_in("MSSQL:server=s;UID=u;PWD={hush;hush}") == Secrets{"hush;hush"});
    CHECK(passwords_in("OCI:scott/hushhush@db") == Secrets{"hushhush"});
    CHECK(passwords_in("postgresql://u:hush%40hush@h:5432/d") ==
          Secrets{"hush%40hush", "hush@hush"});
    CHECK(passwords_in("postgresql://u:hush/hu@sh@h/d") == Secrets{"hush/hu@sh"});
    CHECK(passwords_in("https://h/x.geojson?f=json&token=hushhush&page=1") == Secrets{"hushhush"});
    CHECK(passwords_in("WFS:https://h/wfs?service=WFS&tk=hushhush") == Secrets{"hushhush"});
    CHECK(passwords_in("https://ghp_0123456789abcdef0123@h/x.geojson") ==
          Secrets{"ghp_0123456789abcdef0123"});
    CHECK(passwords_in("https://u@h:8080/a@b.geojson").empty());
    CHECK(passwords_in("/vsizip/data@2024.zip").empty());
}

TEST_CASE("a text for others has no passwords, and all else") {
    using geo_io::without_passwords;
    CHECK(without_passwords("no PG:host=h password=x y") == "no PG:host=h password=*** y");
    CHECK(without_passwords("MYSQL:d,user=u,PassWord=\"x y\",port=1") ==
          "MYSQL:d,user=u,PassWord=\"***\",port=1");
    CHECK(without_passwords("http://u:p@h/a: 404, http://h/b?token=t&x=1") ==
          "http://u:***@h/a: 404, http://h/b?token=***&x=1");
    CHECK(without_passwords("column 'pass' = 3 floors, a@b.c") ==
          "column 'pass' = 3 floors, a@b.c");
    CHECK(without_passwords("http://u:password=x@h/") == "http://u:***");  // rather too much
}

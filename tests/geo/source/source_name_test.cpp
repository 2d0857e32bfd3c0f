#include "geo/source/source_name.h"

#include <sys/stat.h>

#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using geo_io::SourceName;
using geo_io::understand_source;
using Kind = SourceName::Kind;

TEST_CASE("a server or a database is one by its name") {
    for (const auto& [named, kind, driver] :
         {std::tuple("PG:host=h password=hushhush", Kind::database, "PostgreSQL"),
          std::tuple("pg:host=h password=hushhush", Kind::database, "PostgreSQL"),
          std::tuple("postgresql://u:hushhush@h/d", Kind::database, "PostgreSQL"),
          std::tuple("postgres://u:hushhush@h/d", Kind::database, "PostgreSQL"),
          std::tuple("MYSQL:d,user=u,password=hushhush", Kind::database, "MySQL"),
          std::tuple("WFS:https://u:hushhush@h/wfs", Kind::service, "WFS"),
          std::tuple("https://u:hushhush@h/a.geojson", Kind::address, ""),
          std::tuple("HTTP://h/a.geojson?token=hushhush", Kind::address, ""),
          std::tuple("ftp://u:hushhush@h/a.zip", Kind::address, ""),
          std::tuple("/vsicurl/https://u:hushhush@h/a.geojson", Kind::address, ""),
          std::tuple("/vsizip//vsicurl/https://u:hushhush@h/a.zip", Kind::address, ""),
          std::tuple("/vsizip/{/vsicurl/https://u:hushhush@h/a.zip}/b.shp", Kind::address, ""),
          std::tuple("/vsis3_streaming/bucket/a.geojson?token=hushhush", Kind::address, "")}) {
        CAPTURE(named);
        const auto name = understand_source(named);
        REQUIRE(name);
        CHECK(name->uses_network());
        CHECK(name->kind == kind);
        CHECK(name->driver == driver);
        CHECK(name->shown.find("hushhush") == std::string::npos);
        CHECK(name->title.find("hushhush") == std::string::npos);
        CHECK(name->hide("GDAL says: hushhush is wrong") == "GDAL says: *** is wrong");
        CHECK(geo_io::names_network(named));
    }
}

TEST_CASE("what is there is a file, whatever its name reminds of") {
    const test::TempFolder folder;
    for (const char* named : {"PG:x.geojson", "-x.geojson", "{.geojson", "http:.geojson"}) {
        const std::string path = folder.file(named, "{}");
        const auto name = understand_source(path);
        REQUIRE(name);
        CHECK(name->kind == Kind::file);
        CHECK(name->for_gdal == path);
    }
    // In the folder where one stands.
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    const auto name = understand_source("PG:x.geojson");
    std::filesystem::current_path(before);
    REQUIRE(name);
    CHECK(name->kind == Kind::file);
    CHECK(name->for_gdal.starts_with('/'));
}

TEST_CASE("what is no ordinary file is called what it is") {
    const test::TempFolder folder;
    const std::string pipe = folder.path() + "/pipe.geojson",
                      nowhere = folder.path() + "/nowhere.geojson",
                      round = folder.path() + "/round.geojson";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::filesystem::create_symlink("not-there", nowhere);
    std::filesystem::create_symlink("round.geojson", round);
    const auto says = [](const std::string& named, const char* what) {
        const auto name = understand_source(named);
        INFO(named);
        REQUIRE(!name);
        INFO(name.error().message);
        CHECK(name.error().message.find(what) != std::string::npos);
    };
    says(pipe, "a pipe");
    says("/vsizip/" + pipe, "a pipe");
    says("/vsigzip/" + pipe, "a pipe");
    says("/vsizip/{" + pipe + "}/a.shp", "a pipe");
    says("/dev/zero", "a device");
    says("/vsizip//dev/zero", "a device");
    says(nowhere, "link to something that is not there");
    says(round, "leads to itself");
    says(folder.path() + "/no.geojson", "there is no such file");
    says("/vsistdin/", "standard input");
    says("/vsisparse/a.xml", "no place");
    says("", "no name");
}

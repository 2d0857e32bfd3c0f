// Archives of strangers and friends: what is in them is read, what is not is said, nothing harms.

#include <cpl_conv.h>
#include <cpl_string.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "geo/io/load_city.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using city::ProblemKind;

namespace {

const std::string one_house =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"height":12},)"
    R"("geometry":{"type":"Polygon","coordinates":[[[121.5,31.2],[121.5002,31.2],[121.5002,31.2002],[121.5,31.2002],[121.5,31.2]]]}}]})";
const std::string one_road =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"highway":"primary"},)"
    R"("geometry":{"type":"LineString","coordinates":[[121.5,31.21],[121.51,31.21]]}}]})";

void put(std::string& to, std::uint64_t value, int bytes) {
    for (int b = 0; b < bytes; ++b) to.push_back(static_cast<char>(value >> (8 * b)));
}

std::uint32_t crc_of(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
    }
    return ~crc;
}

struct Member {
    std::string name, bytes;
    bool link = false;
    std::uint32_t claims = 0;  ///< another size than it has
};

// A zip whose members are stored as they are (PKWARE's appnote).
std::string zip_of(const std::vector<Member>& members) {
    std::string zip, list;
    for (const Member& m : members) {
        const std::size_t at = zip.size();
        const std::uint64_t size = m.claims != 0 ? m.claims : m.bytes.size();
        std::string about;
        for (const auto& [value, bytes] : {std::pair<std::uint64_t, int>{20, 2},
                                           {0, 2},
                                           {0, 2},
                                           {0, 2},
                                           {0, 2},
                                           {crc_of(m.bytes), 4},
                                           {size, 4},
                                           {size, 4},
                                           {m.name.size(), 2},
                                           {0, 2}})
            put(about, value, bytes);
        zip += "PK\x03\x04" + about + m.name + m.bytes;
        list += "PK\x01\x02";
        put(list, (3 << 8) | 20, 2);  // packed on Unix
        list += about;
        put(list, 0, 2);
        put(list, 0, 2);
        put(list, 0, 2);
        put(list, m.link ? 0120777u << 16 : 0100644u << 16, 4);
        put(list, at, 4);
        list += m.name;
    }
    std::string end = "PK\x05\x06";
    for (const auto& [value, bytes] : {std::pair<std::uint64_t, int>{0, 2},
                                       {0, 2},
                                       {members.size(), 2},
                                       {members.size(), 2},
                                       {list.size(), 4},
                                       {zip.size(), 4},
                                       {0, 2}})
        put(end, value, bytes);
    return zip + list + end;
}

city::Result<geo_io::LoadedCity> load(const std::string& path) {
    geo_io::CitySource source;
    source.city = path;
    return geo_io::load_city(source);
}

std::string error_of(const std::string& path) {
    const auto loaded = load(path);
    return loaded ? "it was opened" : loaded.error().message;
}

bool has(const std::string& text, const std::string& words) {
    INFO(text);
    CHECK(text.find(words) != std::string::npos);
    return true;
}

}  // namespace

TEST_CASE("every set of an archive is read, whatever archive and sets are called",
          "[io][containers]") {
    const test::TempFolder folder;
    const std::string both = zip_of({{"a/houses.geojson", one_house}, {"b/roads.json", one_road}});
    for (const std::string& path :
         {folder.file("both.zip", both), folder.file("both", both), folder.file("x.kmz", both),
          folder.file("outer.zip", zip_of({{"inner.zip", both}})),
          folder.file("no endings.zip", zip_of({{"data", one_house}, {"more", one_road}}))}) {
        INFO(path);
        const auto loaded = load(path);
        REQUIRE(loaded);
        CHECK(loaded->city.buildings.count() == 1);
        CHECK(loaded->city.roads.count() == 1);
        CHECK(loaded->city.buildings.height_m[0] == 12.0f);
    }
    std::string deep = both;
    for (int level = 0; level < 5; ++level) deep = zip_of({{"i.zip", deep}});
    has(error_of(folder.file("deep.zip", deep)), "unpack it first");
}

TEST_CASE("a byte order mark hides no first line, and a broken line is said", "[io][containers]") {
    const test::TempFolder folder;
    const std::string line = one_house.substr(one_house.find(R"({"type":"Feature")"));
    const std::string feature = line.substr(0, line.rfind("]}"));
    const auto marked = load(folder.file("marked.geojsonl", "\xEF\xBB\xBF" + feature + "\n"));
    REQUIRE(marked);
    CHECK(marked->city.buildings.count() == 1);
    std::string other = feature;
    if (const auto at = other.find("12"); at != std::string::npos) other.replace(at, 2, "13");
    const auto gap =
        load(folder.file("gap.ndjson", feature + "\n{\"type\":\"Feature\",\n" + other + "\n"));
    REQUIRE(gap);
    CHECK(gap->report.count_of(city::ProblemKind::file_damaged) == 1);
}

TEST_CASE("names of members in the encodings of zip programs", "[io][containers]") {
    const test::TempFolder folder;
    for (const auto& [encoding, name] :
         std::vector<std::pair<const char*, std::string>>{{"UTF-8", "城市建筑"},
                                                          {"GB18030", "城市建筑"},
                                                          {"BIG5", "臺北市建築物"},
                                                          {"CP932", "東京都建物データ"},
                                                          {"CP949", "서울건물자료"}}) {
        INFO(encoding);
        char* recoded = CPLRecode(name.c_str(), CPL_ENC_UTF8, encoding);
        const std::string raw = recoded;
        CPLFree(recoded);
        const auto loaded = load(folder.file("n.zip", zip_of({{raw + ".geojson", one_house}})));
        REQUIRE(loaded);
        bool named = false;
        for (const std::string& note : loaded->report.notes)
            named = named || note.find(name) != std::string::npos;
        CHECK(named);
    }
}

TEST_CASE("what of an archive cannot be read is said, and the rest is read", "[io][containers]") {
    const test::TempFolder folder;
    const auto loaded =
        load(folder.file("mixed.zip", zip_of({{"h.geojson", one_house},
                                              {"broken.geojson", one_house.substr(0, 100)},
                                              {"scan.tif", std::string("II*\0", 4)},
                                              {"readme.pdf", "%PDF"},
                                              {"__MACOSX/._h.geojson", "x"}})));
    REQUIRE(loaded);
    CHECK(loaded->city.buildings.count() == 1);
    std::string notes;
    for (const std::string& note : loaded->report.notes) notes += note + "\n";
    has(notes, "'scan.tif'");
    has(notes, "'broken.geojson': the text ends in the middle");
    CHECK(notes.find("pdf") == std::string::npos);
    CHECK(notes.find("MACOSX") == std::string::npos);
}

TEST_CASE("nothing outside an archive is reached from it", "[io][containers]") {
    const test::TempFolder folder;
    const std::string secret = folder.file("secret.geojson", one_house);
    for (const std::string name :
         {"../../up.geojson", "/etc/abs.geojson", "c:\\dir\\win.geojson"}) {
        INFO(name);
        const auto loaded = load(folder.file("n.zip", zip_of({{name, one_house}})));
        REQUIRE(loaded);
        CHECK(loaded->city.buildings.count() == 1);
    }
    has(error_of(folder.file("link.zip", zip_of({{"a.geojson", secret, true}}))), "no map data");
    has(error_of(folder.file(
            "vrt.zip", zip_of({{"a.geojson",
                                "<OGRVRTDataSource><OGRVRTLayer name='b'><SrcDataSource>" + secret +
                                    "</SrcDataSource></OGRVRTLayer>" + "</OGRVRTDataSource>"}}))),
        "VRT");
    CHECK(folder.names() ==
          std::set<std::string>{"link.zip", "n.zip", "secret.geojson", "vrt.zip"});
}

TEST_CASE("archives that were made to harm are told by what is wrong", "[io][containers]") {
    const test::TempFolder folder;
    has(error_of(
            folder.file("claims.zip", zip_of({{"a.geojson", one_house, false, 4'000'000'000}}))),
        "'a.geojson'");
    std::vector<Member> many(20'001, Member{"a.txt", ""});
    has(error_of(folder.file("many.zip", zip_of(many))), "20001 members");
    // Two entries of the list for the same bytes.
    std::string twice = zip_of({{"a.geojson", one_house}, {"b.geojson", one_house}});
    const std::size_t second = twice.rfind("PK\x01\x02");
    for (int b = 0; b < 4; ++b) twice[second + 42 + static_cast<std::size_t>(b)] = '\0';
    twice[second + 46] = 'a';
    has(error_of(folder.file("twice.zip", twice)), "overlap");
    has(error_of(folder.file("prj.zip", zip_of({{"a.prj", std::string(2 << 20, ' ')}}))),
        "no map data");
    const std::string whole = zip_of({{"a.geojson", one_house}});
    has(error_of(folder.file("cut.zip", whole.substr(0, whole.size() - 30))), "not downloaded");
    for (std::size_t at = 0; at < whole.size(); at += 5) {
        std::string broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ 0x41);
        CHECK(error_of(folder.file("broken.zip", broken)).find('\n') == std::string::npos);
    }
}

TEST_CASE("a table of points is told that it has no outlines", "[io][containers]") {
    const test::TempFolder folder;
    has(error_of(folder.file("p.csv", "id,lon,lat\n1,121.5,31.2\n")), "'lon' and 'lat'");
    has(error_of(folder.file("n.csv", "id,height\n1,12\n")), "no column of outlines");
}

TEST_CASE("the SRID of a table's outlines is its coordinate system", "[io][containers]") {
    const test::TempFolder folder;
    // 20 m by 20 m in web mercator at Shanghai, which are 17 m by 17 m on the ground.
    const auto loaded = load(
        folder.file("ewkt.csv",
                    "id,height,geom\n1,12,\"SRID=3857;POLYGON((13525500 3662900,13525520 3662900,"
                    "13525520 3662920,13525500 3662920,13525500 3662900))\"\n"));
    REQUIRE(loaded);
    CHECK(loaded->report.count_of(ProblemKind::crs_missing) == 0);
    CHECK_THAT(static_cast<double>(loaded->city.buildings.footprint_area_m2[0]),
               WithinRel(400.0 * 0.7316, 0.02));
}

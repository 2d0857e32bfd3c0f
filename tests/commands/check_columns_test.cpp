#include "commands/check_columns.h"

#include "tests/support/catch.h"

namespace {

city::LayerColumns layer_of(std::size_t unused) {
    city::LayerColumns layer;
    layer.layer = "houses";
    layer.used = {{"height_m", "hgt"}, {"use", "kind"}, {"use", "type"}};
    for (std::size_t i = 0; i < unused; ++i) layer.unused.push_back("c" + std::to_string(i));
    layer.unused_count = unused == 0 ? 0 : 10'000;
    layer.suggestions = {"'hght' looks like the height"};
    return layer;
}

}  // namespace

TEST_CASE("check --json lists for each layer the columns used, unused and suggested",
          "[commands][columns]") {
    const nlohmann::json json = commands::columns_json({layer_of(2)});
    REQUIRE(json.size() == 1);
    CHECK(json[0]["layer"] == "houses");
    CHECK(json[0]["used"]["height_m"] == "hgt");
    CHECK(json[0]["used"]["use"] == "kind");
    CHECK(json[0]["used_where_empty"]["use"] == nlohmann::json::array({"type"}));
    CHECK(json[0]["unused"] == nlohmann::json::array({"c0", "c1"}));
    CHECK(json[0]["suggestions"].size() == 1);
}

TEST_CASE("check names columns that were not used, bounded however many there are",
          "[commands][columns]") {
    const std::string text = commands::columns_text({layer_of(200)});
    CHECK(text.find("of layer 'houses': 'c0', 'c1'") != std::string::npos);
    CHECK(text.find("and 9976 more (--json names them)") != std::string::npos);
    CHECK(text.find("'hght' looks like the height") != std::string::npos);
    CHECK(text.size() < 1000);
    const std::string many =
        commands::columns_text(std::vector<city::LayerColumns>(1000, layer_of(200)));
    CHECK(many.find("980 more layers") != std::string::npos);
    CHECK(commands::columns_text({layer_of(0)}).find("not used") == std::string::npos);
}

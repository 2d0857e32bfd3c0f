// city.toml.
#include "fuzz/scratch_file.h"
#include "geo/io/city_file.h"

namespace fuzz {

void city_toml(Bytes bytes) {
    static const ScratchFile file(".toml");
    const auto city = geo_io::read_city_file(file.holding(bytes));
    if (city) return;
    must(!city.error().message.empty(), "an error has words");
    must(city.error().message.find('\n') == std::string::npos, "an error is one line");
}

}  // namespace fuzz

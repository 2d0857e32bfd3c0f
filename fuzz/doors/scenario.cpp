// Scenario files: what is read is written and read again the same.
#include "study/scenario_file.h"

#include "fuzz/door.h"

namespace fuzz {

void scenario(Bytes bytes) {
    const auto read = study::read_scenario_text(text_of(bytes), "fuzz.toml");
    if (!read) {
        must(!read.error().message.empty(), "an error has words");
        must(read.error().message.find('\n') == std::string::npos, "an error is one line");
        return;
    }
    const std::string text = study::scenario_text(*read);
    const auto again = study::read_scenario_text(text, "again.toml");
    must(again.has_value(), "what was written can be read");
    must(study::scenario_text(*again) == text, "what was read again is written the same");
}

}  // namespace fuzz

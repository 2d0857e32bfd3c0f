#include "commands/load_messages.h"

#include <spdlog/spdlog.h>

#include "geo/city/load_warnings.h"

namespace commands {

void tell_load_warnings(const std::string& city, const city::LoadReport& report, std::size_t most) {
    const std::vector<city::Problem> warnings = city::load_warnings(report);
    for (std::size_t i = 0; i < std::min(most, warnings.size()); ++i) {
        const city::Problem& problem = warnings[i];
        spdlog::warn("{}: {} x {}: {}", city, problem.count, sentence_of(problem.kind),
                     problem.example);
    }
    if (warnings.size() > most)
        spdlog::warn("{}: ... and {} kinds more: twinscape check lists all", city,
                     warnings.size() - most);
}

}  // namespace commands

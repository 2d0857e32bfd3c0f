#include <array>

#include "commands/commands.h"

namespace commands {

std::span<const AddCommand> windowless_commands() {
    static constexpr std::array<AddCommand, 7> all{
        add_check_command,   add_inventory_command, add_results_command, add_profile_command,
        add_compare_command, add_simulate_command,  add_sample_command};
    return all;
}

}  // namespace commands

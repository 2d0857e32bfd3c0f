// main() of every test program, for Catch2 2.13 and 3: as Catch2's own, but a run that skipped
// something and failed nothing says so with its exit code.
#define CATCH_CONFIG_RUNNER
#include "tests/support/skip.h"

int main(int argument_count, char** arguments) {
    const int result = Catch::Session().run(argument_count, arguments);
    if (result == 0) return test::something_skipped ? test::skipped_exit_code : 0;
    return result == test::skipped_exit_code ? result + 1 : result;  // so many failures, no skip
}

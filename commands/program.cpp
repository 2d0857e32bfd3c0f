#include <cstdlib>  // says which C library this is
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <tbb/global_control.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "commands/city_arguments.h"
#include "commands/log_line.h"
#include "commands/program.h"
#include "geo/city/caught.h"
#include "geo/files/cannot_write.h"

namespace commands {

namespace {

std::atomic<int> signals_seen{0};

// First Ctrl-C asks work to stop and clean up; the second one does not wait for it.
void on_interrupt(int) {
    if (signals_seen.fetch_add(1) > 0) std::_Exit(interrupted);
}

}  // namespace

int run_program(int argc, char** argv, std::span<const AddCommand> commands,
                const char* when_none) {
#ifdef __GLIBC__
    // Columns of some megabytes come and go with every load and slider: given back to the system
    // each time, they would be laid out and cleared anew. What is larger still goes back at once.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
    // What cannot be written is an error that is told, not a sudden end: a file over the limit, a
    // pipe that nobody reads.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    CommandLine line;
    CLI::App app{"Twinscape: a city's energy use and emissions in 3D, two cities side by side"};
    app.set_version_flag("--version", "twinscape " TWINSCAPE_VERSION);
    app.fallthrough();
    app.add_flag("--quiet", line.quiet, "errors only");
    app.add_flag("--verbose", line.verbose, "tell more on stderr");
    app.add_option("--threads", line.threads, "worker threads, 0 = all cores")
        ->check(CLI::Range(0, 1024));
    for (const AddCommand add : commands) add(app, line);
    std::vector<std::string> words(argv + 1, argv + argc);
    const bool names_command =
        std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            for (const CLI::App* command :
                 app.get_subcommands([](const CLI::App*) { return true; }))
                if (command->check_name(word)) return true;
            return word == "--help" || word == "-h" || word == "--version";
        });
    if (!names_command) words.insert(words.begin(), when_none);
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    try {
        app.parse(words);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error) == 0 ? done : wrong_usage;
        if (std::cout.flush()) return code;
        if (errno != EPIPE)
            std::cerr << files::cannot_write("to standard output", errno).message << '\n';
        return could_not;
    }

    auto logger = spdlog::get("twinscape");
    if (!logger) logger = spdlog::stderr_color_mt("twinscape");
    spdlog::set_default_logger(std::move(logger));
    spdlog::set_formatter(log_line());
    spdlog::set_level(line.quiet     ? spdlog::level::err
                      : line.verbose ? spdlog::level::debug
                                     : spdlog::level::info);

    std::unique_ptr<tbb::global_control> limit;
    if (line.threads > 0)
        limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                      static_cast<std::size_t>(line.threads));

    std::stop_source stop;
    line.stop = stop.get_token();
    std::signal(SIGINT, on_interrupt);
    std::signal(SIGTERM, on_interrupt);
    std::jthread watcher([&stop](const std::stop_token& end) {
        while (!end.stop_requested()) {
            if (signals_seen.load() > 0) stop.request_stop();
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
    if (!line.run) return wrong_usage;
    // Libraries throw, and memory can run out anywhere: that is told as any other error is.
    try {
        return line.run(line);
    } catch (...) {
        return exit_code_of(city::error_of_caught());
    }
}

}  // namespace commands

#include "viewer/commands/ffmpeg_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

extern char** environ;

namespace viewer {

city::Result<FfmpegProcess> FfmpegProcess::start(std::vector<std::string> words) {
    std::string program = "ffmpeg";
    std::vector<char*> arguments{program.data()};
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    int ends[2] = {-1, -1};
    std::FILE* said = std::tmpfile();
    if (said == nullptr || ::pipe2(ends, O_CLOEXEC) != 0) {
        if (said != nullptr) std::fclose(said);
        return city::fail(std::string("cannot start ffmpeg: ") + std::strerror(errno));
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(said), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(said), STDERR_FILENO);
    // A group of its own: Ctrl-C is for us, who then end it and remove what it wrote. A file that
    // grows too large (SIGXFSZ) stays an error for it to tell, as it is for us.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    pid_t process = 0;
    const int error =
        ::posix_spawnp(&process, "ffmpeg", &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    ::close(ends[0]);
    if (error == 0) return FfmpegProcess(process, ends[1], said);
    ::close(ends[1]);
    std::fclose(said);
    return city::fail(std::string("cannot start ffmpeg: ") + std::strerror(error));
}

FfmpegProcess::FfmpegProcess(FfmpegProcess&& other) noexcept
    : process_(std::exchange(other.process_, 0)),
      input_(std::exchange(other.input_, -1)),
      said_(std::exchange(other.said_, nullptr)) {}

FfmpegProcess::~FfmpegProcess() {
    kill();
    close_input();
    (void)end();
    if (said_ != nullptr) std::fclose(said_);
}

void FfmpegProcess::close_input() {
    if (input_ >= 0) ::close(std::exchange(input_, -1));
}

void FfmpegProcess::kill() {
    if (process_ > 0) ::kill(process_, SIGKILL);
}

bool FfmpegProcess::end() {
    int status = 0;
    const pid_t process = std::exchange(process_, 0);
    while (process > 0 && ::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return process > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::vector<std::string> FfmpegProcess::said() const {
    std::vector<std::string> lines;
    std::string line;
    std::rewind(said_);
    for (int c = std::fgetc(said_);; c = std::fgetc(said_)) {
        if (c != EOF && c != '\n')
            line += static_cast<char>(c);
        else if (!line.empty())
            lines.push_back(std::exchange(line, {}));
        if (c == EOF) return lines;
    }
}

}  // namespace viewer

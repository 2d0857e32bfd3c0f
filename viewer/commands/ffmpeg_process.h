#pragma once

#include <sys/types.h>

#include <cstdio>
#include <string>
#include <vector>

#include "geo/city/result.h"

namespace viewer {

/// The program ffmpeg at work: the end of the pipe that it reads, and all that it writes.
class FfmpegProcess {
  public:
    /// `words`: its arguments, the name of the program not among them.
    static city::Result<FfmpegProcess> start(std::vector<std::string> words);
    FfmpegProcess(FfmpegProcess&& other) noexcept;
    FfmpegProcess& operator=(FfmpegProcess&&) = delete;
    ~FfmpegProcess();  ///< ends it by force when it still runs

    int input() const { return input_; }
    void close_input();
    void kill();
    /// Waits for its end; true when it ended well. Asked once.
    bool end();
    /// Its lines so far, empty ones left out.
    std::vector<std::string> said() const;

  private:
    FfmpegProcess(pid_t process, int input, std::FILE* said)
        : process_(process), input_(input), said_(said) {}
    pid_t process_;
    int input_;
    std::FILE* said_;
};

}  // namespace viewer

// The program makes films: frames as pictures always, encoded ones where ffmpeg is installed.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "render/image.h"
#include "render/offscreen.h"
#include "tests/support/catch.h"
#include "tests/support/skip.h"
#include "tests/support/temp_folder.h"

namespace {

namespace fs = std::filesystem;

bool no_gl() {
    if (render::OffscreenContext::create()) return false;
    test::skip_without_gl("no OpenGL here");
    return true;
}

int exit_code(const std::string& before, const std::string& options,
              const std::string& error_file = "/dev/null") {
    const std::string command = before + " " + std::string(TWINSCAPE_PROGRAM) +
                                " video sample:china --quiet --method benchmark --samples 1 "
                                "--no-shadows --size 160x90 --fps 10 --seconds 1 " +
                                options + " 2> '" + error_file + "'";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string text_of(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string output_of(const std::string& command) {
    std::string text;
    if (std::FILE* pipe = popen(command.c_str(), "r")) {
        char line[256];
        while (std::fgets(line, sizeof line, pipe) != nullptr) text += line;
        pclose(pipe);
    }
    return text;
}

bool have(const char* program) {
    return std::system((std::string("command -v ") + program + " > /dev/null 2>&1").c_str()) == 0;
}

// A stand-in for ffmpeg, found before the real one.
std::string path_with_fake_ffmpeg(const test::TempFolder& folder, const std::string& script) {
    fs::permissions(folder.file("ffmpeg", "#!/bin/sh\n" + script), fs::perms::owner_all);
    return "PATH='" + folder.path() + "':/usr/bin:/bin";
}

}  // namespace

TEST_CASE("a film as pictures: every frame there, moving, and the same again in a second run",
          "[viewer][gl]") {
    if (no_gl()) return;
    const test::TempFolder folder;
    for (const char* run : {"a", "b"})
        REQUIRE(exit_code("", "--path orbit --frames '" + folder.path() + "/" + run + "'") == 0);
    std::size_t frames = 0;
    for (const auto& entry : fs::directory_iterator(folder.path() + "/a")) {
        ++frames;
        CHECK(text_of(entry.path().string()) ==
              text_of(folder.path() + "/b/" + entry.path().filename().string()));
    }
    CHECK(frames == 10);
    const auto first = render::read_png(folder.path() + "/a/frame-00001.png"),
               last = render::read_png(folder.path() + "/a/frame-00010.png");
    REQUIRE(first);
    REQUIRE(last);
    CHECK(first->width == 160);
    CHECK(first->height == 90);
    CHECK(first->rgba != last->rgba);
}

TEST_CASE("a film as a file has all its frames", "[viewer][gl]") {
    if (no_gl()) return;
    if (!have("ffmpeg") || !have("ffprobe")) {
        test::skip("ffmpeg is not installed");
        return;
    }
    const test::TempFolder folder;
    for (const char* name : {"film.mp4", "film.webm", "film.gif"}) {
        INFO(name);
        const std::string path = folder.path() + "/" + name;
        REQUIRE(exit_code("", "--path flyover --out '" + path + "'") == 0);
        CHECK(folder.names().count(name) == 1);
        CHECK(output_of("ffprobe -v error -count_frames -select_streams v:0 -show_entries "
                        "stream=width,height,nb_read_frames -of csv=p=0 '" +
                        path + "'") == "160,90,10\n");
    }
}

TEST_CASE("without ffmpeg, and with one that fails, a clear line and no file", "[viewer][gl]") {
    if (no_gl()) return;
    const test::TempFolder folder;
    const std::string film = folder.path() + "/film.mp4", said = folder.path() + "/said.txt";
    CHECK(exit_code("PATH=/nowhere", "--out '" + film + "'", said) == 1);
    CHECK(text_of(said).find("apt install ffmpeg") != std::string::npos);
    // One that fails at once, and one that takes a while, writes something and then gives up.
    for (const char* script : {"echo 'Unknown encoder libx264' >&2\nexit 1\n",
                               "for last; do :; done\necho half > \"$last\"\nhead -c 100000 > "
                               "/dev/null\necho 'no space left' >&2\nexit 1\n",
                               "for last; do :; done\necho half > \"$last\"\ncat > /dev/null\necho "
                               "'broken at the end' >&2\nexit 1\n"}) {
        INFO(script);
        CHECK(exit_code(path_with_fake_ffmpeg(folder, script), "--out '" + film + "'", said) == 1);
        const std::string line = text_of(said);
        CHECK(line.find("ffmpeg could not make the video") != std::string::npos);
        CHECK((line.find("libx264") != std::string::npos ||
               line.find("no space left") != std::string::npos ||
               line.find("broken at the end") != std::string::npos));
        CHECK_FALSE(fs::exists(film));
        CHECK(folder.names() == std::set<std::string>{"ffmpeg", "said.txt"});
    }
    CHECK(exit_code("", "--out '" + folder.path() + "/film.avi'", said) == 1);
    CHECK(exit_code("", "", said) == 2);
}

TEST_CASE("a film that is cut short is refused although the encoder ends well", "[viewer][gl]") {
    if (no_gl()) return;
    const test::TempFolder folder;
    const std::string said = folder.path() + "/said.txt";
    folder.file("film.gif", "old");
    // Asked to read the film again, the stand-in is to write to "-", and keeps still.
    for (const char* script : {"for last; do :; done\ncat > /dev/null\n[ \"$last\" = - ] || echo "
                               "half > \"$last\"\nexit 0\n",
                               "for last; do :; done\ncat > /dev/null\n[ \"$last\" = - ] || echo "
                               "half > \"$last\"\necho 'Error closing: No "
                               "space left on device' >&2\nexit 0\n"}) {
        INFO(script);
        const std::string film = folder.path() + "/film.gif";
        CHECK(exit_code(path_with_fake_ffmpeg(folder, script), "--out '" + film + "'", said) == 1);
        CHECK(text_of(said).find("error: cannot write " + film) != std::string::npos);
        CHECK(text_of(film) == "old");
        CHECK(folder.names() == std::set<std::string>{"ffmpeg", "film.gif", "said.txt"});
    }
}

TEST_CASE("films over the file limit: exit code 1, one line, the old files whole", "[viewer][gl]") {
    if (no_gl()) return;
    const test::TempFolder folder, beside;
    const std::string said = beside.path() + "/said.txt";
    for (const char* old : {"film.mp4", "film.webm", "film.gif", "frame-00001.png"})
        folder.file(old, "old");
    const auto before = folder.names();
    for (const std::string out :
         {"--out @/film.mp4", "--out @/film.webm", "--out @/film.gif", "--frames @"}) {
        INFO(out);
        if (out[2] == 'o' && !have("ffmpeg")) continue;
        std::string options = out;
        options.replace(options.find('@'), 1, folder.path());
        CHECK(exit_code("ulimit -f 4;", options, said) == 1);
        const std::string line = text_of(said);
        INFO(line);
        CHECK(line.find("error: cannot write " + folder.path()) == 0);
        CHECK(std::count(line.begin(), line.end(), '\n') == 1);
        CHECK(folder.names() == before);
        for (const std::string& name : before) CHECK(folder.bytes_of(name) == "old");
    }
}

TEST_CASE("an interrupted film ends with 130 and leaves nothing", "[viewer][gl]") {
    if (no_gl()) return;
    const test::TempFolder folder;
    const std::string frames = folder.path() + "/frames";
    // --foreground: otherwise it signals the process and its group, and a second Ctrl-C ends the
    // program without cleaning up.
    const std::string command =
        std::string("timeout --foreground --preserve-status --signal=INT 3 ") + TWINSCAPE_PROGRAM +
        " video sample:china --quiet --method benchmark --samples 1 --no-shadows --size 160x90 "
        "--seconds 3000 --frames '" +
        frames + "' 2> /dev/null";
    const int status = std::system(command.c_str());
    CHECK(WEXITSTATUS(status) == 130);
    CHECK((!fs::exists(frames) || fs::is_empty(frames)));
}

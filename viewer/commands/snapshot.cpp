// twinscape snapshot CITY [CITY] --out P.png: a picture of any size with no display needed.
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "geo/files/outputs.h"
#include "render/picture.h"
#include "render/png_writer.h"
#include "viewer/commands/stage.h"
#include "viewer/commands/window_commands.h"

namespace viewer {

namespace {

struct Options {
    PictureArguments picture;
    std::string out;
    int tile = 0;
    bool transparent = false;
};

int run(const Options& options, const commands::CommandLine& line) {
    auto opened = Stage::open(options.picture, line);
    if (!opened) return commands::exit_code_of(opened.error());
    Stage& stage = **opened;
    const glm::ivec2 size = stage.size_px();
    files::Outputs outputs;
    const auto out = outputs.add(options.out);
    if (!out) return commands::exit_code_of(out.error());
    auto png = render::PngWriter::open(*out, size.x, size.y, options.transparent);
    if (!png) return commands::exit_code_of(png.error());
    render::PictureSettings settings;
    settings.size_px = size;
    settings.samples = options.picture.samples;
    settings.supersample = options.picture.supersample;
    settings.tile_px = options.tile;
    settings.transparent = options.transparent;
    stage.lay_out_panels();
    const auto draw = [&](const render::PicturePart& part, std::uint32_t target) {
        stage.draw(part, settings.supersample, settings.transparent, target);
    };
    // Panels go on top of each finished tile, at the picture's own pixels: as sharp in a large
    // picture as in a small one.
    const auto draw_over = [&](const render::PicturePart& part, std::uint32_t) {
        stage.draw_panels(part);
    };
    int rows = 0;
    const auto take = [&](const render::Image& band) -> city::Result<void> {
        if (line.stop.stop_requested()) return city::fail(city::cancelled_message);
        rows += band.height;
        if (rows < size.y) spdlog::info("picture: {:.0f} %", 100.0 * rows / size.y);
        return png->rows(band);
    };
    const auto drawn = render::draw_picture(settings, draw, draw_over, take);
    if (!drawn) return commands::exit_code_of(drawn.error());
    if (!stage.renderer().problem().empty())
        return commands::exit_code_of({"drawing failed: " + stage.renderer().problem()});
    if (drawn->tiles > 1)
        spdlog::debug("drawn in {} tiles of at most {} pixels", drawn->tiles, drawn->tile_px);
    auto written = png->finish();
    if (written) written = outputs.commit();
    return written ? commands::done : commands::exit_code_of(written.error());
}

}  // namespace

void add_snapshot_command(CLI::App& app, commands::CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("snapshot", "a picture of one or two cities, with no display needed");
    add_picture_arguments(*command, options->picture);
    command->add_option("--out", options->out, "the picture (.png)")->required();
    command
        ->add_option("--tile", options->tile,
                     "largest tile in pixels; 0: what the graphics card and its memory take")
        ->check(CLI::Range(0, 16384));
    command->add_flag("--transparent", options->transparent,
                      "sky and open ground clear, to lay the city on a slide");
    command->callback([options, &line] {
        line.run = [options](const commands::CommandLine& parsed) { return run(*options, parsed); };
    });
}

}  // namespace viewer

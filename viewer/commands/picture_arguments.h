#pragma once

#include <string>

#include <glm/vec2.hpp>

#include "commands/city_arguments.h"
#include "commands/evaluation.h"
#include "viewer/state/app_state.h"

namespace viewer {

/// What snapshot and video share of a command line: the cities, what is shown of them, and how
/// large.
struct PictureArguments {
    commands::CityArguments cities;
    commands::EvaluationArguments evaluation;
    std::string size = "1920x1080", layer = "co2e_per_m2", compare = "after", spacing = "quantile",
                language = "en", camera, time, choose, measure, show = "buildings";
    float cell_m = 0, bandwidth_m = 0;  ///< 0: what suits the larger city
    int select = -1, samples = 4, supersample = 1;
    bool flows = false, ui = false, dark = false, hourly = false, weekend = false,
         no_shadows = false, large_text = false, sources = false;
};

void add_picture_arguments(CLI::App& command, PictureArguments& arguments);

/// The screen's state that the arguments ask for, before any city is there.
city::Result<AppState> state_of(const PictureArguments& arguments);
city::Result<glm::ivec2> size_of(const PictureArguments& arguments);
/// --choose X0,Y0,X1,Y1: a box over the map, in shares 0..1 of its width and height from the top
/// left.
city::Result<std::vector<glm::vec2>> choose_box(const std::string& text, glm::vec2 size_px);
/// --measure X,Y,X,Y...: local metres; the first point again at the end closes the line.
city::Result<Tape> tape_from(const std::string& text);
/// --camera X,Y[,DISTANCE[,HEADING,PITCH]]: local metres and degrees; parts may be left out from
/// the end.
city::Result<void> place_camera(const std::string& text, render::Camera& camera);

}  // namespace viewer

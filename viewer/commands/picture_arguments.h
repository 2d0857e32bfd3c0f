#pragma once

#include <string>

#include <glm/vec2.hpp>

#include "viewer/app_state.h"
#include "viewer/commands/city_arguments.h"
#include "viewer/commands/evaluation.h"

namespace viewer {

/// What snapshot and video share of a command line: the cities, what is shown of them, and how large.
struct PictureArguments {
    CityArguments cities;
    EvaluationArguments evaluation;
    std::string size = "1920x1080", layer = "co2e_per_m2", compare = "after", spacing = "quantile", language = "en", camera, time;
    int select = -1, samples = 4, supersample = 1;
    bool ui = false, dark = false, no_shadows = false, large_text = false;
};

void add_picture_arguments(CLI::App& command, PictureArguments& arguments);

/// The screen's state that the arguments ask for, before any city is there.
city::Result<AppState> state_of(const PictureArguments& arguments);
city::Result<glm::ivec2> size_of(const PictureArguments& arguments);
/// --camera X,Y[,DISTANCE[,HEADING,PITCH]]: local metres and degrees; parts may be left out from the end.
city::Result<void> place_camera(const std::string& text, render::Camera& camera);

}  // namespace viewer

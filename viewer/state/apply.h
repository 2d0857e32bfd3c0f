#pragma once

#include "viewer/state/app_state.h"
#include "viewer/state/command.h"

namespace viewer {

/// What has to be done after a command, beyond the new state.
struct Effects {
    bool recolour = false, reevaluate = false, new_fonts = false;
    bool rechosen =
        false;  ///< the chosen rows are others: their marks in the picture and their totals
    bool bookmarks = false;  ///< the list is to be written
};

/// The only place where state changes. Needs no UI, no GPU and no file: commands that touch those
/// (OpenCity, SaveScenario, LoadScenario, ExportChosen, ChooseInside, FindText, FlyTo,
/// ShowWholeCity) leave the state alone and are carried out by the app.
Effects apply(AppState& state, const Command& command);

}  // namespace viewer

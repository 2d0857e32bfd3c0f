#pragma once

#include "viewer/state/app_state.h"
#include "viewer/state/command.h"

namespace viewer {

/// What has to be done after a command, beyond the new state.
struct Effects {
    bool recolour = false;
    bool reevaluate = false;  ///< another scenario: its colours come with its results
    bool new_fonts = false;
    bool rechosen =
        false;  ///< the chosen rows are others: their marks in the picture and their totals
    bool bookmarks = false;  ///< the list is to be written
};

/// What commands have asked for and no frame has done yet.
struct PendingWork {
    bool evaluate = false, recolour = true, restyle = true, rechosen = false;

    /// Colours of results that are about to be replaced are not worked out.
    void add(const Effects& effects) {
        evaluate = evaluate || effects.reevaluate;
        recolour = recolour || (effects.recolour && !effects.reevaluate);
        restyle = restyle || effects.new_fonts;
        rechosen = rechosen || effects.rechosen;
    }
};

/// The only place where state changes. Needs no UI, no GPU and no file: commands that touch those
/// (OpenCity, CancelLoading, SaveScenario, LoadScenario, ExportChosen, ChooseInside, FindText,
/// FlyTo, ShowWholeCity) leave the state alone and are carried out by the app.
Effects apply(AppState& state, const Command& command);

}  // namespace viewer

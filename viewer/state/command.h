#pragma once

#include <string>
#include <variant>

#include "viewer/state/app_state.h"

namespace viewer {

// Everything a user can ask for. A run can be recorded and replayed as a list of these.
struct ShowLayer {
    LayerChoice layer;
};
/// Of the measure's action everywhere, which is made where there is none.
struct SetUptake {
    std::string measure;
    float share;
};
struct AddAction {
    emissions::Action action;
};
/// Share, years and measure of an action; where it is aimed stays.
struct EditAction {
    std::size_t index;
    emissions::Action action;
};
/// A filter as one writes it; what cannot be read leaves the action as it was and says why.
struct AimAction {
    std::size_t index;
    std::string where;
};
struct RemoveAction {
    std::size_t index;
};
/// Names the chosen rows of a city, so that actions can be aimed at them.
struct NamePlace {
    std::size_t city;
    std::string name;
};
struct AddPlace {
    emissions::Place place;
};
struct RemovePlace {
    std::size_t index;
};
struct EndDrag {};
struct SetYear {
    int year;
};
struct ResetScenario {};
struct Undo {};
struct Redo {};
struct SaveScenario {
    std::string path;
};
struct LoadScenario {
    std::string path;
};
struct SetLanguage {
    std::string language;
};
struct SetDark {
    bool on;
};
struct SetShadows {
    bool on;
};
struct SetSunTime {
    std::optional<SunTime> time;
};
struct SetLargeText {
    bool on;
};
struct SetFullScreen {
    bool on;
};
struct LinkCameras {
    bool on;
};
struct MoveCamera {
    std::size_t city;
    render::Camera camera;
};
struct ShowWholeCity {
    std::size_t city;
};
struct Select {
    std::size_t city;
    Selection selection;
};
struct SetTool {
    Tool tool;
};
struct StartOutline {
    std::size_t city;
    glm::vec2 size_px, at_px;
};
struct ExtendOutline {
    glm::vec2 at_px;
};
struct DropOutline {};
struct ChooseInside {
    Combine combine;
};  ///< what the outline holds
struct ChooseRows {
    std::size_t city;
    ChosenRows rows;
    Combine combine;
};
struct ClearChosen {
    std::size_t city;
};
struct ExportChosen {
    std::size_t city;
    std::string path;
};
struct AddMeasurePoint {
    std::size_t city;
    glm::vec2 at_local;
};
struct CloseMeasure {};
struct ClearMeasure {};
struct FlyTo {
    std::size_t city;
    render::Camera camera;
};
struct AddBookmark {
    std::string name;
};
struct RenameBookmark {
    std::size_t index;
    std::string name;
};
struct RemoveBookmark {
    std::size_t index;
};
struct GoToBookmark {
    std::size_t index;
};
struct ShowBookmarks {
    bool on;
};
struct ShowHelp {
    bool on;
};
struct ShowHealth {
    bool on;
};
struct ShowSources {
    bool on;
};  ///< on the card
struct SetBlank {
    bool on;
};
struct SetSearch {
    std::string text;
};
struct GoToBuilding {
    std::size_t city;
    int building;
};
struct GoToRoad {
    std::size_t city;
    int road;
};
struct GoToPlace {
    std::size_t city;
    glm::vec2 at_local;
};
struct FindText {
    std::string text;
};
struct OpenCity {
    std::size_t city;
    std::string path;
};
struct CancelLoading {
    std::size_t city;
};
struct ShowLoadNotes {
    std::size_t city;
    bool on;
};
/// Opens a city once more and takes up what its opening has offered.
struct TakeLoadOffer {
    std::size_t city;
};
struct ShowMessage {
    std::string text;
};
struct Quit {};

using Command =
    std::variant<ShowLayer, SetUptake, AddAction, EditAction, AimAction, RemoveAction, NamePlace,
                 AddPlace, RemovePlace, EndDrag, SetYear, ResetScenario, Undo, Redo, SaveScenario,
                 LoadScenario, SetLanguage, SetDark, SetShadows, SetSunTime, SetLargeText,
                 SetFullScreen, LinkCameras, MoveCamera, ShowWholeCity, Select, SetTool,
                 StartOutline, ExtendOutline, DropOutline, ChooseInside, ChooseRows, ClearChosen,
                 ExportChosen, AddMeasurePoint, CloseMeasure, ClearMeasure, FlyTo, AddBookmark,
                 RenameBookmark, RemoveBookmark, GoToBookmark, ShowBookmarks, ShowHelp, ShowHealth,
                 ShowSources, SetBlank, SetSearch, FindText, GoToBuilding, GoToRoad, GoToPlace,
                 OpenCity, CancelLoading, ShowLoadNotes, TakeLoadOffer, ShowMessage, Quit>;

/// The command that goes to what a search has found.
inline Command go_to_hit(const SearchHit& hit) {
    if (hit.at_local) return GoToPlace{hit.city, *hit.at_local};
    if (hit.road >= 0) return GoToRoad{hit.city, hit.road};
    return GoToBuilding{hit.city, hit.building};
}

}  // namespace viewer

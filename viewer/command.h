#pragma once

#include <string>
#include <variant>

#include "viewer/app_state.h"

namespace viewer {

// Everything a user can ask for. A run can be recorded and replayed as a list of these.
struct ShowLayer { LayerChoice layer; };
struct SetUptake { emissions::Measure measure; float share; };
struct EndDrag {};
struct SetYear { int year; };
struct ResetScenario {};
struct Undo {};
struct Redo {};
struct SaveScenario { std::string path; };
struct LoadScenario { std::string path; };
struct SetLanguage { std::string language; };
struct SetDark { bool on; };
struct SetShadows { bool on; };
struct SetSunTime { std::optional<SunTime> time; };
struct SetLargeText { bool on; };
struct SetFullScreen { bool on; };
struct LinkCameras { bool on; };
struct MoveCamera { std::size_t city; render::Camera camera; };
struct ShowWholeCity { std::size_t city; };
struct Select { std::size_t city; Selection selection; };
struct SetSearch { std::string text; };
struct GoToBuilding { std::size_t city; int building; };
struct FindText { std::string text; };
struct OpenCity { std::size_t city; std::string path; };
struct ShowMessage { std::string text; };
struct Quit {};

using Command = std::variant<ShowLayer, SetUptake, EndDrag, SetYear, ResetScenario, Undo, Redo, SaveScenario, LoadScenario, SetLanguage, SetDark, SetShadows, SetSunTime,
                             SetLargeText, SetFullScreen, LinkCameras, MoveCamera, ShowWholeCity, Select, SetSearch, FindText, GoToBuilding, OpenCity, ShowMessage, Quit>;

}  // namespace viewer

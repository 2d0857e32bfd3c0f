// What commands ask of the world beyond the state: files, jobs, flights, searches.
#include <algorithm>

#include "geo/files/text_output.h"
#include "study/results_table.h"
#include "study/scenario_file.h"
#include "viewer/app/app.h"
#include "viewer/state/bookmark_file.h"

namespace viewer {

void App::open_bookmarks() {
    auto read = read_bookmark_file(state_.bookmark_path);
    if (read)
        state_.bookmarks = std::move(*read);
    else
        state_.message = read.error().message;
}

std::vector<SearchHit> App::hits_of(const std::string& text) const {
    constexpr std::size_t most = 8;
    std::array<std::vector<SearchHit>, city_slots> found;
    for (std::size_t c = 0; c < city_slots; ++c)
        if (slots_[c].data) found[c] = find_all(slots_[c].data->loaded.city, c, text, most);
    std::vector<SearchHit> hits;
    for (std::size_t k = 0; k < most; ++k)
        for (std::vector<SearchHit>& of_city : found)
            if (k < of_city.size() && hits.size() < most) hits.push_back(std::move(of_city[k]));
    return hits;
}

void App::fly_over(std::size_t c, glm::vec2 at_local, float distance_m) {
    render::Camera to = state_.cameras[c];
    to.target_local = glm::vec3(at_local, 0.0f);
    to.distance_m = distance_m;
    flights_.start(state_, c, to);
}

void App::choose_inside(Combine combine) {
    const Outline& outline = state_.outline;
    if (outline.city >= city_slots || !slots_[outline.city].data) return carry_out(DropOutline{});
    carry_out(ChooseRows{
        outline.city,
        rows_inside(slots_[outline.city].data->near.centres, state_.cameras[outline.city], outline),
        combine});
}

// Views and what is chosen in them.
void App::carry_out_views(const Command& command) {
    const auto city_at = [this](std::size_t c) -> const LoadedSlot* {
        return c < city_slots ? slots_[c].data.get() : nullptr;
    };
    if (const auto* there = std::get_if<GoToBuilding>(&command))
        if (const LoadedSlot* slot = city_at(there->city);
            slot != nullptr && there->building >= 0 &&
            static_cast<std::size_t>(there->building) < slot->near.centres.buildings.size()) {
            const auto i = static_cast<std::size_t>(there->building);
            fly_over(there->city, slot->near.centres.buildings[i],
                     std::max(300.0f, 4.0f * slot->loaded.city.buildings.height_m[i]));
        }
    if (const auto* there = std::get_if<GoToRoad>(&command))
        if (const LoadedSlot* slot = city_at(there->city);
            slot != nullptr && there->road >= 0 &&
            static_cast<std::size_t>(there->road) < slot->near.centres.roads.size()) {
            const auto i = static_cast<std::size_t>(there->road);
            fly_over(there->city, slot->near.centres.roads[i],
                     std::max(350.0f, 2.5f * slot->loaded.city.roads.length_m[i]));
        }
    if (const auto* there = std::get_if<GoToPlace>(&command))
        if (city_at(there->city) != nullptr) fly_over(there->city, there->at_local, 600.0f);
    if (const auto* to = std::get_if<FlyTo>(&command); to != nullptr && to->city < city_slots)
        flights_.start(state_, to->city, to->camera);
    if (const auto* stop = std::get_if<GoToBookmark>(&command);
        stop != nullptr && stop->index < state_.bookmarks.size())
        for (std::size_t c = 0; c < city_slots; ++c)
            if (slots_[c].data) flights_.start(state_, c, state_.bookmarks[stop->index].cameras[c]);
    if (const auto* inside = std::get_if<ChooseInside>(&command)) choose_inside(inside->combine);
    if (const auto* whole = std::get_if<ShowWholeCity>(&command);
        whole != nullptr && city_at(whole->city) != nullptr) {
        const Layout::Box map = layout_.map(whole->city);
        render::Camera to = home_camera(*slots_[whole->city].data, map.size.x / map.size.y);
        // Linked cities keep the same metres per pixel: those of the larger view that shows both.
        for (std::size_t c = 0; state_.linked && c < city_slots; ++c)
            if (c != whole->city && slots_[c].data)
                to.distance_m =
                    std::min(to.distance_m,
                             home_camera(*slots_[c].data, map.size.x / map.size.y).distance_m);
        flights_.start(state_, whole->city, to);
    }
}

void App::carry_out(const Command& command) {
    const Effects effects = apply(state_, command);
    pending_.add(effects);
    if (effects.bookmarks) {
        const auto written =
            files::write_text(state_.bookmark_path, bookmark_text(state_.bookmarks));
        state_.message = written ? state_.bookmark_path : written.error().message;
    }
    if (const auto* search = std::get_if<SetSearch>(&command)) state_.hits = hits_of(search->text);
    if (const auto* search = std::get_if<FindText>(&command)) {
        // Enter takes the first of the list.
        const auto hits = hits_of(search->text);
        if (!hits.empty())
            carry_out(go_to_hit(hits.front()));
        else if (!search->text.empty())
            state_.message = "? " + search->text;
    }
    if (std::get_if<SetFullScreen>(&command)) window_.set_full_screen(state_.full_screen);
    carry_out_views(command);
    carry_out_files(command);
}

void App::carry_out_files(const Command& command) {
    if (const auto* open = std::get_if<OpenCity>(&command))
        open_city(open->city, {open->path, {}, {}, {}});
    if (const auto* again = std::get_if<TakeLoadOffer>(&command);
        again != nullptr && again->city < city_slots && !state_.load_offers[again->city].empty())
        take_load_offer(again->city);
    if (const auto* cancel = std::get_if<CancelLoading>(&command);
        cancel != nullptr && cancel->city < city_slots) {
        loading_[cancel->city].cancel(slots_[cancel->city]);
        scene_->end_early(slots_[cancel->city]);
        state_.message = text::Messages::in(state_.language)["job.cancelled"];
    }
    if (const auto* table = std::get_if<ExportChosen>(&command);
        table != nullptr && table->city < city_slots && slots_[table->city].data &&
        !export_.running()) {
        export_path_ = table->path;
        // The worker holds the city; results may change under it, so it takes its own.
        export_.start([slot = slots_[table->city].data, now = slots_[table->city].data->now,
                       chosen = state_.chosen[table->city],
                       path = table->path](const city::Progress&) {
            return study::write_chosen(path, slot->loaded.city, now, chosen);
        });
    }
    if (const auto* place = std::get_if<NamePlace>(&command);
        place != nullptr && place->city < city_slots && slots_[place->city].data)
        carry_out(AddPlace{study::place_of(slots_[place->city].data->loaded.city,
                                           state_.chosen[place->city], place->name)});
    if (const auto* save = std::get_if<SaveScenario>(&command)) {
        const auto written = files::write_text(save->path, study::scenario_text(state_.scenario));
        state_.message = written ? save->path : written.error().message;
    }
    if (const auto* load = std::get_if<LoadScenario>(&command)) {
        if (auto read = study::read_scenario_file(load->path)) {
            state_.undo.push_back(state_.scenario);
            state_.scenario = *read;
            pending_.evaluate = true;
            state_.message = load->path;
        } else {
            state_.message = read.error().message;
        }
    }
}

}  // namespace viewer

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "viewer/jobs/latest_job.h"
#include "viewer/slots/city_slot.h"
#include "viewer/slots/early_picture.h"
#include "viewer/slots/loaded_slot.h"

namespace viewer {

/// What is done for a city, each stage after the one before: on a worker.
struct LoadStages {
    std::function<city::Result<std::shared_ptr<LoadedSlot>>(const city::Progress&,
                                                            const geo_io::EarlyRows&)>
        first;
    std::function<city::Result<NearSlot>(const city::CityModel&, const mesh::TileRows&,
                                         const city::Progress&)>
        near;
    /// None where the first picture's results are already those that are wanted.
    std::function<city::Result<SimulatedSlot>(const LoadedSlot&, const city::Progress&)> simulated;
};
LoadStages stages_of(const geo_io::CitySource& source, const emissions::Scenario& scenario,
                     emissions::Method method);

/// What a load has changed since the frame before, for who draws the slot.
struct LoadNews {
    std::optional<mesh::CityMesh> early;  ///< of what was read so far; only while nothing is shown
    bool loaded = false;                  ///< `slot.data` is another city, to be uploaded
    std::optional<mesh::NearMesh> near;   ///< to be uploaded
    bool simulated = false;               ///< baseline and results of the slot are others
    bool over = false;  ///< the opening has ended without a city: early pictures are to go
    std::string error;  ///< what did not work, for a person
};

/// One half of the screen and its workers: opens a city, and goes on with what the first picture
/// went without. The city that was there stays, and is finished, until its follower is whole; so
/// it does when that fails, or is cancelled. Everything is for the UI thread, and nothing waits but
/// the destructor.
class CityLoading {
  public:
    /// `wake`: on a worker's thread, when follow() has something to do.
    explicit CityLoading(const std::function<void()>& wake = {})
        : first_(wake), near_(wake), simulated_(wake) {}
    ~CityLoading();

    /// A load that is under way is let go.
    void start(CitySlot& slot, std::string name, LoadStages stages);
    /// Ends an opening; nothing happens where none is under way.
    void cancel(CitySlot& slot);
    /// Once a frame. Results that a worker may be reading are replaced only if `may_replace`.
    LoadNews follow(CitySlot& slot, bool may_replace);
    /// Asks everything to stop, for the end of the program: several of these then end side by side.
    void stop();

    bool under_way() const { return first_.running() || near_.running() || simulated_.running(); }
    /// Workers that have not ended, those that were let go too.
    std::size_t threads() const {
        return first_.threads() + near_.threads() + simulated_.threads();
    }

  private:
    struct FirstPicture {
        std::shared_ptr<LoadedSlot> slot;
        mesh::TileRows tile_rows;  ///< of its mesh, which the upload empties
    };
    void take_first(CitySlot& slot, city::Result<FirstPicture> first, LoadNews& news);
    void take_near(CitySlot& slot, city::Result<NearSlot> near, LoadNews& news);

    LoadStages opening_, shown_;  ///< of the city that is being opened, of `slot.data`
    std::shared_ptr<EarlyPictures> early_;
    LatestJob<FirstPicture> first_;
    LatestJob<NearSlot> near_;
    LatestJob<SimulatedSlot> simulated_;
};

}  // namespace viewer

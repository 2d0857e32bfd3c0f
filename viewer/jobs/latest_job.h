#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "geo/city/caught.h"
#include "geo/city/progress.h"
#include "geo/city/result.h"

namespace viewer {

/// Work beside the thread that owns this object: the newest request wins, older ones are asked to
/// stop and what they still bring is thrown away. What throws becomes an Error.
///
/// No call waits for a worker: one that was let go and does not stop at once is parked, and a later
/// call puts its thread away when it has ended. Only the destructor waits, after all were asked to
/// stop. Every member is for the owner's thread.
template <class Out>
class LatestJob {
  public:
    /// `wake` is called on a worker's thread when there is something to take.
    explicit LatestJob(std::function<void()> wake = {}) : wake_(std::move(wake)) {}
    ~LatestJob() {
        if (current_) current_->thread.request_stop();
    }
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    /// Runs `work(const city::Progress&) -> city::Result<Out>` on a thread of its own. Work that
    /// takes long had better ask progress.cancelled() now and then.
    template <class Work>
    void start(Work work) {
        cancel();
        parked_.reserve(parked_.size() + 1);  // letting go of this one then asks for no memory
        current_ = std::make_unique<Worker>();
        try {
            current_->thread =
                std::jthread([worker = current_.get(), work = std::optional<Work>(std::move(work)),
                              wake = wake_](const std::stop_token& stop) mutable {
                    worker->carry_out(work, wake, stop);
                });
        } catch (...) {
            current_->result = tl::unexpected(city::error_of_caught());
            current_->ready = current_->ended = true;
            if (wake_) wake_();
        }
    }

    /// What the newest request brought, once; nothing while it runs or when none was made.
    std::optional<city::Result<Out>> take() {
        put_away();
        if (!current_ || !current_->ready.load(std::memory_order_acquire)) return std::nullopt;
        auto result = std::exchange(current_->result, std::nullopt);
        parked_.push_back(std::move(current_));  // it may still be on its way out
        return result;
    }

    /// Nothing more comes of the newest request.
    void cancel() noexcept {
        if (current_) {
            current_->thread.request_stop();
            parked_.push_back(std::move(current_));
        }
        put_away();
    }

    /// A request was made whose result was neither taken nor cancelled.
    bool running() const { return current_ != nullptr; }
    /// How far it says it is, 0..1.
    float share() const { return current_ ? current_->share.load() : 0.0f; }
    /// Workers that have not ended yet, those that were let go too.
    std::size_t threads() const {
        const auto under_way = [](const auto& worker) { return !worker->ended.load(); };
        const auto parked = std::count_if(parked_.begin(), parked_.end(), under_way);
        return static_cast<std::size_t>(parked) + (current_ && under_way(current_) ? 1 : 0);
    }

  private:
    struct Worker {
        std::optional<city::Result<Out>> result;  ///< the worker's until `ready`, then the owner's
        std::atomic<bool> ready{false};
        std::atomic<bool> ended{false};  ///< nothing is left to do but to leave the thread
        std::atomic<float> share{0.0f};
        std::jthread thread;  ///< last: it ends before what it writes to

        template <class Work>
        void carry_out(std::optional<Work>& work, const std::function<void()>& wake,
                       const std::stop_token& stop) {
            std::optional<city::Result<Out>> made;
            try {
                const city::Progress progress{[this](float now, std::string_view) { share = now; },
                                              stop};
                made.emplace((*work)(progress));
            } catch (...) {
                made.emplace(tl::unexpected(city::error_of_caught()));
            }
            // What the work held, and a result that nobody wants, go here and not on the owner's
            // thread.
            work.reset();
            if (!stop.stop_requested()) {
                result.swap(made);
                ready.store(true, std::memory_order_release);
                if (wake) wake();
            }
            made.reset();
            ended.store(true, std::memory_order_release);
        }
    };

    // The threads have nothing left to do: joining them waits for no work.
    void put_away() noexcept {
        std::erase_if(parked_, [](const std::unique_ptr<Worker>& worker) {
            return worker->ended.load(std::memory_order_acquire);
        });
    }

    std::function<void()> wake_;
    std::unique_ptr<Worker> current_;
    std::vector<std::unique_ptr<Worker>> parked_;  ///< let go: asked to stop, or taken
};

}  // namespace viewer

#include "geo/source/growing_file.h"

#include <algorithm>
#include <new>
#include <utility>

namespace geo_io {

GrowingFile::GrowingFile(std::size_t size, MakeAnew make_anew, std::size_t most_anew)
    : size_(size),
      make_anew_(std::move(make_anew)),
      most_anew_(most_anew),
      blocks_((size + block_bytes - 1) / block_bytes) {}

std::span<std::uint8_t> GrowingFile::room(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    const std::size_t block = there_ / block_bytes;
    const auto near = [&] { return block <= read_to_ / block_bytes + blocks_ahead; };
    if (there_ == size_ || !changed_.wait(lock, stop, near)) return {};
    // Uninitialised: it is filled at once.
    if (!blocks_[block]) blocks_[block].reset(new (std::nothrow) std::uint8_t[block_bytes]);
    if (!blocks_[block]) return {};
    return {blocks_[block].get() + there_ % block_bytes, block_end(block) - there_};
}

void GrowingFile::grow(std::size_t count) {
    {
        const std::lock_guard lock(mutex_);
        there_ += count;
        reach(read_to_);
    }
    changed_.notify_all();
}

void GrowingFile::end() {
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    changed_.notify_all();
}

void GrowingFile::leave() {
    {
        const std::lock_guard lock(mutex_);
        reach(size_);
    }
    changed_.notify_all();
}

// Lets go of the blocks that are filled and lie well before `read_to`.
void GrowingFile::reach(std::size_t read_to) {
    read_to_ = std::max(read_to_, read_to);
    const std::size_t here = std::min(read_to_, there_) / block_bytes;
    for (; first_kept_ + blocks_kept < here; ++first_kept_) blocks_[first_kept_].reset();
}

GrowingFile::Piece GrowingFile::piece_at(std::size_t at, std::size_t until) {
    std::unique_lock lock(mutex_);
    const std::size_t block = at / block_bytes, last = std::min(until, block_end(block));
    if (block < first_kept_) return made_anew();
    if (last > read_to_) {
        reach(last);
        changed_.notify_all();
    }
    changed_.wait(lock, [&] { return there_ >= last || ended_; });
    if (block < first_kept_) return made_anew();
    const std::size_t first = block * block_bytes;
    return {blocks_[block], first, std::clamp(there_, first, block_end(block))};
}

GrowingFile::Piece GrowingFile::made_anew() {
    if (size_ > most_anew_) return {};
    if (!whole_.bytes) {
        const std::shared_ptr<std::uint8_t[]> bytes(new (std::nothrow) std::uint8_t[size_]);
        if (!bytes) return {};
        whole_ = {bytes, 0, make_anew_({bytes.get(), size_})};
    }
    return whole_;
}

}  // namespace geo_io

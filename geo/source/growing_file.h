#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <vector>

namespace geo_io {

/// A file that is read from its beginning on while another thread still fills it, some megabytes
/// ahead: whoever asks for bytes that are not there yet waits for them, and what was read is let
/// go, so that its memory serves for what comes.
///
///     let go | kept |        | ahead       | not made yet
///     -------+------+--------+-------------+-------------
///                   ^ reader               ^ filled to here
///
/// A reader who goes back to what was let go has all of it made anew, once.
class GrowingFile {
  public:
    /// Fills what it is given from the beginning of the file on; how many bytes that were.
    using MakeAnew = std::function<std::size_t(std::span<std::uint8_t>)>;
    static constexpr std::size_t block_bytes = std::size_t{1} << 20, blocks_ahead = 4,
                                 blocks_kept = 1;

    /// What is larger than `most_anew` bytes is not made anew: such a reader gets nothing.
    GrowingFile(std::size_t size, MakeAnew make_anew, std::size_t most_anew = std::size_t{1} << 30);

    std::size_t size() const { return size_; }

    /// For the one thread that fills it: where the next bytes go, at least one; none once it is to
    /// stop or there is no memory. Waits until the reader is near.
    std::span<std::uint8_t> room(const std::stop_token& stop);
    void grow(std::size_t count);  ///< the first ones of that room are there
    void end();                    ///< no more will come

    /// Bytes [first, end) of the file, `bytes` from `first` on; where `end` is not behind what was
    /// asked for, there is nothing.
    struct Piece {
        std::shared_ptr<const std::uint8_t[]> bytes;
        std::size_t first = 0, end = 0;
    };
    /// The piece that holds byte `at`, which is before the end of the file. Waits until `until`, or
    /// the end of the piece, is there, or no more will come.
    Piece piece_at(std::size_t at, std::size_t until);
    /// Nobody reads any more: what still comes is let go as it comes.
    void leave();

  private:
    std::size_t block_end(std::size_t block) const {
        return std::min(size_, (block + 1) * block_bytes);
    }
    void reach(std::size_t read_to);
    Piece made_anew();

    const std::size_t size_;
    const MakeAnew make_anew_;
    const std::size_t most_anew_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::vector<std::shared_ptr<std::uint8_t[]>> blocks_;
    std::size_t there_ = 0, read_to_ = 0, first_kept_ = 0;  ///< bytes, bytes, block
    bool ended_ = false;
    Piece whole_;
};

}  // namespace geo_io

#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>

namespace geo_io {

/// A file in memory that GDAL reads from its beginning on while another thread still fills it: whoever asks for bytes
/// that are not there yet waits for them.
class GrowingFile {
  public:
    explicit GrowingFile(std::size_t size);
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;

    bool has_room() const { return bytes_ != nullptr; }  ///< false when there was not as much memory
    std::size_t size() const { return size_; }

    /// For the one thread that fills it.
    std::span<std::uint8_t> room() { return {bytes_.get(), size_}; }
    void grow_to(std::size_t count);  ///< so many bytes from the beginning are there, and stay as they are
    void end();                       ///< no more will come

    /// Waits until `count` bytes are there or no more will come; how many there are.
    std::size_t wait_for(std::size_t count) const;
    const std::uint8_t* bytes() const { return bytes_.get(); }

  private:
    struct Free {
        void operator()(std::uint8_t* bytes) const;
    };
    std::unique_ptr<std::uint8_t, Free> bytes_;
    std::size_t size_;
    mutable std::mutex mutex_;
    mutable std::condition_variable grown_;
    std::size_t there_ = 0;
    bool ended_ = false;
};

/// GDAL finds the file under the path that is returned, until it is withdrawn. A dataset that is open keeps it.
std::string publish(const std::string& name, std::shared_ptr<const GrowingFile> file);
void withdraw(const std::string& path);

}  // namespace geo_io

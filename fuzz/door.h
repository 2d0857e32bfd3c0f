#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

namespace fuzz {

using Bytes = std::span<const std::uint8_t>;

/// A way in by which a stranger's bytes reach the program. Each is a function in fuzz/doors; it
/// reads any bytes, leaves nothing behind and aborts where a promise is broken.
struct Door {
    std::string_view name;  ///< its folder in fuzz/corpus
    void (*enter)(Bytes);
};
std::span<const Door> doors();

inline std::string_view text_of(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What must hold whatever the bytes; libFuzzer keeps the bytes that break it.
inline void must(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

/// Small numbers out of bytes; zeros when they are used up.
class Numbers {
  public:
    explicit Numbers(Bytes bytes) : left_(bytes) {}
    bool empty() const { return left_.empty(); }
    std::uint8_t byte() {
        if (left_.empty()) return 0;
        const std::uint8_t first = left_[0];
        left_ = left_.subspan(1);
        return first;
    }
    /// Any double at all.
    double any_double();
    /// The bytes up to the next zero.
    std::string_view text();

  private:
    Bytes left_;
};

}  // namespace fuzz

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace city {

/// A column of short UTF-8 texts in one allocation: a million names cost their letters and four
/// bytes each.
class TextColumn {
  public:
    std::size_t size() const { return offsets_.size() - 1; }
    std::string_view operator[](std::size_t row) const {
        return std::string_view(letters_).substr(offsets_[row], offsets_[row + 1] - offsets_[row]);
    }
    void push_back(std::string_view text);
    void append(const TextColumn& more);

  private:
    std::string letters_;
    std::vector<std::uint32_t> offsets_{0};
};

}  // namespace city

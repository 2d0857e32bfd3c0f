#include "geo/city/text_column.h"

namespace city {

void TextColumn::push_back(std::string_view text) {
    letters_.append(text);
    offsets_.push_back(static_cast<std::uint32_t>(letters_.size()));
}

void TextColumn::append(const TextColumn& more) {
    const auto shift = static_cast<std::uint32_t>(letters_.size());
    letters_.append(more.letters_);
    for (std::size_t i = 1; i < more.offsets_.size(); ++i)
        offsets_.push_back(shift + more.offsets_[i]);
}

}  // namespace city

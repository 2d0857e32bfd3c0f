#include "geo/city/text_column.h"

namespace city {

void TextColumn::push_back(std::string_view text) {
    letters_.append(text);
    offsets_.push_back(static_cast<std::uint32_t>(letters_.size()));
}

}  // namespace city

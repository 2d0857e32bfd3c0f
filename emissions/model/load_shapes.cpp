#include "emissions/model/load_shapes.h"

#include <algorithm>
#include <cmath>

namespace emissions {

namespace {
constexpr float highest_code = 255.0f;
}  // namespace

void ShapeTable::resize(std::size_t rows, const DayCounts& days) {
    const std::size_t before = this->rows(), kept = std::min(before, rows);
    std::vector<std::uint8_t> codes(rows * slot_count, std::uint8_t{255});
    for (std::size_t slot = 0; slot < slot_count; ++slot)
        std::copy_n(codes_.begin() + static_cast<std::ptrdiff_t>(slot * before), kept,
                    codes.begin() + static_cast<std::ptrdiff_t>(slot * rows));
    codes_ = std::move(codes);
    float hours = 0;
    for (std::size_t slot = 0; slot < slot_count; ++slot) hours += days.of_slot(slot);
    per_code_.resize(rows, 1.0f / (highest_code * highest_code * hours));
}

void ShapeTable::set(std::size_t row, std::span<const float, slot_count> mean_by_slot,
                     const DayCounts& days) {
    const float peak = *std::max_element(mean_by_slot.begin(), mean_by_slot.end());
    const bool flat = !(peak > 0.0f) || !std::isfinite(peak);
    double sum = 0;
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        const float mean = mean_by_slot[slot];
        const float code = flat          ? highest_code
                           : mean > 0.0f ? std::round(highest_code * std::sqrt(mean / peak))
                                         : 0.0f;
        codes_[slot * rows() + row] = static_cast<std::uint8_t>(code);
        sum += static_cast<double>(code * code) * static_cast<double>(days.of_slot(slot));
    }
    per_code_[row] = static_cast<float>(1.0 / sum);
}

const ShapeTable& LoadShapes::table(EndUse use) const {
    switch (use) {
        case EndUse::heating:
            return heating;
        case EndUse::cooling:
            return cooling;
        case EndUse::hot_water:
            return hot_water;
        case EndUse::lighting:
            return lighting;
        case EndUse::cooking:
            return cooking;
        default:
            return appliances;
    }
}

std::size_t LoadShapes::bytes() const {
    std::size_t sum = (thermal_row.size() + schedule_row.size()) * sizeof(std::uint32_t);
    for (const ShapeTable* table :
         {&heating, &cooling, &hot_water, &lighting, &appliances, &cooking})
        sum += table->bytes();
    return sum;
}

}  // namespace emissions

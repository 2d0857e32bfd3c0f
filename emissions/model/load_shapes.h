#pragma once

#include <span>
#include <vector>

#include "emissions/model/day_slots.h"
#include "emissions/model/results.h"

namespace emissions {

/// Courses of typical days, one per row, in one byte a slot: 0.6 kB a row.
///
/// The byte is the root of the slot's share of the row's peak, so that shoulders keep their form:
/// within 0.4 % of the peak at the peak, within 0.1 % at a sixteenth of it. Each row carries the
/// factor that makes its slots add up to the year exactly; what the bytes round is the form of the
/// day, never the sum. Slots lie one after the other, each with all its rows: an hour of a city is
/// one short walk.
class ShapeTable {
  public:
    /// Rows that are there keep their values; new ones are flat.
    void resize(std::size_t rows, const DayCounts& days);
    /// `mean_by_slot` in any unit; what is below zero counts as none. All zero becomes flat. Rows
    /// may be set from several threads, each row from one.
    void set(std::size_t row, std::span<const float, slot_count> mean_by_slot,
             const DayCounts& days);

    std::size_t rows() const { return per_code_.size(); }
    /// Shares of the year's amount that fall into one hour of `slot`: kW per annual kWh.
    float per_annual(std::size_t slot, std::size_t row) const {
        const float code = codes_[slot * rows() + row];
        return code * code * per_code_[row];
    }
    std::span<const std::uint8_t> codes(std::size_t slot) const {
        return {codes_.data() + slot * rows(), rows()};
    }
    /// What a squared code is worth in each row, kW per annual kWh.
    std::span<const float> per_code() const { return per_code_; }
    std::size_t bytes() const { return codes_.size() + per_code_.size() * sizeof(float); }

  private:
    std::vector<std::uint8_t> codes_;
    std::vector<float> per_code_;
};

/// When each building needs its energy. Heating and cooling have a row for every simulated
/// building, the rest a row for each archetype: 1.2 kB a building. A scenario changes the year's
/// amounts, not the shapes.
struct LoadShapes {
    DayCounts days;
    ShapeTable heating, cooling;
    std::vector<std::uint32_t> thermal_row;  ///< by building, into both
    ShapeTable hot_water, lighting, appliances, cooking;
    std::vector<std::uint32_t> schedule_row;  ///< by building, into these
    SlotValues solar_kw_per_kwh{};            ///< of roofs, per kWh they make in a year

    /// Thermal rows before this one follow degree hours and schedules, those from here on were
    /// simulated.
    std::size_t first_simulated_row = 0;
    bool season_assumed = false;  ///< no weather was known: a plain course of the year stood in

    const ShapeTable& table(EndUse use) const;
    const std::vector<std::uint32_t>& rows(EndUse use) const {
        return use == EndUse::heating || use == EndUse::cooling ? thermal_row : schedule_row;
    }
    std::size_t bytes() const;
};

/// Above this many bytes of heating and cooling shapes sixteen buildings of one archetype share a
/// row (their mean): a city of a million takes 75 MB instead of 1.2 GB.
inline constexpr std::size_t shape_bytes_limit = 300'000'000;

}  // namespace emissions
